package org.marsad.consumer.fanout.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.EXPIRES;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.repeat;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.revision;
import static org.marsad.consumer.fixtures.Alerts.surge;
import static org.marsad.message.Intent.CANNOT;
import static org.marsad.message.Intent.EN_ROUTE;
import static org.marsad.message.Intent.SEEN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.channels.Answer;
import org.marsad.consumer.channels.Message;
import org.marsad.consumer.fixtures.Facts;
import org.marsad.consumer.subscribers.ChannelSettings;
import org.marsad.consumer.subscribers.Escalation;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.consumer.subscribers.SubscriberBuilder;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Delivery;
import org.marsad.message.Intent;
import org.marsad.message.MessageType;
import org.marsad.message.Severity;
import org.marsad.message.Subject;
import org.marsad.message.SubjectKind;

class EscalationTest {
  private static final Duration FIVE = Duration.ofMinutes(5);
  private static final Duration TEN = Duration.ofMinutes(10);
  private static final Escalation SMS = new Escalation.ToChannel(FIVE, "sms");
  private static final Escalation CENTRE = new Escalation.ToSubscriber(TEN, "centre");

  private final Stage stage = new Stage(SENT);
  private final FakeChannel pager = new FakeChannel();
  private final FakeChannel sms = new FakeChannel();
  private final FakeChannel centre = new FakeChannel();

  @Test
  void shouldTellTheChannelThatWaitsWhenNobodyAnswers() {
    // Given
    var fanout = stage.fanout(crew("crew", pager, sms, SMS));
    stage.publish(fanout, residential().build());
    // When
    stage.pass(FIVE.minusMillis(1));
    assertThat(pager.revisions()).containsExactly(1);
    assertThat(sms.received).isEmpty();
    stage.pass(Duration.ofMillis(1));
    // Then
    assertThat(sms.revisions()).containsExactly(1);
    assertThat(stage.recorded()).extracting(Delivery::getChannel).containsExactly("hook", "sms");
    stage.pass(Duration.ofHours(1));
    assertThat(sms.revisions()).containsExactly(1);
    assertThat(fanout.counts().pending()).isZero();
  }

  @Test
  void shouldNotLetTheAnswerOfOneCrewSilenceAnother() {
    // Given
    var otherPager = new FakeChannel();
    var otherSms = new FakeChannel();
    var fanout =
        stage.fanout(all(crew("crew", pager, sms, SMS), crew("other", otherPager, otherSms, SMS)));
    stage.publish(fanout, residential().build());
    // When
    answer(fanout, "crew", EN_ROUTE);
    stage.pass(Duration.ofHours(1));
    // Then
    assertThat(sms.received).isEmpty();
    assertThat(otherSms.revisions()).containsExactly(1);
  }

  @Test
  void shouldTellTheNextAtOnceWhenACrewCannot() {
    // Given
    var fanout = stage.fanout(all(crew("crew", pager, sms, SMS, CENTRE), centre("homs")));
    stage.publish(fanout, residential().build());
    // When
    answer(fanout, "crew", CANNOT);
    stage.settle();
    // Then
    assertThat(sms.revisions()).containsExactly(1);
    assertThat(centre.received).isEmpty();
    stage.pass(TEN);
    assertThat(centre.revisions()).containsExactly(1);
  }

  @Test
  void shouldTellTheNextAtOnceWhenNoChannelReachesTheCrew() {
    // Given
    var gone = new FakeChannel().answers(new Answer.Refused("GONE"));
    var fanout = stage.fanout(crew("crew", gone, sms, SMS));
    // When
    stage.publish(fanout, residential().build());
    stage.pass(Duration.ZERO);
    // Then
    assertThat(sms.revisions()).containsExactly(1);
  }

  @Test
  void shouldCountFromTheFirstAttemptWhenNoneArrives() {
    // Given
    var down = new FakeChannel();
    for (var attempt = 0; attempt < 100; attempt++) {
      down.answers(new Answer.TryAgain("HTTP_500"));
    }
    var fanout = stage.fanout(crew("crew", down, sms, SMS));
    // When
    stage.publish(fanout, residential().build());
    stage.pass(FIVE);
    // Then
    assertThat(sms.revisions()).containsExactly(1);
  }

  @Test
  void shouldGoOnWhenWhoHasSeenItDoesNothingForHalfAnHour() {
    // Given
    var fanout = stage.fanout(crew("crew", pager, sms, SMS));
    stage.publish(fanout, residential().build());
    // When
    answer(fanout, "crew", SEEN);
    stage.pass(Duration.ofMinutes(35).minusMillis(1));
    assertThat(sms.received).isEmpty();
    stage.pass(Duration.ofMillis(1));
    // Then
    assertThat(sms.revisions()).containsExactly(1);
  }

  @Test
  void shouldStopWhenTheStandInAnswers() {
    // Given
    var fanout =
        stage.fanout(
            all(
                crew(
                    "crew",
                    pager,
                    sms,
                    new Escalation.ToSubscriber(FIVE, "centre"),
                    new Escalation.ToChannel(TEN, "sms")),
                centre("homs")));
    stage.publish(fanout, residential().build());
    stage.pass(FIVE);
    assertThat(centre.revisions()).containsExactly(1);
    // When
    answer(fanout, "centre", EN_ROUTE);
    stage.pass(Duration.ofHours(1));
    // Then
    assertThat(sms.received).isEmpty();
  }

  @Test
  void shouldNotTakeTheAnswerOfACentreThatWasToldAnywayForTheCrews() {
    // Given
    var fanout = stage.fanout(all(crew("crew", pager, sms, SMS, CENTRE), centre("aleppo")));
    stage.publish(fanout, residential().build());
    // When
    answer(fanout, "centre", EN_ROUTE);
    stage.pass(Duration.ofHours(1));
    // Then
    assertThat(sms.revisions()).containsExactly(1);
    assertThat(centre.revisions()).containsExactly(1); // and it is not told twice
  }

  @Test
  void shouldUpdateAndCancelExactlyThoseWhoWereTold() {
    // Given
    var fanout = stage.fanout(all(crew("crew", pager, sms, SMS, CENTRE), centre("homs")));
    stage.publish(fanout, residential().build());
    stage.pass(FIVE);
    // When
    stage.publish(fanout, revision(residential(), 2, MessageType.UPDATE));
    stage.publish(fanout, revision(residential(), 3, MessageType.CANCEL));
    stage.pass(Duration.ofHours(1));
    // Then
    assertThat(pager.revisions()).containsExactly(1, 2, 3);
    assertThat(sms.revisions()).containsExactly(1, 2, 3);
    assertThat(centre.received).isEmpty();
    assertThat(stage.committable()).isEqualTo(3);
  }

  @Test
  void shouldTellTheNextTheNewestRevision() {
    // Given
    var fanout = stage.fanout(crew("crew", pager, sms, SMS));
    stage.publish(fanout, residential().build());
    stage.publish(fanout, revision(residential(), 2, MessageType.UPDATE));
    // When
    stage.pass(FIVE);
    // Then
    assertThat(pager.revisions()).containsExactly(1, 2);
    assertThat(sms.revisions()).containsExactly(2);
  }

  @Test
  void shouldTellNobodyOnceTheAlertHasExpired() {
    // Given
    var late = new Escalation.ToChannel(Duration.ofHours(30), "sms");
    var fanout = stage.fanout(crew("crew", pager, sms, late));
    stage.publish(fanout, residential().build());
    // When
    stage.pass(Duration.between(SENT, EXPIRES));
    assertThat(stage.committable()).isZero();
    stage.pass(Duration.ofHours(2));
    // Then
    assertThat(sms.received).isEmpty();
    assertThat(stage.committable()).isEqualTo(1);
  }

  @Test
  void shouldGoOnAfterARestartWhereItStopped() {
    // Given
    var before = stage.fanout(crew("crew", pager, sms, SMS));
    stage.publish(before, residential().build());
    var told = List.copyOf(stage.recorded());
    assertThat(stage.committable()).isZero(); // so it is read again
    var answered = acknowledgement("crew", SEEN);
    var later = new Stage(SENT.plus(Duration.ofMinutes(33)));
    var again = new FakeChannel();
    // When
    var after = later.fanout(crew("crew", again, sms, SMS));
    told.forEach(after::remember);
    after.take(answered);
    later.publish(after, residential().build());
    later.pass(Duration.ofMinutes(2).minusMillis(1));
    // Then
    assertThat(again.received).isEmpty();
    assertThat(sms.received).isEmpty();
    later.pass(Duration.ofMillis(1));
    assertThat(sms.revisions()).containsExactly(1);
  }

  @Test
  void shouldNotRepeatAStepAfterARestart() {
    // Given
    var before = stage.fanout(crew("crew", pager, sms, SMS));
    stage.publish(before, residential().build());
    stage.pass(FIVE);
    var told = List.copyOf(stage.recorded());
    // When
    var later = new Stage(SENT.plus(TEN));
    var after = later.fanout(crew("crew", pager, sms, SMS));
    told.forEach(after::remember);
    later.publish(after, residential().build());
    later.pass(TEN);
    // Then
    assertThat(sms.revisions()).containsExactly(1);
    assertThat(pager.revisions()).containsExactly(1);
    assertThat(later.committable()).isEqualTo(1);
  }

  /** What is read again from the first revision on is known to be over already. */
  @Test
  void shouldNotTellTheNextAfterARestartOfWhatWasWithdrawn() {
    // Given
    var withdrawn = revision(residential(), 2, MessageType.CANCEL);
    var before = stage.fanout(crew("crew", pager, sms, SMS));
    stage.publish(before, residential().build());
    stage.publish(before, withdrawn);
    // When
    var later = new Stage(SENT.plus(Duration.ofHours(1)));
    var after = later.fanout(crew("crew", pager, sms, SMS));
    List.copyOf(stage.recorded()).forEach(after::remember);
    later.publish(after, residential().build());
    later.publish(after, withdrawn);
    later.pass(Duration.ofHours(1));
    // Then
    assertThat(pager.revisions()).containsExactly(1, 2);
    assertThat(sms.received).isEmpty();
    assertThat(later.committable()).isEqualTo(2);
  }

  /** A revision that was told may never be read again, for all its sites are hidden by now. */
  @Test
  void shouldTellTheNextAfterARestartThoughTheNewestRevisionDoesNotCome() {
    // Given
    var before = stage.fanout(crew("crew", pager, sms, SMS));
    stage.publish(before, residential().build());
    stage.publish(before, revision(residential(), 2, MessageType.UPDATE));
    // When
    var later = new Stage(SENT.plus(Duration.ofHours(1)));
    var after = later.fanout(crew("crew", pager, sms, SMS));
    List.copyOf(stage.recorded()).forEach(after::remember);
    later.publish(after, residential().build());
    assertThat(sms.received).isEmpty();
    later.pass(TEN);
    // Then
    assertThat(sms.received).hasSize(1);
    assertThat(later.committable()).isEqualTo(1);
  }

  @Test
  void shouldGoOnAfterARestartThoughTheNewestRevisionDoesNotConcernTheCrew() {
    // Given
    var first = residential().build();
    var milder = revision(residential().setSeverity(Severity.MINOR), 2, MessageType.UPDATE);
    var before = stage.fanout(crewForTheSevere());
    stage.publish(before, first);
    stage.publish(before, milder);
    assertThat(stage.committable()).isZero();
    // When
    var later = new Stage(SENT.plus(Duration.ofMinutes(1)));
    var after = later.fanout(crewForTheSevere());
    List.copyOf(stage.recorded()).forEach(after::remember);
    later.publish(after, first);
    later.publish(after, milder);
    later.pass(FIVE);
    // Then
    assertThat(pager.revisions()).containsExactly(1, 2);
    assertThat(sms.revisions()).containsExactly(2);
    assertThat(later.committable()).isEqualTo(2);
  }

  private Recipient[] crewForTheSevere() {
    var crew = subscriber("crew", Role.RESCUE, SMS).minimumSeverity(Severity.SEVERE).build();
    return of(crew, pager, sms);
  }

  /** What another hospital expects is for that hospital and the operations centres. */
  @Test
  void shouldNotTellAStandInWhatItMayNotKnow() {
    // Given
    var fanout =
        stage.fanout(
            all(
                of(
                    subscriber("hospital", Role.HOSPITAL, SMS, CENTRE).site("hospital-a").build(),
                    pager,
                    sms),
                of(subscriber("centre", Role.RESCUE).build(), centre, centre)));
    // When
    stage.publish(fanout, surge().build());
    stage.pass(Duration.ofHours(1));
    // Then
    assertThat(sms.revisions()).containsExactly(1);
    assertThat(centre.received).isEmpty();
  }

  @Test
  void shouldWarnThoseFirstOfASecondStrikeWhoWereToldOfTheFirst() {
    // Given: a crew that hears of the first strike's neighbourhood only, and one that comes later
    var order = new ArrayList<String>();
    var near = Team.named("z-near").neighbourhoods("aleppo/al-fardous").over(noting("near", order));
    var all = Team.named("a-all").neighbourhoods("aleppo/salah");
    var fanout = stage.fanout(all.over(noting("all", order)), near);
    var first = Facts.repeatFacts().getEarlierStrikeIds().get(0);
    stage.publish(
        fanout,
        residential()
            .setAlertId("strike:" + first)
            .setSubject(new Subject(SubjectKind.STRIKE, first))
            .setStrikeIds(List.of(first))
            .build());
    assertThat(order).containsExactly("near");
    // When
    stage.publish(fanout, repeat().setNeighbourhoods(List.of("aleppo/salah")).build());
    // Then
    assertThat(order).containsExactly("near", "near", "all");
  }

  @Test
  void shouldKnowOfWhatAnotherInstanceTellsThatOneStrikeWasMergedIntoAnother() {
    // Given: a team that was told of a strike which another instance has merged into the first
    var far = new FakeChannel();
    var fanout = stage.fanout(Team.named("far").areas("aleppo", "homs").over(far));
    stage.publish(fanout, residential().setAlertId("strike:merged").build());
    var first = Facts.repeatFacts().getEarlierStrikeIds().get(0);
    fanout.observe(
        revision(
            residential().setAlertId("strike:merged").setReplacedBy("strike:" + first),
            2,
            MessageType.CANCEL));
    fanout.use(Team.roster(Team.named("far").areas("homs").over(far)));
    // When
    stage.publish(fanout, repeat().build());
    // Then
    assertThat(far.sent()).containsExactly("strike:merged 1", "strike:s2 1");
  }

  private static FakeChannel noting(String name, List<String> order) {
    return new FakeChannel() {
      @Override
      public CompletableFuture<Answer> send(Message message) {
        order.add(name);
        return super.send(message);
      }
    };
  }

  private void answer(Fanout fanout, String subscriber, Intent intent) {
    fanout.take(acknowledgement(subscriber, intent));
  }

  private Acknowledgement acknowledgement(String subscriber, Intent intent) {
    return new Acknowledgement(
        "strike:s1", 1, subscriber, "team", intent, "hook", stage.time.instant());
  }

  private static Recipient[] crew(
      String id, FakeChannel hook, FakeChannel held, Escalation... steps) {
    return of(subscriber(id, Role.RESCUE, steps).areas("aleppo").build(), hook, held);
  }

  private Recipient[] centre(String area) {
    var subscriber =
        Subscriber.builder("centre", Role.OPS)
            .areas(area)
            .channel(new ChannelSettings.Terminal("hook"))
            .build();
    return new Recipient[] {new Recipient(subscriber, "hook", centre)};
  }

  private static SubscriberBuilder subscriber(String id, Role role, Escalation... steps) {
    var builder =
        Subscriber.builder(id, role)
            .areas("aleppo")
            .channel(new ChannelSettings.Terminal("hook"))
            .channel(new ChannelSettings.Terminal("sms"));
    List.of(steps).forEach(builder::escalation);
    return builder;
  }

  private static Recipient[] of(Subscriber subscriber, FakeChannel hook, FakeChannel held) {
    return new Recipient[] {
      new Recipient(subscriber, "hook", hook), new Recipient(subscriber, "sms", held)
    };
  }

  private static Recipient[] all(Recipient[]... groups) {
    var all = new ArrayList<Recipient>();
    for (var group : groups) {
      all.addAll(List.of(group));
    }
    return all.toArray(new Recipient[0]);
  }
}
