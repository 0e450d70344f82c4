package org.marsad.consumer.operations.alerts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.audience.Confidential;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.TopicReader;
import org.marsad.schemas.Topics;
import org.marsad.schemas.UndecodableException;

/**
 * Finds the alert that is meant by an id or the beginning of one. A private alert is found by its
 * whole id alone, and never listed: only who has its id may ask.
 */
public final class AlertFinder {
  private final Map<String, Object> kafka;
  private final Topics topics;
  private final MessageCodec<Alert> codec = MessageCodec.of(Alert.class);

  /**
   * @param kafka Kafka's own settings
   */
  public AlertFinder(Map<String, Object> kafka, Topics topics) {
    this.kafka = Map.copyOf(kafka);
    this.topics = topics;
  }

  /**
   * The one alert that is meant.
   *
   * @param said its id, the beginning of one, or {@code latest}: the public one that was sent last
   * @throws UnclearAlertException when there is none, or more than one
   */
  public FoundAlert find(String said) throws UnclearAlertException {
    if (said.equals(AlertIds.LATEST)) {
      return latest();
    }
    var open = publicly(said);
    if (open.isEmpty()) {
      var hidden = revisions(topics.privateAlerts(), said).get(said);
      if (hidden != null) {
        return new FoundAlert(hidden, true);
      }
    }
    var id = AlertIds.only(said, open.keySet());
    return new FoundAlert(Objects.requireNonNull(open.get(id)), false);
  }

  private FoundAlert latest() throws UnclearAlertException {
    return publicly("").values().stream()
        .map(revisions -> new FoundAlert(revisions, false))
        .max(Comparator.comparing(found -> found.newest().getSentAt()))
        .orElseThrow(() -> new UnclearAlertException("alert id: there is no alert yet", true));
  }

  /** As everybody may see them now: a site may have become confidential since. */
  private Map<String, List<Alert>> publicly(String said) {
    var areas = areas();
    var shown = new TreeMap<String, List<Alert>>();
    revisions(topics.alerts(), said)
        .forEach(
            (id, revisions) -> {
              var views =
                  revisions.stream()
                      .flatMap(alert -> Confidential.without(alert, areas::profile).stream())
                      .toList();
              if (!views.isEmpty()) {
                shown.put(id, views);
              }
            });
    return shown;
  }

  private Map<String, List<Alert>> revisions(String topic, String said) {
    var alerts = new TreeMap<String, List<Alert>>();
    TopicReader.read(
        kafka,
        topic,
        record -> {
          var id = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
          if (id.startsWith(said) && record.value() != null) {
            add(record.value(), alerts.computeIfAbsent(id, one -> new ArrayList<>()));
          }
        });
    alerts.values().removeIf(List::isEmpty);
    return alerts;
  }

  /** What cannot be read was told to nobody. */
  private void add(byte[] bytes, List<Alert> revisions) {
    try {
      revisions.add(codec.decode(bytes));
    } catch (UndecodableException e) {
      // one alert that nobody can read must not keep the others from being found
    }
  }

  private AreaDirectory areas() {
    var areas = new AreaDirectory();
    var profiles = MessageCodec.of(AreaProfile.class);
    TopicReader.read(
        kafka,
        topics.areas(),
        record -> {
          if (record.value() != null) {
            areas.onProfile(profiles.decode(record.value()));
          }
        });
    return areas;
  }
}
