package org.marsad.consumer.subscribers;

import java.util.regex.Pattern;

/**
 * Where a mail goes or comes from. Its text shows the domain: a list of rescuers' addresses must
 * not leak.
 *
 * @param text as it is sent: local part and domain, ASCII
 */
public record MailAddress(String text) {
  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9][A-Za-z0-9.-]{0,252}");

  /** What is expected of an address. */
  static final String EXPECTED = "an address such as desk@hospital.example";

  public MailAddress {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("(hidden) (expected: " + EXPECTED + ")");
    }
  }

  /** What follows the at sign. */
  public String domain() {
    return text.substring(text.indexOf('@') + 1);
  }

  @Override
  public String toString() {
    return "…@" + domain();
  }
}
