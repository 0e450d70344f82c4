package org.marsad.standalone.command;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.marsad.standalone.init.Dialogue;

/** The person at the terminal; where the input is no terminal, its lines are the answers. */
final class TerminalPerson implements Dialogue.Person {
  private final Terminal terminal;
  private final @Nullable Console console;
  private final BufferedReader lines;

  TerminalPerson(Terminal terminal) {
    this.terminal = terminal;
    this.console = System.console();
    this.lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  }

  @Override
  public @Nullable String answer(String question) {
    terminal.ask(question);
    try {
      return console == null ? lines.readLine() : console.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public @Nullable String secret(String question) {
    if (console == null) {
      return answer(question);
    }
    terminal.ask(question);
    var typed = console.readPassword();
    return typed == null ? null : new String(typed);
  }

  @Override
  public void tell(String line) {
    terminal.fault(line);
  }
}
