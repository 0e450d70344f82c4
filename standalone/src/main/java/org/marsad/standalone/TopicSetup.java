package org.marsad.standalone;

import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.marsad.message.AreaProfile;
import org.marsad.producer.areas.AreasLoader;
import org.marsad.schemas.launch.KafkaConnection;

/** Makes a broker ready: its topics, and the areas in them. */
public final class TopicSetup {
  private TopicSetup() {}

  /**
   * Creates the missing topics and loads the areas.
   *
   * @param kafka where the topics are to be
   * @param partitions of each topic that is created
   * @throws IOException when the broker refuses
   */
  public static void prepare(KafkaConnection kafka, int partitions, Collection<AreaProfile> areas)
      throws IOException, InterruptedException {
    try (var admin = Admin.create(kafka.admin())) {
      kafka.topics().create(admin, partitions, (short) 1);
    } catch (ExecutionException e) {
      throw new IOException("the topics cannot be prepared", e.getCause());
    }
    load(kafka, areas);
  }

  /**
   * Loads areas.
   *
   * @throws IOException when the broker refuses
   */
  static void load(KafkaConnection kafka, Collection<AreaProfile> areas)
      throws IOException, InterruptedException {
    try {
      AreasLoader.load(kafka, areas);
    } catch (ExecutionException e) {
      throw new IOException("the areas cannot be loaded", e.getCause());
    }
  }
}
