package org.marsad.consumer.fanout.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.at;
import static org.marsad.consumer.fixtures.Alerts.heaviest;
import static org.marsad.consumer.fixtures.Alerts.residential;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.fanout.channel.Answer;
import org.marsad.consumer.fanout.channel.Message;
import org.marsad.consumer.fanout.channel.Replies;
import org.marsad.consumer.fanout.channel.Summary;

class TerminalChannelTest {
  @Test
  void shouldPrintALineForEachAlert() {
    // Given
    var out = new ByteArrayOutputStream();
    var terminal =
        new TerminalAlerts(new PrintStream(out, true, UTF_8), (code, language) -> code, false);
    try (var channel = new TerminalChannel(terminal, (code, language) -> code)) {
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
    var out = new ByteArrayOutputStream();
    var terminal =
        new TerminalAlerts(new PrintStream(out, true, UTF_8), (code, language) -> code, false);
    var views = List.of(residential().build(), heaviest().build());
    var summary = new Summary("1", Locale.ENGLISH, views, at("14:15"), at("14:30"));
    try (var channel = new TerminalChannel(terminal, (code, language) -> code)) {
      // When
      channel.send(summary).join();
      // Then
      assertThat(channel.isInPlace()).isFalse();
      assertThat(out.toString(UTF_8).strip()).isEqualTo(channel.shown(summary).strip());
      assertThat(out.toString(UTF_8).lines()).hasSize(3);
    }
  }
}
