package org.marsad.consumer.subscribers;

import java.util.regex.Pattern;

/**
 * Where an SMS goes. Its text shows two digits: a list of rescuers' numbers must not leak.
 *
 * @param digits as it is sent, with a leading {@code +} (E.164)
 */
public record PhoneNumber(String digits) {
  private static final Pattern FORM = Pattern.compile("\\+[1-9]\\d{6,14}");

  /** What is expected of a number. */
  static final String EXPECTED = "+ and 7 to 15 digits";

  public PhoneNumber {
    if (!FORM.matcher(digits).matches()) {
      throw new IllegalArgumentException("(hidden) (expected: " + EXPECTED + ")");
    }
  }

  @Override
  public String toString() {
    return "+…" + digits.substring(digits.length() - 2);
  }
}
