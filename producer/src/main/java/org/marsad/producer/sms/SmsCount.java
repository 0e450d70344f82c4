package org.marsad.producer.sms;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A count in an SMS: {@code 45}, {@code 40-50}, or {@code 45+} for at least 45.
 *
 * @param high null: open
 */
record SmsCount(int low, @Nullable Integer high) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,7})(?:([-–]\\d{1,7})|(\\+))?");

  static Optional<SmsCount> of(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    var low = Integer.parseInt(form.group(1));
    if (form.group(3) != null) {
      return Optional.of(new SmsCount(low, null));
    }
    var range = form.group(2);
    return Optional.of(
        new SmsCount(low, range == null ? low : Integer.valueOf(range.substring(1))));
  }

  @Override
  public String toString() {
    if (high == null) {
      return low + "+";
    }
    return low == high ? Integer.toString(low) : low + "-" + high;
  }
}
