package org.marsad.consumer.text;

import org.marsad.message.Alert;
import org.marsad.message.MessageType;
import org.marsad.message.Severity;

/** ANSI colours: few, and never the only sign of anything. */
public enum Colour {
  EXTREME("1;31"),
  SEVERE("33"),
  WITHDRAWN("2"),
  QUIET("2"),
  MARKED("36"),
  PLAIN("");

  private static final char ESCAPE = 27;

  private final String code;

  Colour(String code) {
    this.code = code;
  }

  static Colour of(Alert alert) {
    return of(alert.getMessageType(), alert.getSeverity());
  }

  /** The colour of what an alert says. */
  public static Colour of(MessageType type, Severity severity) {
    if (type == MessageType.CANCEL) {
      return WITHDRAWN;
    }
    return switch (severity) {
      case EXTREME -> EXTREME;
      case SEVERE -> SEVERE;
      case MODERATE, MINOR, UNKNOWN -> PLAIN;
    };
  }

  /**
   * The text in this colour.
   *
   * @param wanted whether the terminal can show it
   */
  public String paint(String text, boolean wanted) {
    return wanted && !code.isEmpty() ? ESCAPE + "[" + code + "m" + text + ESCAPE + "[0m" : text;
  }
}
