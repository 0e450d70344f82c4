package org.marsad.producer.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.message.StrikeReport;
import org.marsad.producer.TestReports;
import org.marsad.producer.publish.Fate;

final class ReplayTest {
  private final List<String> published = new ArrayList<>();
  private final FakePace pace = new FakePace();

  /** Time that passes only when somebody waits for it. */
  private static final class FakePace implements Pace {
    private Duration now = Duration.ZERO;

    @Override
    public Duration elapsed() {
      return now;
    }

    @Override
    public void waitUntil(Duration elapsed) {
      now = elapsed.compareTo(now) > 0 ? elapsed : now;
    }
  }

  @Test
  void shouldPublishAtTheRecordedPaceDividedByTheSpeed() throws InterruptedException {
    // When
    run(Speed.parse("60x"), row(1, 0), row(2, 60), row(3, 3600));
    // Then
    assertThat(published).containsExactly("1@PT0S", "2@PT1S", "3@PT1M");
  }

  @Test
  void shouldPublishWithoutPausesAtFullSpeed() throws InterruptedException {
    run(Speed.MAX, row(1, 0), row(2, 86_400));
    assertThat(published).containsExactly("1@PT0S", "2@PT0S");
  }

  @Test
  void shouldPublishAtOnceWhatLiesBeforeTheFirst() throws InterruptedException {
    run(Speed.parse("1x"), row(1, 10), row(2, 0), row(3, 15));
    assertThat(published).containsExactly("1@PT0S", "2@PT0S", "3@PT5S");
  }

  @Test
  void shouldAccountForEveryReportAndTellOfProgress() throws InterruptedException {
    // Given
    var progress = new ArrayList<Long>();
    Function<StrikeReport, CompletableFuture<Fate>> publish =
        report ->
            CompletableFuture.completedFuture(
                report.getReportId().endsWith(":3")
                    ? new Fate.Refused("kafka: too large")
                    : new Fate.Published(0, 7));
    // When
    var summary =
        new Replay(publish, Speed.MAX, pace).run(Stream.of(row(1, 0), row(3, 0)), progress::add);
    // Then
    assertThat(summary)
        .isEqualTo(new ReplaySummary(1, 0, 1, List.of("observer-1:3: kafka: too large"), null));
    assertThat(progress).containsExactly(1L, 1L);
  }

  @Test
  void shouldWaitForTheFateOfTheLastReport() throws InterruptedException {
    // Given: fates that are known later only
    var late = CompletableFuture.<Fate>supplyAsync(Fate.Spooled::new);
    // When
    var summary =
        new Replay(report -> late, Speed.MAX, pace).run(Stream.of(row(1, 0)), progress -> {});
    // Then
    assertThat(summary.spooled()).isEqualTo(1);
  }

  @Test
  void shouldSendAgainWhatABrokerThatIsNotReadyDidNotTake() throws InterruptedException {
    // Given a broker that takes nothing the first three times
    var calls = new AtomicInteger();
    Function<StrikeReport, CompletableFuture<Fate>> publish =
        report ->
            calls.incrementAndGet() <= 3
                ? CompletableFuture.completedFuture(new Fate.Refused("kafka: no leader", true))
                : publish(report);
    // When
    var summary =
        new Replay(publish, Speed.MAX, pace).run(Stream.of(row(1, 0), row(2, 0)), progress -> {});
    // Then
    assertThat(summary.published()).isEqualTo(2);
    assertThat(summary.stopped()).isNull();
    assertThat(published).containsExactly("1@PT0S", "2@PT0S");
  }

  @Test
  void shouldStopWhereABrokerTakesNothingAndTellTheCause() throws InterruptedException {
    // Given
    var away = new Fate.Refused("kafka: TimeoutException", true);
    var read = new AtomicInteger();
    // When
    var summary =
        new Replay(report -> CompletableFuture.completedFuture(away), Speed.MAX, pace)
            .run(
                Stream.of(row(1, 0), row(2, 0), row(3, 0)).peek(row -> read.incrementAndGet()),
                progress -> {});
    // Then
    assertThat(summary.stopped()).isEqualTo("nothing taken in 5 attempts: kafka: TimeoutException");
    assertThat(summary.failed()).isEqualTo(1);
    assertThat(read).hasValue(1);
  }

  @Test
  void shouldHandOverWhatNoBrokerWillTakeAndGoOn() throws InterruptedException {
    // Given
    var refused = new ArrayList<String>();
    Function<StrikeReport, CompletableFuture<Fate>> publish =
        report ->
            report.getReportId().endsWith(":1")
                ? CompletableFuture.completedFuture(new Fate.Refused("too large"))
                : publish(report);
    // When
    var summary =
        new Replay(
                publish, Speed.MAX, pace, (report, why) -> refused.add(report.getReportId() + why))
            .run(Stream.of(row(1, 0), row(2, 0)), progress -> {});
    // Then
    assertThat(refused).containsExactly("observer-1:1too large");
    assertThat(summary.published()).isEqualTo(1);
  }

  @Test
  void shouldReallyWaitInRealTime() throws InterruptedException {
    var real = Pace.realTime();
    real.waitUntil(Duration.ofMillis(30));
    assertThat(real.elapsed()).isGreaterThanOrEqualTo(Duration.ofMillis(30));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0x", "-1x", "60", "1.5x", "MAX", "x"})
  void shouldRefuseWhatIsNoSpeed(String text) {
    assertThatThrownBy(() -> Speed.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("speed: " + text + " (expected: 1x, 60x … or max)");
  }

  private void run(Speed speed, Played... rows) throws InterruptedException {
    new Replay(this::publish, speed, pace).run(Stream.of(rows), progress -> {});
  }

  private CompletableFuture<Fate> publish(StrikeReport report) {
    var localId = report.getReportId().substring("observer-1:".length());
    published.add(localId + "@" + pace.elapsed());
    return CompletableFuture.completedFuture(new Fate.Published(0, published.size()));
  }

  private static Played row(long localId, long seconds) {
    return Played.asReceived(TestReports.report(Long.toString(localId), seconds));
  }
}
