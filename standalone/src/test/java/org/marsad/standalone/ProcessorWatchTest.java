package org.marsad.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.standalone.Drain.Seen;

class ProcessorWatchTest {
  private final Map<TopicPartition, Seen> positions = new HashMap<>();
  private boolean isBrokerAway;
  private long nanos = Long.MAX_VALUE - 5; // it may overflow
  private final ProcessorWatch watch = new ProcessorWatch(this::read, () -> nanos);

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void shouldBeWellWhereNothingWaits() {
    seen(0, 7, 7);
    pass(Duration.ofHours(1));
    seen(0, 7, 7);
    assertThat(watch.trouble()).isEmpty();
  }

  @Test
  void shouldTellHowLongTheOldestReportWaits() {
    // Given
    seen(0, 7, 8);
    pass(Duration.ofSeconds(6));
    seen(1, 0, 1);
    // When
    pass(Duration.ofSeconds(4));
    seen(0, 7, 9);
    assertThat(watch.trouble()).isEmpty(); // ten seconds are bearable
    pass(Duration.ofSeconds(2));
    seen(0, 7, 9);
    // Then
    assertThat(watch.trouble()).contains("a report waits for 12 s: the processor does not keep up");
    // When the oldest is done
    seen(0, 8, 9);
    // Then
    assertThat(watch.trouble()).isEmpty();
  }

  @Test
  void shouldTellOfAProcessorThatMovesOnButIsBehind() {
    for (var second = 0; second < 60; second++) {
      assertThat(watch.trouble().isPresent()).isEqualTo(second > 23);
      pass(Duration.ofSeconds(1));
      seen(0, second, 2L * second); // half of what comes is done
    }
    assertThat(watch.trouble()).contains("a report waits for 29 s: the processor does not keep up");
  }

  @Test
  void shouldForgetAPartitionThatIsGone() {
    seen(0, 0, 5);
    positions.clear();
    pass(Duration.ofSeconds(11));
    watch.look();
    assertThat(watch.trouble()).isEmpty();
  }

  @Test
  void shouldSayThatNobodyKnowsWhileTheBrokerDoesNotAnswer() {
    // Given
    isBrokerAway = true;
    // When
    pass(Duration.ofSeconds(11));
    watch.look();
    // Then
    assertThat(watch.trouble())
        .contains("the broker has not said for 11 s how far the processor is");
    // When
    isBrokerAway = false;
    watch.look();
    // Then
    assertThat(watch.trouble()).isEmpty();
  }

  private void seen(int partition, long done, long all) {
    positions.put(new TopicPartition("reports", partition), new Seen(done, all));
    watch.look();
  }

  private Map<TopicPartition, Seen> read() throws ExecutionException {
    if (isBrokerAway) {
      throw new ExecutionException(new TimeoutException("no answer"));
    }
    return Map.copyOf(positions);
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }
}
