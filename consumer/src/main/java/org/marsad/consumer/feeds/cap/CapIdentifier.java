package org.marsad.consumer.feeds.cap;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The name of a message: {@code marsad.<alertId>.<revision>}. Whatever stands in the alert's id,
 * the name has no space, comma, {@code <} or {@code &}, can be a part of a path, and two alerts
 * never share it.
 */
public final class CapIdentifier {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private CapIdentifier() {}

  /**
   * The name of one revision.
   *
   * @param revision 1 or more
   */
  public static String of(String alertId, int revision) {
    return "marsad." + safe(alertId) + "." + revision;
  }

  /** Letters, digits, {@code .}, {@code -} and {@code :} stay; any other byte is {@code _2F}. */
  private static String safe(String text) {
    var safe = new StringBuilder();
    for (var octet : text.getBytes(StandardCharsets.UTF_8)) {
      if (isSafe(octet)) {
        safe.append((char) octet);
      } else {
        safe.append('_').append(HEX.toHexDigits(octet));
      }
    }
    return safe.toString();
  }

  private static boolean isSafe(byte octet) {
    return (octet >= '0' && octet <= '9')
        || (octet >= 'A' && octet <= 'Z')
        || (octet >= 'a' && octet <= 'z')
        || octet == '.'
        || octet == '-'
        || octet == ':';
  }
}
