package org.marsad.consumer.fanout.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.residential;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.fanout.channel.Message;
import org.marsad.consumer.fanout.matching.TestAlert;
import org.marsad.consumer.fanout.subscribers.Escalation;
import org.marsad.consumer.fanout.subscribers.Subscriber;
import org.marsad.message.Reality;
import org.marsad.message.Rule;

class TestAlertTest {
  private final Stage stage = new Stage(SENT);

  @Test
  void shouldReachTheOneThatIsTestedWhateverItWantsAndNobodyElse() {
    // Given
    var tested = new FakeChannel();
    var other = new FakeChannel();
    var fanout =
        stage.fanout(
            Team.named("tested").role(Role.PUBLIC).areas("homs").rules(Rule.WAVE).over(tested),
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
    var addressed = residential().setAddressees(List.of("tested")).setReality(Reality.TEST);
    assertThat(TestAlert.isOne(addressed.build())).isFalse();
    assertThat(TestAlert.isOne(residential().setRule(Rule.OTHER).build())).isFalse();
  }

  private void isMarked(Message message) {
    assertThat(message.alert().getReality()).isEqualTo(Reality.TEST);
  }
}
