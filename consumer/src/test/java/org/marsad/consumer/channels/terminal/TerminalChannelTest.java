package org.marsad.consumer.channels.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.at;
import static org.marsad.consumer.fixtures.Alerts.heaviest;
import static org.marsad.consumer.fixtures.Alerts.residential;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.channels.Answer;
import org.marsad.consumer.channels.Message;
import org.marsad.consumer.channels.Replies;
import org.marsad.consumer.channels.Summary;
import org.marsad.consumer.subscribers.ChannelSettings;
import org.marsad.consumer.subscribers.Coverage;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.message.Reality;
import org.marsad.message.SubjectKind;

class TerminalChannelTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void shouldPrintALineForEachAlert() {
    // Given
    try (var channel = new TerminalChannel(terminal(), (code, language) -> code, "crew-city")) {
      // When
      var first =
          channel.send(new Message("1", heaviest().build(), Locale.ENGLISH, Replies.NONE)).join();
      var second =
          channel.send(new Message("2", heaviest().build(), Locale.ENGLISH, Replies.NONE)).join();
      // Then
      assertThat(first).isEqualTo(new Answer.Accepted());
      assertThat(second).isEqualTo(new Answer.Accepted());
      assertThat(out.toString(UTF_8).lines())
          .hasSize(2)
          .allMatch(line -> line.contains("HEAVIEST DAY IN 26 DAYS"));
    }
  }

  @Test
  void shouldAppendAndPrintASummaryAsItShowsIt() {
    // Given
    var terminal = terminal();
    var views = List.of(residential().build(), heaviest().build());
    var summary = new Summary("1", Locale.ENGLISH, views, at("14:15"), at("14:30"));
    try (var channel = new TerminalChannel(terminal, (code, language) -> code, "crew-city")) {
      // When
      channel.send(summary).join();
      // Then
      assertThat(channel.isInPlace()).isFalse();
      assertThat(out.toString(UTF_8).strip()).isEqualTo(channel.shown(summary).strip());
      assertThat(out.toString(UTF_8).lines()).hasSize(3);
    }
  }

  @Test
  void shouldSayHowManyAlertsWaitForASummaryAndUntilWhen() {
    // Given
    var views = List.of(residential().build(), heaviest().build());
    var coming = new Summary("1", Locale.ENGLISH, views, at("14:15"), at("14:30"));
    var alert = new Message("2", heaviest().build(), Locale.ENGLISH, Replies.NONE);
    try (var channel = new TerminalChannel(terminal(), (code, language) -> code, "crew-city")) {
      // When
      channel.awaits(coming);
      channel.send(alert).join(); // so that it is printed before it
    }
    // Then
    assertThat(printed().lines().findFirst()).contains(" 2 alerts wait for the summary at 14:30");
  }

  @Test
  void shouldSpeakTheLanguageOfItsReader() {
    // Given
    var arabic = new Message("1", residential().build(), Locale.forLanguageTag("ar"), Replies.NONE);
    try (var channel = new TerminalChannel(terminal(), (code, language) -> code, "crew-city")) {
      // When
      channel.send(arabic).join();
      // Then
      assertThat(printed()).contains("قتيل").contains("\u2068").doesNotContain("killed");
      assertThat(printed().strip()).isEqualTo(channel.shown(arabic).strip());
    }
  }

  @Test
  void shouldSayForWhomALineIsWhereSeveralReadItAndNotRepeatIt() {
    // Given
    var terminal = terminal();
    terminal.nameReaders(true);
    var alert = new Message("1", residential().build(), Locale.ENGLISH, Replies.NONE);
    var other = new Message("2", heaviest().build(), Locale.ENGLISH, Replies.NONE);
    try (var city = new TerminalChannel(terminal, (code, language) -> code, "crew-city");
        var east = new TerminalChannel(terminal, (code, language) -> code, "crew-east")) {
      // When
      city.send(alert).join();
      east.send(alert).join();
      east.send(other).join();
      city.send(alert).join();
      // Then
      var line = city.shown(alert);
      assertThat(printed().lines())
          .containsExactly(
              line + "  for crew-city",
              "   the same for crew-east",
              east.shown(other) + "  for crew-east",
              line + "  for crew-city");
    }
  }

  @Test
  void shouldNameReadersOnlyWhereTwoMayHearOfOneAlert() {
    var all = Set.of(SubjectKind.STRIKE, SubjectKind.DAY);
    var crew = reader("crew", Reality.ACTUAL, all);
    var days = reader("days", Reality.ACTUAL, Set.of(SubjectKind.DAY));
    var exercise = reader("exercise", Reality.EXERCISE, all);
    assertThat(TerminalReaders.mayHearTheSame(List.of(crew))).isFalse();
    assertThat(TerminalReaders.mayHearTheSame(List.of(crew, exercise))).isFalse();
    assertThat(TerminalReaders.mayHearTheSame(List.of(crew, exercise, days))).isTrue();
  }

  private TerminalAlerts terminal() {
    return new TerminalAlerts(new PrintStream(out, true, UTF_8), (code, language) -> code, false);
  }

  private String printed() {
    return out.toString(UTF_8);
  }

  private static Subscriber reader(String id, Reality reality, Set<SubjectKind> subjects) {
    return Subscriber.builder(id, Role.RESCUE)
        .areas(Coverage.ALL_AREAS)
        .realities(Set.of(reality))
        .subjects(subjects)
        .channel(new ChannelSettings.Terminal("terminal"))
        .build();
  }
}
