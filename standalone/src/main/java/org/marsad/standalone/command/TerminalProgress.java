package org.marsad.standalone.command;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.marsad.standalone.Progress;

/** Progress at a terminal: a line for what begins, and once a second how far it is. */
final class TerminalProgress implements Progress {
  private static final long BETWEEN_STEPS = TimeUnit.SECONDS.toNanos(1);

  private final Terminal terminal;
  private final String before;
  private long next = System.nanoTime() + BETWEEN_STEPS;

  TerminalProgress(Terminal terminal) {
    this(terminal, "");
  }

  /**
   * @param before stands before each line
   */
  TerminalProgress(Terminal terminal, String before) {
    this.terminal = terminal;
    this.before = before;
  }

  @Override
  public void tell(String line) {
    next = System.nanoTime() + BETWEEN_STEPS;
    terminal.progress(before + line);
  }

  @Override
  public void step(Supplier<String> line) {
    if (System.nanoTime() - next >= 0) {
      next = System.nanoTime() + BETWEEN_STEPS;
      terminal.step(before + line.get());
    }
  }
}
