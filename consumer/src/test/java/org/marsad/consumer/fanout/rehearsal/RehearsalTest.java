package org.marsad.consumer.fanout.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.cancel;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.revision;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.fixtures.Areas;
import org.marsad.consumer.subscribers.ChannelSettings;
import org.marsad.consumer.subscribers.QuietHours;
import org.marsad.consumer.subscribers.Secret;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.consumer.subscribers.SubscriberBuilder;
import org.marsad.message.Alert;
import org.marsad.message.AlertReference;
import org.marsad.message.CancelReason;
import org.marsad.message.CountRange;
import org.marsad.message.MessageType;
import org.marsad.message.Severity;
import org.marsad.message.Urgency;

class RehearsalTest {
  @Test
  void shouldTellWhoWouldHaveBeenToldWhatAndWhen() {
    // When
    var lines = rehearse(List.of(team("crew")), residential().build());
    // Then
    assertThat(lines)
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.subscriber()).isEqualTo("crew");
              assertThat(line.channel()).isEqualTo("terminal");
              assertThat(line.alertId()).isEqualTo("strike:s1");
              assertThat(line.revision()).isEqualTo(1);
              assertThat(line.interrupts()).isTrue();
              assertThat(line.outcome()).isEqualTo("DELIVERED");
              assertThat(line.reason()).isNull();
              assertThat(line.at()).isEqualTo(SENT);
              assertThat(line.text()).contains("al-Fardous").contains("45 killed");
            });
  }

  @Test
  void shouldSayWhyARevisionWouldNotHaveBeenSentAndWhatItSays() {
    // Given
    var quiet =
        Alert.newBuilder(revision(residential(), 2, MessageType.UPDATE))
            .setKilled(new CountRange(46, 46, 46))
            .setInterrupts(false)
            .setReferences(List.of(new AlertReference(1, SENT, true)))
            .setSentAt(SENT.plusSeconds(60))
            .build();
    // When
    var lines = rehearse(List.of(team("crew")), residential().build(), quiet);
    // Then
    var line = lines.get(1);
    assertThat(line.outcome()).isEqualTo("SUPPRESSED");
    assertThat(line.reason()).isEqualTo("NOT_INTERRUPTING");
    assertThat(line.interrupts()).isFalse();
    assertThat(line.at()).isEqualTo(SENT.plusSeconds(60));
    assertThat(line.text()).contains("46 killed");
  }

  @Test
  void shouldWriteALineForScripts() {
    var lines = rehearse(List.of(team("crew")), residential().build());
    assertThat(lines.get(0).json())
        .startsWith(
            "{\"subscriber\":\"crew\",\"channel\":\"terminal\",\"alertId\":\"strike:s1\","
                + "\"revision\":1,\"interrupts\":true,\"outcome\":\"DELIVERED\","
                + "\"at\":\"2016-10-11T11:25:00Z\",\"text\":\"");
  }

  @Test
  void shouldGiveASummaryALineOfItsOwn() {
    // Given
    var strikes =
        IntStream.rangeClosed(1, 14)
            .mapToObj(number -> strike("s" + number, number))
            .toArray(Alert[]::new);
    // When
    var lines = rehearse(List.of(team("crew")), strikes);
    // Then
    assertThat(lines.stream().filter(Line::isSummary))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.isDelivered()).isTrue();
              assertThat(line.interrupts()).isTrue();
              assertThat(line.at()).isEqualTo(SENT.plusSeconds(13).plus(Duration.ofMinutes(15)));
              assertThat(line.text()).isNotEmpty();
            });
    assertThat(lines.stream().filter(line -> "SUMMARISED".equals(line.reason())))
        .extracting(Line::alertId)
        .containsExactly("strike:s13", "strike:s14");
    assertThat(lines.stream().filter(line -> line.isDelivered() && line.interrupts())).hasSize(13);
  }

  @Test
  void shouldGoOnToTheEndOfWhatWaits() {
    // Given
    var rest = new QuietHours(LocalTime.of(14, 0), LocalTime.of(18, 0), ZoneId.of("Asia/Damascus"));
    var alert = residential().setUrgency(Urgency.PAST).setSeverity(Severity.SEVERE).build();
    // When
    var lines = rehearse(List.of(team("crew").quietHours(rest)), alert);
    // Then
    assertThat(lines)
        .singleElement()
        .satisfies(line -> assertThat(line.at()).isEqualTo("2016-10-11T15:00:00Z"));
  }

  @Test
  void shouldTakeBackADayLater() {
    var late = Duration.ofHours(25);
    var taken =
        cancel(residential(), CancelReason.WITHDRAWN)
            .setSentAt(SENT.plus(late))
            .setExpiresAt(SENT.plus(late.multipliedBy(2)))
            .build();
    var lines = rehearse(List.of(team("crew")), residential().build(), taken);
    assertThat(lines).extracting(Line::isDelivered).containsExactly(true, true);
  }

  @Test
  void shouldRunEachChannelByItsKindAndSendNothing() {
    // Given: nobody answers at this address, and nobody has to
    var both =
        team("crew")
            .channel(
                new ChannelSettings.Webhook(
                    "hook",
                    URI.create("http://192.0.2.1/"),
                    Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                    true));
    var quiet =
        Alert.newBuilder(revision(residential(), 2, MessageType.UPDATE))
            .setInterrupts(false)
            .setReferences(List.of(new AlertReference(1, SENT, true)))
            .build();
    // When
    var lines = rehearse(List.of(both), residential().build(), quiet);
    // Then
    assertThat(lines.stream().filter(line -> line.channel().equals("hook")))
        .extracting(Line::isDelivered)
        .containsExactly(true, true);
    assertThat(lines.stream().filter(line -> line.channel().equals("terminal")))
        .extracting(Line::isDelivered)
        .containsExactly(true, false);
  }

  @Test
  void shouldSayTheSameEachTime() {
    var alerts = Stream.of(strike("a", 1), strike("b", 2), strike("c", 3)).toArray(Alert[]::new);
    var teams = List.of(team("crew"), team("other").interruptionsPerHour(1));
    assertThat(rehearse(teams, alerts)).isEqualTo(rehearse(teams, alerts));
  }

  @Test
  void shouldTellNobodyOfNothing() {
    assertThat(rehearse(List.of(team("crew")))).isEmpty();
  }

  private static Alert strike(String id, int second) {
    return residential()
        .setAlertId("strike:" + id)
        .setSeverity(Severity.SEVERE)
        .setSentAt(SENT.plusSeconds(second))
        .build();
  }

  private static SubscriberBuilder team(String id) {
    return Subscriber.builder(id, Role.RESCUE)
        .areas("aleppo")
        .channel(new ChannelSettings.Terminal("terminal"));
  }

  private static List<Line> rehearse(List<SubscriberBuilder> teams, Alert... alerts) {
    var lines = new ArrayList<Line>();
    var subscribers = teams.stream().map(SubscriberBuilder::build).toList();
    new Rehearsal(subscribers, Areas.directory()).run(Arrays.asList(alerts), lines::add);
    return lines;
  }
}
