package org.marsad.producer.areas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.marsad.message.AreaProfile;
import org.marsad.schemas.MessageSerde;
import org.marsad.schemas.Topics;
import org.marsad.schemas.launch.KafkaConnection;

/**
 * Publishes area profiles to the topic {@code areas}, keyed by their codes. Each lists the
 * hospitals in its reach ({@link HospitalsInReach}), of all the areas that are loaded together.
 */
public final class AreasLoader {
  /** Kafka Streams takes the oldest record first: an area is known before any report of it. */
  private static final long BEFORE_ALL_REPORTS = 0L;

  private AreasLoader() {}

  /**
   * Publishes with a producer of its own: idempotent, acknowledged by all replicas.
   *
   * @param kafka where the topic is
   * @return how many were acknowledged: all of them
   * @throws AreaFileException when one id stands for two hospitals
   * @throws ExecutionException when one of them was not
   */
  public static int load(KafkaConnection kafka, Collection<AreaProfile> areas)
      throws InterruptedException, ExecutionException {
    var settings =
        kafka.producer(
            Map.of(
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1));
    var values = MessageSerde.of(AreaProfile.class).serializer();
    try (var producer = new KafkaProducer<>(settings, new StringSerializer(), values)) {
      return load(producer, kafka.topics(), areas);
    }
  }

  /** Publishes with the given producer and waits for every acknowledgement. */
  public static int load(
      Producer<String, AreaProfile> producer, Topics topics, Collection<AreaProfile> areas)
      throws InterruptedException, ExecutionException {
    var acknowledgements = new ArrayList<Future<?>>(areas.size());
    for (var area : HospitalsInReach.listed(areas)) {
      var record =
          new ProducerRecord<>(topics.areas(), null, BEFORE_ALL_REPORTS, area.getCode(), area);
      var acknowledgement = producer.send(record);
      if (acknowledgement.isDone()) {
        acknowledgement.get(); // no broker: fail at the first area, not after a time-out for each
      }
      acknowledgements.add(acknowledgement);
    }
    producer.flush();
    for (var acknowledgement : acknowledgements) {
      acknowledgement.get();
    }
    return acknowledgements.size();
  }
}
