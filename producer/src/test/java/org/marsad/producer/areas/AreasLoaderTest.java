package org.marsad.producer.areas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.marsad.message.AreaProfile;
import org.marsad.message.Site;
import org.marsad.schemas.MessageSerde;
import org.marsad.schemas.Topics;

class AreasLoaderTest {
  private static final Topics TOPICS = new Topics("test-");

  @Test
  void shouldPublishEveryAreaUnderItsCode() throws Exception {
    // Given
    try (var producer = producer()) {
      var areas = AreaFiles.bundled();
      // When
      var count = AreasLoader.load(producer, TOPICS, areas);
      // Then
      assertThat(count).isEqualTo(areas.size());
      assertThat(producer.history())
          .hasSize(count)
          .allMatch(record -> record.topic().equals("test-areas"))
          .allMatch(record -> record.key().equals(record.value().getCode()));
    }
  }

  @Test
  void shouldPublishEveryAreaWithTheHospitalsInItsReach() throws Exception {
    try (var producer = producer()) {
      // When
      AreasLoader.load(producer, TOPICS, AreaFiles.bundled());
      // Then: Azaz lies 45 km north of Aleppo, Homs 160 km south
      assertThat(sites(producer, "azaz"))
          .containsExactly("exercise-hospital-a", "exercise-hospital-b", "exercise-hospital-c");
      assertThat(sites(producer, "homs")).isEmpty();
    }
  }

  private static List<String> sites(MockProducer<String, AreaProfile> producer, String code) {
    return producer.history().stream()
        .filter(record -> record.key().equals(code))
        .flatMap(record -> record.value().getSites().stream())
        .map(Site::getSiteId)
        .toList();
  }

  @Test
  void shouldFailAtTheFirstAreaWhenTheBrokerIsAway() {
    // Given
    var attempts = new AtomicInteger();
    try (var producer =
        new MockProducer<String, AreaProfile>() {
          @Override
          public synchronized Future<RecordMetadata> send(
              ProducerRecord<String, AreaProfile> record) {
            attempts.incrementAndGet();
            return CompletableFuture.failedFuture(new TimeoutException("no broker"));
          }
        }) {
      // Then
      assertThatThrownBy(() -> AreasLoader.load(producer, TOPICS, AreaFiles.bundled()))
          .isInstanceOf(ExecutionException.class)
          .hasMessageContaining("no broker");
      assertThat(attempts).hasValue(1);
    }
  }

  private static MockProducer<String, AreaProfile> producer() {
    var values = MessageSerde.of(AreaProfile.class).serializer();
    return new MockProducer<>(true, new RoundRobinPartitioner(), new StringSerializer(), values);
  }
}
