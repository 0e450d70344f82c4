package org.marsad.standalone.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class TerminalTest {
  private final ByteArrayOutputStream both = new ByteArrayOutputStream();

  @Test
  void shouldShowHowFarItIsInOneLineOfATerminalAndEndThatBeforeTheNext() {
    var terminal = terminal(true);
    terminal.step("judged 1 of 9");
    terminal.step("judged 5 of 9");
    terminal.print("rows 9");
    terminal.fault("broken");
    assertThat(both.toString(UTF_8))
        .isEqualTo(
            "\r\033[Kmarsad: judged 1 of 9\r\033[Kmarsad: judged 5 of 9\nrows 9\nmarsad: broken\n");
  }

  @Test
  void shouldPrintPlainLinesWhereThereIsNoTerminal() {
    var terminal = terminal(false);
    terminal.step("judged 1 of 9");
    terminal.step("judged 1 of 9"); // nothing new
    terminal.step("judged 5 of 9");
    terminal.print("rows 9");
    assertThat(both.toString(UTF_8))
        .isEqualTo("marsad: judged 1 of 9\nmarsad: judged 5 of 9\nrows 9\n");
  }

  private Terminal terminal(boolean interactive) {
    var out = new PrintStream(both, true, UTF_8);
    return new Terminal(out, out, interactive);
  }
}
