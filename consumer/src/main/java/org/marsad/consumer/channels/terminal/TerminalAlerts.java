package org.marsad.consumer.channels.terminal;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.consumer.text.AlertLine;
import org.marsad.consumer.text.Aside;
import org.marsad.consumer.text.PlainText;
import org.marsad.message.Alert;

/**
 * Prints alerts, a line each. Where several subscribers read one terminal, it says for whom a line
 * is, and does not repeat one that is the same for the next. Safe for several threads.
 */
public final class TerminalAlerts {
  private final Map<Locale, AlertLine> lines = new ConcurrentHashMap<>();
  private final PrintStream out;
  private final AreaNames names;
  private final Locale language;
  private final boolean colour;
  private boolean readersAreNamed;
  private @Nullable String last;

  /**
   * Lines in English, unless a reader asks for another language.
   *
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
    this.names = names;
    this.language = language;
    this.colour = colour;
  }

  /** Whether lines say for whom they are. */
  public synchronized void nameReaders(boolean named) {
    readersAreNamed = named;
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
    print(line(alert, earlier, language));
  }

  /**
   * A line beside the alerts, dim where the terminal can show that.
   *
   * @param text free of control characters
   */
  public void note(String text) {
    print(" " + Aside.of(text, colour));
  }

  /**
   * What a subscriber is told.
   *
   * @param text of one line or several
   * @param reader the subscriber's id
   */
  synchronized void tell(String text, String reader) {
    var who = PlainText.of(reader);
    if (!readersAreNamed) {
      print(text);
    } else if (text.equals(last)) {
      write("   " + Aside.of("the same for " + who, colour));
    } else {
      print(text + "  " + Aside.of("for " + who, colour));
      last = text;
    }
  }

  /** The same, beside the alerts: dim where the terminal can show that. */
  void tellBeside(String text, String reader) {
    tell(" " + Aside.of(text, colour), reader);
  }

  String line(Alert alert, @Nullable Alert earlier, Locale in) {
    return lines
        .computeIfAbsent(in, unknown -> new AlertLine(names, in, colour))
        .of(alert, earlier);
  }

  private synchronized void print(String text) {
    last = null;
    write(text);
  }

  private void write(String text) {
    out.println(text);
    out.flush();
  }
}
