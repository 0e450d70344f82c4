package org.marsad.producer.intake;

import java.util.regex.Pattern;

/** Telephone numbers in the form that two spellings of one number share. */
public final class PhoneNumbers {
  private static final Pattern SIGNS = Pattern.compile("[\\s()./-]+");
  private static final Pattern FORM = Pattern.compile("(?:\\+|00)?([1-9][0-9]{6,14})");

  private PhoneNumbers() {}

  /** The digits of an international number, without {@code +} or {@code 00}; else nothing. */
  public static String digits(String number) {
    var form = FORM.matcher(SIGNS.matcher(number).replaceAll(""));
    return form.matches() ? form.group(1) : "";
  }

  /** {@code +} and the digits of an international number; else as it came. */
  static String international(String number) {
    var digits = digits(number);
    return digits.isEmpty() ? number : "+" + digits;
  }
}
