package org.marsad.processor.topology;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.marsad.schemas.settings.SettingsException;

/**
 * State in the changelogs of stores that have another form now. Beside it the new stores would
 * begin empty, and their verdicts would be wrong in silence.
 */
public final class FormerState {
  private FormerState() {}

  /**
   * Lets pass what has no such state.
   *
   * @param admin settings of Kafka's admin client
   * @param applicationId whose state
   * @throws SettingsException when there is some, naming the topics
   * @throws KafkaException when the broker cannot be asked
   */
  public static void refuse(Map<String, Object> admin, String applicationId) {
    var topics = topics(admin);
    var found =
        Stores.FORMER.stream()
            .map(store -> applicationId + "-" + store + "-changelog")
            .filter(topics::contains)
            .toList();
    if (!found.isEmpty()) {
      throw new SettingsException(
          List.of(
              "application.id=%s: an earlier build left state in %s (expected: none, so an empty folder of data or new topics)"
                  .formatted(applicationId, String.join(", ", found))));
    }
  }

  private static Set<String> topics(Map<String, Object> settings) {
    try (var admin = Admin.create(settings)) {
      return admin.listTopics().names().get();
    } catch (ExecutionException e) {
      throw new KafkaException("the broker cannot be asked for its topics", e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
