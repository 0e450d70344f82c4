package org.marsad.consumer.operations.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.Delivery;
import org.marsad.message.DeliveryOutcome;
import org.marsad.message.Intent;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Severity;
import org.marsad.message.Subject;
import org.marsad.message.SubjectKind;
import org.marsad.message.TimePrecision;
import org.marsad.message.Urgency;
import org.marsad.schemas.MessageCodec;

class DeliveryStoryTest {
  static {
    MessageCodec.trustMessages(); // lets Avro make our own classes
  }

  private static final Instant TOLD = Instant.parse("2016-10-11T11:05:00Z");

  @Test
  void shouldTellTheStoryAsItHappened() {
    // When
    var lines =
        story(
                List.of(
                    delivery("crew-east", "pager", 0, DeliveryOutcome.DELIVERED, null, 1),
                    delivery("crew-west", "pager", 1, DeliveryOutcome.RETRY_LATER, "TIMEOUT", 1),
                    delivery("crew-west", "pager", 9, DeliveryOutcome.DELIVERED, null, 2),
                    delivery("hospital", "sms", 2, DeliveryOutcome.SUPPRESSED, "STALE", 0)),
                List.of(answer("crew-east", 5, Intent.EN_ROUTE)))
            .lines();
    // Then
    assertThat(lines)
        .containsExactly(
            "strike:s1, revision 1, ALERT; times in Asia/Damascus",
            "11 Oct 14:05:00  crew-east  pager  told ALERT 1",
            "11 Oct 14:05:01  crew-west  pager  ALERT 1 waits until 11 Oct 14:05:06: TIMEOUT",
            "11 Oct 14:05:02  hospital   sms    not told ALERT 1: it came after its time (STALE)",
            "11 Oct 14:05:05  crew-east  api    ANSWERED EN_ROUTE, team 1, to revision 1",
            "11 Oct 14:05:09  crew-west  pager  told ALERT 1, attempt 2",
            "told and without an answer: crew-west");
  }

  @Test
  void shouldSayInWordsWhyAMessageWasNotSentAndThatASummaryTells() {
    assertThat(
            story(
                    List.of(
                        suppressed("crew", 1, "NOT_INTERRUPTING"),
                        suppressed("crew", 2, "SUPERSEDED"),
                        suppressed("crew", 3, "MUTED:m-7"),
                        suppressed("ops", 4, "SUMMARISED")),
                    List.of())
                .lines())
        .containsExactly(
            "strike:s1, revision 1, ALERT; times in Asia/Damascus",
            "11 Oct 14:05:01  crew  sms  not told ALERT 1: it brings no news (NOT_INTERRUPTING)",
            "11 Oct 14:05:02  crew  sms  not told ALERT 1: a newer revision goes in its place"
                + " (SUPERSEDED)",
            "11 Oct 14:05:03  crew  sms  not told ALERT 1: muted by m-7",
            "11 Oct 14:05:04  ops   sms  told ALERT 1 in a summary",
            "told and without an answer: ops");
  }

  @Test
  void shouldSayWhenNobodyWasToldAndWhenEverybodyHasAnswered() {
    var told = delivery("crew-east", "pager", 0, DeliveryOutcome.DELIVERED, null, 1);
    assertThat(story(List.of(), List.of()).lines()).endsWith("nobody was told");
    assertThat(story(List.of(told), List.of(answer("crew-east", 1, Intent.SEEN))).lines())
        .endsWith("everybody who was told has answered");
  }

  private static DeliveryStory story(List<Delivery> told, List<Acknowledgement> answers) {
    var alert =
        Alert.newBuilder()
            .setAlertId("strike:s1")
            .setRevision(1)
            .setMessageType(MessageType.ALERT)
            .setSubject(new Subject(SubjectKind.STRIKE, "s1"))
            .setReality(Reality.ACTUAL)
            .setSeverity(Severity.SEVERE)
            .setUrgency(Urgency.IMMEDIATE)
            .setCertainty(Certainty.LIKELY)
            .setSources(1)
            .setArea("aleppo")
            .setTimeZone("Asia/Damascus")
            .setOnset(TOLD)
            .setOnsetPrecision(TimePrecision.MINUTE)
            .setSentAt(TOLD)
            .setExpiresAt(TOLD.plusSeconds(3600))
            .setInterrupts(true)
            .setRulesHash("r1")
            .build();
    return new DeliveryStory(alert, told, answers);
  }

  private static Delivery suppressed(String subscriber, int second, String reason) {
    return delivery(subscriber, "sms", second, DeliveryOutcome.SUPPRESSED, reason, 0);
  }

  private static Delivery delivery(
      String subscriber,
      String channel,
      int second,
      DeliveryOutcome outcome,
      @Nullable String reason,
      int attempt) {
    var at = TOLD.plusSeconds(second);
    return Delivery.newBuilder()
        .setAlertId("strike:s1")
        .setRevision(1)
        .setMessageType(MessageType.ALERT)
        .setSubscriber(subscriber)
        .setChannel(channel)
        .setOutcome(outcome)
        .setReason(reason)
        .setAttempt(attempt)
        .setIdempotencyKey("msg_1")
        .setAt(at)
        .setSeverity(Severity.SEVERE)
        .setReality(Reality.ACTUAL)
        .setInterrupts(true)
        .setNextAttemptAt(outcome == DeliveryOutcome.RETRY_LATER ? at.plusSeconds(5) : null)
        .build();
  }

  private static Acknowledgement answer(String subscriber, int second, Intent intent) {
    return new Acknowledgement(
        "strike:s1", 1, subscriber, "1", intent, "api", TOLD.plusSeconds(second));
  }
}
