package org.marsad.consumer.fanout.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.message.Intent.CANNOT;
import static org.marsad.message.Intent.EN_ROUTE;
import static org.marsad.message.Intent.PREPARED;
import static org.marsad.message.Intent.SEEN;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.subscribers.Escalation;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Intent;

/** Told at 14:05; the SMS after 5 minutes, operations after 15; SEEN holds for 30. */
class PlanTest {
  private static final Instant TOLD = Instant.parse("2016-10-11T14:05:00Z");
  private static final Escalation SMS = new Escalation.ToChannel(Duration.ofMinutes(5), "sms");
  private static final Escalation OPERATIONS =
      new Escalation.ToSubscriber(Duration.ofMinutes(15), "operations");

  private final Plan plan = new Plan(List.of(SMS, OPERATIONS), Duration.ofMinutes(30));
  private final Answers answers = new Answers();

  @Test
  void shouldTellTheNextWhenNobodyAnswers() {
    assertThat(at("14:09:59.999")).isEqualTo(nothingUntil("14:10:00"));
    assertThat(at("14:10:00")).isEqualTo(due("14:20:00", SMS));
    assertThat(at("14:19:59")).isEqualTo(due("14:20:00", SMS));
    assertThat(at("14:20:00")).isEqualTo(new Plan.Next(List.of(SMS, OPERATIONS), Optional.empty()));
  }

  @Test
  void shouldWaitForGoodWhenATeamIsOnItsWayOrPrepared() {
    for (var intent : List.of(EN_ROUTE, PREPARED)) {
      // When
      var answered = new Answers();
      answered.add(answer("crew", "1", intent, "14:07:00"));
      // Then
      assertThat(plan.at(time("23:00:00"), TOLD, answered, false))
          .isEqualTo(new Plan.Next(List.of(), Optional.empty()));
    }
  }

  @Test
  void shouldGoOnWhereItStoppedWhenWhoHasSeenItDoesNothing() {
    // When
    answers.add(answer("crew", "1", SEEN, "14:07:00"));
    // Then
    assertThat(at("14:36:59")).isEqualTo(nothingUntil("14:37:00"));
    assertThat(at("14:37:00")).isEqualTo(nothingUntil("14:40:00")); // 2 of 5 minutes were over
    assertThat(at("14:40:00")).isEqualTo(due("14:50:00", SMS));
  }

  @Test
  void shouldCountTimesThatOverlapOnce() {
    // When
    answers.add(answer("crew", "1", SEEN, "14:07:00"));
    answers.add(answer("crew", "2", SEEN, "14:17:00"));
    // Then
    assertThat(at("14:40:00")).isEqualTo(nothingUntil("14:47:00"));
    assertThat(at("14:47:00")).isEqualTo(nothingUntil("14:50:00"));
  }

  @Test
  void shouldNotCountTheEndOfAShortAnswerWithinALongOne() {
    // When
    answers.add(answer("crew", "1", EN_ROUTE, "14:06:00"));
    answers.add(answer("crew", "2", SEEN, "14:10:00")); // until 14:40
    answers.add(answer("crew", "1", CANNOT, "14:50:00"));
    // Then
    assertThat(at("14:50:00")).isEqualTo(due("15:04:00", SMS)); // 1 of 15 minutes was over
  }

  @Test
  void shouldTellTheNextAtOnceForEachTeamThatCannot() {
    // When
    answers.add(answer("crew", "1", CANNOT, "14:06:00"));
    // Then
    assertThat(at("14:06:00")).isEqualTo(due("14:20:00", SMS));
    // When
    answers.add(answer("crew", "1", CANNOT, "14:07:00")); // the same team says it again
    assertThat(at("14:07:00").due()).containsExactly(SMS);
    answers.add(answer("crew", "2", CANNOT, "14:08:00"));
    // Then
    assertThat(at("14:08:00").due()).containsExactly(SMS, OPERATIONS);
  }

  @Test
  void shouldNotLetATeamThatCannotUndoAnotherOnItsWay() {
    // When
    answers.add(answer("crew", "1", EN_ROUTE, "14:06:00"));
    answers.add(answer("crew", "2", CANNOT, "14:07:00"));
    // Then
    assertThat(at("14:30:00").due()).isEmpty();
  }

  @Test
  void shouldGoOnWhenTheTeamOnItsWayFindsThatItCannot() {
    // When
    answers.add(answer("crew", "1", EN_ROUTE, "14:06:00"));
    answers.add(answer("crew", "1", CANNOT, "14:30:00"));
    // Then
    assertThat(at("14:29:59").due()).isEmpty();
    assertThat(at("14:30:00")).isEqualTo(due("14:44:00", SMS)); // 1 of 15 minutes was over
  }

  @Test
  void shouldTellTheNextAtOnceWhenNoChannelReachesThem() {
    assertThat(plan.at(TOLD, TOLD, answers, true)).isEqualTo(due("14:20:00", SMS));
  }

  @Test
  void shouldComeToTheSameWhateverTheOrderOfReading() {
    // Given
    answers.add(answer("crew", "1", CANNOT, "14:30:00"));
    answers.add(answer("crew", "1", EN_ROUTE, "14:06:00"));
    answers.add(answer("crew", "1", CANNOT, "14:30:00"));
    // Then
    assertThat(at("14:30:00")).isEqualTo(due("14:44:00", SMS));
  }

  /** A receiver may answer before the delivery to it is recorded. */
  @Test
  void shouldCountAnAnswerThatCameBeforeTheRecordOfTheDelivery() {
    // When
    answers.add(answer("crew", "1", SEEN, "14:04:00"));
    // Then
    assertThat(at("14:33:59")).isEqualTo(nothingUntil("14:34:00"));
    assertThat(at("14:34:00")).isEqualTo(nothingUntil("14:39:00"));
  }

  private Plan.Next at(String time) {
    return plan.at(time(time), TOLD, answers, false);
  }

  private static Plan.Next nothingUntil(String time) {
    return new Plan.Next(List.of(), Optional.of(time(time)));
  }

  private static Plan.Next due(String lookAgain, Escalation... steps) {
    return new Plan.Next(List.of(steps), Optional.of(time(lookAgain)));
  }

  private static Acknowledgement answer(
      String subscriber, String team, Intent intent, String time) {
    return new Acknowledgement("residential:s1", 1, subscriber, team, intent, "sms", time(time));
  }

  private static Instant time(String time) {
    return Instant.parse("2016-10-11T" + time + "Z");
  }
}
