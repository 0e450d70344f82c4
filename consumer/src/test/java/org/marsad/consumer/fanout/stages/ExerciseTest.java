package org.marsad.consumer.fanout.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.SENT;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.marsad.message.Alert;
import org.marsad.message.CancelReason;
import org.marsad.message.Reality;
import org.marsad.message.Severity;

/** An exercise goes on while real strikes fall. */
class ExerciseTest {
  private final Stage stage = new Stage(SENT);
  private final FakeChannel phone = FakeChannel.appending();
  private final FakeChannel page = new FakeChannel();
  private final Fanout fanout =
      stage.fanout(
          Team.named("a").realities(Reality.EXERCISE).over(phone),
          Team.named("b").realities(Reality.EXERCISE).over(page));

  @Test
  void shouldReachEverybodyWhileNothingRealStands() {
    stage.publish(fanout, exercise("e1").loud());
    assertThat(phone.rang()).containsExactly(1);
    assertThat(page.rang()).containsExactly(1);
  }

  @Test
  void shouldStayOffTelephonesAndMakeNoSoundBesideARealAlert() {
    // Given
    stage.publish(fanout, Growing.strike("real").loud());
    // When
    stage.publish(fanout, exercise("e1").loud());
    // Then
    assertThat(phone.received).isEmpty();
    assertThat(page.revisions()).containsExactly(1);
    assertThat(page.rang()).isEmpty();
    assertThat(stage.outcomes()).containsExactly("1 SUPPRESSED ACTUAL_STANDS", "1 DELIVERED null");
    assertThat(stage.committable()).isEqualTo(2);
  }

  @Test
  void shouldGoOnWhereNothingGraveStands() {
    // Given
    stage.publish(
        fanout, Growing.strike("light").with(a -> a.setSeverity(Severity.MODERATE)).loud());
    stage.publish(fanout, Growing.strike("far").with(a -> a.setArea("homs")).loud());
    // When
    stage.publish(fanout, exercise("e1").loud());
    // Then
    assertThat(phone.rang()).containsExactly(1);
  }

  @Test
  void shouldGoOnOnceTheRealAlertIsTakenBackOrExpired() {
    // Given
    var real = Growing.strike("real");
    stage.publish(fanout, real.loud());
    stage.publish(fanout, real.cancel(CancelReason.WITHDRAWN, SENT));
    // When
    stage.publish(fanout, exercise("e1").loud());
    // Then
    assertThat(phone.received).hasSize(1);
    // Given
    stage.publish(
        fanout, Growing.strike("short").with(a -> a.setExpiresAt(SENT.plusSeconds(60))).loud());
    stage.publish(fanout, exercise("e2").loud());
    assertThat(phone.received).hasSize(1);
    // When
    stage.pass(Duration.ofSeconds(61));
    stage.publish(fanout, exercise("e3").loud());
    // Then
    assertThat(phone.received).hasSize(2);
  }

  /** Another instance tells it, or it was told before this one started. */
  @Test
  void shouldStayOffBesideARealAlertThatSomebodyElseTells() {
    // Given
    fanout.observe(Growing.strike("real").loud());
    // When
    stage.publish(fanout, exercise("e1").loud());
    // Then
    assertThat(phone.received).isEmpty();
  }

  /** Who was told of the exercise has to hear that it is over, whatever else goes on. */
  @Test
  void shouldBeTakenBackBesideARealAlert() {
    // Given
    var exercise = exercise("e1");
    stage.publish(fanout, exercise.loud());
    stage.publish(fanout, Growing.strike("real").loud());
    // When
    stage.publish(fanout, exercise.cancel(CancelReason.WITHDRAWN, SENT));
    // Then
    assertThat(phone.revisions()).containsExactly(1, 2);
  }

  private static Growing exercise(String id) {
    return Growing.strike(id).with(ExerciseTest::asExercise);
  }

  private static void asExercise(Alert.Builder alert) {
    alert.setReality(Reality.EXERCISE).setAlertId("exercise:" + alert.getAlertId());
  }
}
