package org.marsad.consumer.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Patience.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The loop stands still; somebody must say so. */
class LoopWatchTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // it may overflow
  private final LoopWatch watch = new LoopWatch(nanos::get);
  private final CountDownLatch blocked = new CountDownLatch(1);
  private final LoopThread loop =
      new LoopThread(
          watch,
          failure -> {
            throw new IllegalStateException(failure);
          });

  @AfterEach
  void close() {
    blocked.countDown();
    loop.close();
  }

  @Test
  void shouldBeWellWhileAlertsAreTaken() {
    loop.runAlert(() -> {});
    loop.runAndWait(() -> {});
    pass(Duration.ofHours(1));
    assertThat(watch.trouble()).isEmpty();
  }

  @Test
  void shouldTellHowLongTheOldestAlertWaits() {
    // Given
    loop.run(this::block);
    loop.runAlert(() -> {});
    pass(Duration.ofSeconds(4));
    loop.runAlert(() -> {});
    // When
    pass(Duration.ofSeconds(6));
    assertThat(watch.trouble()).isEmpty(); // ten seconds are bearable
    pass(Duration.ofSeconds(2));
    // Then
    assertThat(watch.trouble()).contains("an alert waits for 12 s: the fan-out does not keep up");
    // When
    blocked.countDown();
    // Then
    await().until(() -> watch.trouble().isEmpty());
  }

  @Test
  void shouldTellOfAnAlertThatIsItselfWhatTheLoopIsStuckIn() {
    // Given
    var begun = new CountDownLatch(1);
    loop.runAlert(
        () -> {
          begun.countDown();
          block();
        });
    await().until(() -> begun.getCount() == 0);
    // When
    pass(Duration.ofSeconds(11));
    // Then
    assertThat(watch.trouble()).contains("an alert waits for 11 s: the fan-out does not keep up");
  }

  @Test
  void shouldTellOfATaskThatDoesNotEndThoughNoAlertWaits() {
    // Given
    var begun = new CountDownLatch(1);
    loop.run(
        () -> {
          begun.countDown();
          block();
        });
    await().until(() -> begun.getCount() == 0);
    // When
    pass(Duration.ofSeconds(11));
    // Then
    assertThat(watch.trouble()).contains("the fan-out has been busy with one task for 11 s");
  }

  @Test
  void shouldTellThatNobodyReadsAlertsAnyMore() {
    // Given
    loop.alertsAreRead();
    pass(Duration.ofSeconds(30));
    assertThat(watch.trouble()).isEmpty();
    // When
    pass(Duration.ofSeconds(1));
    // Then
    assertThat(watch.trouble()).contains("no alerts have been read for 31 s");
    // When
    loop.alertsAreRead();
    // Then
    assertThat(watch.trouble()).isEmpty();
  }

  private void block() {
    try {
      blocked.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
