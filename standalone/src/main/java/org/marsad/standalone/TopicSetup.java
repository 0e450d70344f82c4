package org.marsad.standalone;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.marsad.message.AreaProfile;
import org.marsad.producer.areas.AreasLoader;
import org.marsad.schemas.Topics;

/** Makes a broker ready: its topics, and the areas in them. */
public final class TopicSetup {
  private TopicSetup() {}

  /**
   * Creates the missing topics and loads the areas.
   *
   * @param kafka Kafka's own settings
   * @param partitions of each topic that is created
   * @throws IOException when the broker refuses
   */
  public static void prepare(
      Map<String, Object> kafka, Topics topics, int partitions, Collection<AreaProfile> areas)
      throws IOException, InterruptedException {
    try (var admin = Admin.create(kafka)) {
      topics.create(admin, partitions, (short) 1);
    } catch (ExecutionException e) {
      throw new IOException("the topics cannot be prepared", e.getCause());
    }
    load(kafka, topics, areas);
  }

  /**
   * Loads areas.
   *
   * @throws IOException when the broker refuses
   */
  static void load(Map<String, Object> kafka, Topics topics, Collection<AreaProfile> areas)
      throws IOException, InterruptedException {
    try {
      AreasLoader.load(kafka, topics, areas);
    } catch (ExecutionException e) {
      throw new IOException("the areas cannot be loaded", e.getCause());
    }
  }
}
