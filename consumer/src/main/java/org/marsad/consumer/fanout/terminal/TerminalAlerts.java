package org.marsad.consumer.fanout.terminal;

import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.consumer.text.AlertLine;
import org.marsad.message.Alert;

/** Prints alerts, a line each. */
public final class TerminalAlerts {
  private final AlertLine line;
  private final PrintStream out;

  /**
   * @param out is written to and never closed
   * @param names of areas, for people
   * @param colour whether the terminal shows ANSI colours
   */
  public TerminalAlerts(PrintStream out, AreaNames names, boolean colour) {
    this(out, names, Locale.ENGLISH, colour);
  }

  /**
   * Lines in a language.
   *
   * @param out is written to and never closed
   * @param names of areas, for people
   * @param language English or Arabic
   * @param colour whether the terminal shows ANSI colours
   */
  public TerminalAlerts(PrintStream out, AreaNames names, Locale language, boolean colour) {
    this.out = out;
    this.line = new AlertLine(names, language, colour);
  }

  /** The line of an alert. */
  public void print(Alert alert) {
    print(alert, null);
  }

  /**
   * The same, and what has changed.
   *
   * @param earlier as it was printed before; null: not known
   */
  public void print(Alert alert, @Nullable Alert earlier) {
    print(line.of(alert, earlier));
  }

  /** Text of one line or several. */
  void print(String text) {
    out.println(text);
    out.flush();
  }

  String line(Alert alert, @Nullable Alert earlier) {
    return line.of(alert, earlier);
  }
}
