package org.marsad.consumer.text;

import org.marsad.message.Alert;
import org.marsad.message.MessageType;

/** ANSI colours: few, and never the only sign of anything. */
enum Colour {
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
    if (alert.getMessageType() == MessageType.CANCEL) {
      return WITHDRAWN;
    }
    return switch (alert.getSeverity()) {
      case EXTREME -> EXTREME;
      case SEVERE -> SEVERE;
      case MODERATE, MINOR, UNKNOWN -> PLAIN;
    };
  }

  String paint(String text, boolean wanted) {
    return wanted && !code.isEmpty() ? ESCAPE + "[" + code + "m" + text + ESCAPE + "[0m" : text;
  }
}
