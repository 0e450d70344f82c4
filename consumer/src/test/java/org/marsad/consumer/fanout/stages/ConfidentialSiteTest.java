package org.marsad.consumer.fanout.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.cancel;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.site;
import static org.marsad.consumer.fixtures.Alerts.surge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.fixtures.Areas;
import org.marsad.consumer.subscribers.ChannelSettings;
import org.marsad.consumer.subscribers.Escalation;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.consumer.subscribers.TokenHash;
import org.marsad.message.AreaProfile;
import org.marsad.message.CancelReason;
import org.marsad.message.Delivery;
import org.marsad.message.Reality;
import org.marsad.message.Site;

/** Alerts for a confidential hospital reach who shows its key, and nobody else. */
class ConfidentialSiteTest {
  private static final String KEY = TokenHash.of("the key of hospital a");

  private final Stage stage = new Stage(SENT);
  private final FakeChannel own = FakeChannel.appending();
  private final List<FakeChannel> others = new ArrayList<>();

  @Test
  void shouldReachItsOwnSubscriberAndBeRecordedApart() {
    // Given
    var fanout = fanout(hospital("own", KEY, own));
    // When
    stage.publishPrivately(fanout, site("hospital-a").build());
    stage.publishPrivately(fanout, surge().build());
    // Then
    assertThat(own.received).hasSize(2);
    assertThat(stage.recorded()).isEmpty();
    assertThat(stage.recordedPrivately())
        .extracting(Delivery::getSubscriber)
        .containsExactly("own", "own");
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void shouldReachNobodyElse(Role role) {
    // Given
    var fanout =
        fanout(
            hospital("wrong-key", TokenHash.of("a guess"), other()),
            hospital("no-key", null, other()),
            Team.named("elsewhere")
                .role(Role.HOSPITAL)
                .site("hospital-b")
                .siteKey(KEY)
                .over(other()),
            Team.named("role").role(role).areas("*").over(other()),
            Team.named("role-with-key").role(role).areas("*").siteKey(KEY).over(other()));
    // When
    stage.publishPrivately(fanout, site("hospital-a").build());
    stage.publishPrivately(fanout, surge().build());
    stage.publishPrivately(fanout, cancel(surge(), CancelReason.CORRECTED).build());
    // Then
    assertThat(others).allSatisfy(channel -> assertThat(channel.received).isEmpty());
    assertThat(stage.recorded()).isEmpty();
    assertThat(stage.recordedPrivately()).isEmpty();
  }

  /** That somebody with the pattern of a hospital is told of strikes shows that there is one. */
  @Test
  void shouldRecordApartWhateverItIsTold() {
    // Given
    var fanout = fanout(hospital("own", KEY, own));
    // When
    stage.publish(fanout, residential().build());
    // Then
    assertThat(own.received).hasSize(1);
    assertThat(stage.recorded()).isEmpty();
    assertThat(stage.recordedPrivately()).hasSize(1);
  }

  /** Or one mild report and one exercise would find the site out. */
  @Test
  void shouldNotKeepTheExercisesOfOthersOffTheirTelephones() {
    // Given
    var phone = FakeChannel.appending();
    var crew = Team.named("crew").realities(Reality.EXERCISE).over(phone);
    var fanout = fanout(hospital("own", KEY, own), crew);
    stage.publishPrivately(fanout, site("hospital-a").build());
    // When
    stage.publish(fanout, residential().setReality(Reality.EXERCISE).build());
    // Then
    assertThat(phone.rang()).containsExactly(1);
  }

  /** Its key was changed in the areas, or its entry in the file: it may not know any more. */
  @Test
  void shouldNotBeTakenBackAtOneWhoseKeyIsNoLongerRight() {
    // Given
    var fanout = fanout(hospital("own", KEY, own));
    stage.publishPrivately(fanout, surge().build());
    // When
    fanout.use(roster(hospital("own", TokenHash.of("an older one"), own)));
    stage.publishPrivately(fanout, cancel(surge(), CancelReason.CORRECTED).build());
    // Then
    assertThat(own.revisions()).containsExactly(1);
    assertThat(stage.recordedPrivately())
        .last()
        .satisfies(delivery -> assertThat(delivery.getReason()).isEqualTo("NO_VIEW"));
  }

  @Test
  void shouldNotReachAStandIn() {
    // Given
    var centre = other();
    var team =
        Subscriber.builder("own", Role.HOSPITAL)
            .areas("aleppo")
            .site("hospital-a")
            .siteKeySha256(KEY)
            .channel(new ChannelSettings.Terminal("hook"))
            .escalation(new Escalation.ToSubscriber(Duration.ofMinutes(5), "centre"))
            .build();
    var fanout =
        fanout(
            new Recipient(team, "hook", own),
            Team.named("centre").role(Role.OPS).areas("homs").over(centre));
    // When
    stage.publishPrivately(fanout, site("hospital-a").build());
    stage.pass(Duration.ofHours(1));
    // Then
    assertThat(own.received).hasSize(1);
    assertThat(centre.received).isEmpty();
  }

  /** A site alert on the wrong topic is a fault, which must not tell everybody. */
  @Test
  void shouldTreatASiteAlertAsPrivateWhereverItComesFrom() {
    // Given
    var fanout =
        fanout(
            hospital("own", KEY, own), Team.named("ops").role(Role.OPS).areas("*").over(other()));
    // When
    stage.publish(fanout, site("hospital-a").build());
    // Then
    assertThat(own.received).hasSize(1);
    assertThat(others.get(0).received).isEmpty();
  }

  @Test
  void shouldReachAPublicHospitalWithoutAKey() {
    // Given
    var fanout = fanout(hospital("own", null, own));
    // When
    stage.publish(fanout, surge().build());
    // Then
    assertThat(own.received).hasSize(1);
  }

  private FakeChannel other() {
    var channel = new FakeChannel();
    others.add(channel);
    return channel;
  }

  private static Recipient hospital(String id, @Nullable String key, FakeChannel channel) {
    var team = Team.named(id).role(Role.HOSPITAL).site("hospital-a");
    return (key == null ? team : team.siteKey(key)).over(channel);
  }

  private Fanout fanout(Recipient... recipients) {
    return stage.fanout(roster(recipients));
  }

  private static Roster roster(Recipient... recipients) {
    return new Roster(List.of(recipients), ConfidentialSiteTest::profile);
  }

  private static Optional<AreaProfile> profile(String area) {
    var hospital = Areas.hospital("hospital-a", 36.2, true);
    return Optional.of(
        Areas.aleppo()
            .setCode(area)
            .setSites(List.of(Site.newBuilder(hospital).setKeySha256(KEY).build()))
            .build());
  }
}
