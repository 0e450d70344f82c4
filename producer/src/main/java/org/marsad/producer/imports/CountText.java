package org.marsad.producer.imports;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A count as people write it: {@code 12}, {@code 10+} (at least), {@code 3–5} or {@code 3-5} (best
 * is the low end: what is sure). Digits of any script.
 *
 * @param low least
 * @param high most, null for an open end
 */
record CountText(int low, @Nullable Integer high) {
  private static final Set<String> NOT_REPORTED =
      Set.of("", "-", "–", "—", "?", "unkn", "unknown", "n/a");
  private static final Pattern PLAIN = Pattern.compile("(\\p{Nd}{1,9})");
  private static final Pattern AT_LEAST = Pattern.compile("(\\p{Nd}{1,9})\\s*\\+");
  private static final Pattern RANGE = Pattern.compile("(\\p{Nd}{1,9})\\s*[-–—]\\s*(\\p{Nd}{1,9})");

  /** Whether the text says that nothing was reported. */
  static boolean isNotReported(String text) {
    return NOT_REPORTED.contains(text.strip().toLowerCase(Locale.ROOT));
  }

  /** The count, or nothing where it is none of the forms. */
  static Optional<CountText> read(String text) {
    var stripped = text.strip();
    var plain = PLAIN.matcher(stripped);
    if (plain.matches()) {
      var count = Integer.parseInt(plain.group(1));
      return Optional.of(new CountText(count, count));
    }
    var atLeast = AT_LEAST.matcher(stripped);
    if (atLeast.matches()) {
      return Optional.of(new CountText(Integer.parseInt(atLeast.group(1)), null));
    }
    var range = RANGE.matcher(stripped);
    if (range.matches()) {
      return Optional.of(
          new CountText(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2))));
    }
    return Optional.empty();
  }
}
