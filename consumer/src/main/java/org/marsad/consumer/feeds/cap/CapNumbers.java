package org.marsad.consumer.feeds.cap;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers without an exponent, which CAP has no room for. */
final class CapNumbers {
  private static final int DECIMALS = 6; // a tenth of a metre in degrees
  private static final int METRES = 3; // decimals of a kilometre

  private CapNumbers() {}

  static String plain(BigDecimal number) {
    var rounded = number.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }

  static String degrees(double degrees) {
    return plain(BigDecimal.valueOf(degrees));
  }

  /** Kilometres, rounded up: rather too wide than too narrow. */
  static String kilometres(double metres) {
    var kilometres = BigDecimal.valueOf(metres).movePointLeft(METRES);
    return plain(kilometres.setScale(METRES, RoundingMode.CEILING));
  }
}
