package org.marsad.consumer.fanout.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.residential;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.channels.Message;
import org.marsad.consumer.fixtures.Alerts;
import org.marsad.consumer.subscribers.Escalation;
import org.marsad.consumer.subscribers.QuietHours;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.consumer.subscribers.matching.TestAlert;
import org.marsad.message.Mute;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.SubjectKind;

class TestAlertTest {
  private final Stage stage = new Stage(SENT);

  @Test
  void shouldReachTheOneThatIsTestedWhateverItWantsAndNobodyElse() {
    // Given
    var tested = new FakeChannel();
    var other = new FakeChannel();
    var fanout =
        stage.fanout(
            Team.named("tested")
                .role(Role.PUBLIC)
                .areas("homs")
                .subjects(SubjectKind.WAVE)
                .over(tested),
            Team.named("other").role(Role.OPS).areas("*").realities(Reality.values()).over(other));
    // When
    stage.publish(fanout, TestAlert.of("tested", "aleppo", SENT));
    // Then
    assertThat(tested.received).singleElement().satisfies(this::isMarked);
    assertThat(other.received).isEmpty();
  }

  @Test
  void shouldTestHeldBackChannelsTooAndHandOnToNobody() {
    // Given
    var later = new FakeChannel();
    var next = new FakeChannel();
    var chief =
        Subscriber.builder("chief", Role.OPS)
            .areas("*")
            .escalation(new Escalation.ToChannel(Duration.ofMinutes(1), "hook"))
            .escalation(new Escalation.ToSubscriber(Duration.ofMinutes(2), "next"))
            .build();
    var fanout =
        stage.fanout(
            new Recipient(chief, "hook", later),
            Team.named("next").role(Role.OPS).realities(Reality.TEST).over(next));
    // When
    stage.publish(fanout, TestAlert.of("chief", "aleppo", SENT));
    stage.pass(Duration.ofHours(1));
    // Then
    assertThat(later.received).hasSize(1);
    assertThat(next.received).isEmpty();
    assertThat(stage.committable()).isEqualTo(1);
  }

  @Test
  void shouldReachNobodyWhereThereIsNoSuchSubscriber() {
    var other = new FakeChannel();
    var fanout = stage.fanout(Team.named("other").realities(Reality.TEST).over(other));
    stage.publish(fanout, TestAlert.of("tested", "aleppo", SENT));
    assertThat(other.received).isEmpty();
    assertThat(stage.committable()).isEqualTo(1);
  }

  @Test
  void shouldNotTakeWhatIsNoTestForOne() {
    var strike = residential().setAddressee("tested").setReality(Reality.TEST);
    assertThat(TestAlert.isOne(strike.build())).isFalse();
    var other = Alerts.system(Rule.UNREACHED, "tested").setReality(Reality.TEST);
    assertThat(TestAlert.isOne(other.build())).isFalse();
    assertThat(TestAlert.isOne(Alerts.channelTest("tested").build())).isTrue();
  }

  /** A test that a quiet hour, a mute or a limit holds up would prove nothing. */
  @Test
  void shouldGoTheWayOfTheGravestRealAlert() {
    // Given
    var phone = FakeChannel.appending();
    var rest = new QuietHours(LocalTime.of(14, 0), LocalTime.of(16, 0), ZoneId.of("Asia/Damascus"));
    var fanout =
        stage.fanout(Team.named("tested").quiet(rest).perMinute(1).interruptions(1).over(phone));
    fanout.take(
        Mute.newBuilder()
            .setMuteId("m1")
            .setReality(Reality.TEST)
            .setArea("aleppo")
            .setExtreme(true)
            .setSetBy("duty officer")
            .setReason("a mute of everything")
            .setSetAt(SENT.minusSeconds(60))
            .setExpiresAt(SENT.plusSeconds(3_600))
            .build());
    stage.publish(fanout, residential().build()); // a real one stands, and uses all limits
    // When
    stage.publish(fanout, TestAlert.of("tested", "aleppo", SENT));
    // Then
    assertThat(phone.received).last().satisfies(this::isMarked);
    assertThat(phone.rang()).hasSize(2);
  }

  @Test
  void shouldBeNamedAsASystemAlertOfItsSubscriberAndTime() {
    var test = TestAlert.of("tested", "aleppo", SENT);
    assertThat(test.getAlertId())
        .isEqualTo("test:system:channel_test:tested:" + SENT.toEpochMilli());
    assertThat("test:system:" + test.getSubject().getId()).isEqualTo(test.getAlertId());
  }

  private void isMarked(Message message) {
    assertThat(message.alert().getReality()).isEqualTo(Reality.TEST);
  }
}
