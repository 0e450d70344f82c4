package org.marsad.consumer.fanout.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.repeat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.channels.Answer;
import org.marsad.consumer.channels.Message;
import org.marsad.consumer.fixtures.Facts;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.Finding;
import org.marsad.message.MessageType;
import org.marsad.message.Severity;
import org.marsad.message.Subject;
import org.marsad.message.SubjectKind;

/**
 * The work for an alert does not grow with the alerts that are known. Counted in bytes that are
 * allocated, which no other work of the machine changes.
 */
class CostTest {
  private static final int FEW = 500;
  private static final int MANY = 50_000;
  private static final int ROUNDS = 15;
  private static final int ALERTS = 100;

  /**
   * To look at all that is known would take a hundred times as much; tables that grow, a little.
   */
  private static final double TOLERANCE = 2;

  private static final ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

  private final Stage stage = new Stage(SENT);

  @Test
  void shouldNotTakeMoreMemoryPerSecondStrikeTheMoreAlertsAreKnown() {
    // Given
    var screen = Team.named("screen").over(new Forgetful(true));
    var phone = Team.named("phone").over(new Forgetful(false));
    var fanout = stage.fanout(screen, phone);
    know(fanout, 0, FEW);
    var before = least(fanout);
    // When
    know(fanout, FEW, MANY);
    var after = least(fanout);
    // Then
    assertThat((double) after / before).isLessThan(TOLERANCE);
  }

  private void know(Fanout fanout, int from, int to) {
    IntStream.range(from, to).forEach(number -> stage.publish(fanout, strike("s" + number)));
  }

  /** The least of some rounds, in bytes: in some a table is made larger. */
  private long least(Fanout fanout) {
    return IntStream.range(0, ROUNDS).mapToLong(round -> round(fanout, round)).min().orElseThrow();
  }

  private long round(Fanout fanout, int round) {
    var begun = THREADS.getCurrentThreadAllocatedBytes();
    for (var number = 0; number < ALERTS; number++) {
      var id = "r" + round + "-" + number;
      stage.publish(fanout, second(id, "s" + number));
      stage.publish(fanout, Alert.newBuilder(second(id, "s" + number)).setRevision(2).build());
    }
    return THREADS.getCurrentThreadAllocatedBytes() - begun;
  }

  private static Alert strike(String id) {
    return second(id, List.of());
  }

  private static Alert second(String id, String first) {
    var facts = Facts.repeatFacts().setEarlierStrikeIds(List.of(first)).build();
    var finding = Finding.newBuilder(Facts.repeat(Certainty.LIKELY)).setRepeat(facts).build();
    return second(id, List.of(finding));
  }

  private static Alert second(String id, List<Finding> findings) {
    return repeat()
        .setAlertId("strike:" + id)
        .setMessageType(MessageType.ALERT)
        .setSubject(new Subject(SubjectKind.STRIKE, id))
        .setSeverity(Severity.EXTREME)
        .setFindings(findings)
        .build();
  }

  /** Takes everything and keeps nothing, so that the test measures the stages alone. */
  private static final class Forgetful extends FakeChannel {
    private final boolean isInPlace;

    Forgetful(boolean isInPlace) {
      this.isInPlace = isInPlace;
    }

    @Override
    public CompletableFuture<Answer> send(Message message) {
      return CompletableFuture.completedFuture(new Answer.Accepted());
    }

    @Override
    public boolean isInPlace() {
      return isInPlace;
    }
  }
}
