package org.marsad.producer.imports;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.producer.text.PastedText;

/**
 * A count as people write it, in digits of any script: {@code 12}, {@code 1,200}, {@code 10.0};
 * {@code 10+}, {@code ≥10}, {@code at least 10}; {@code >10} (11 or more); {@code 3–5}, {@code 3 to
 * 5} (best is the low end: what is sure); {@code ~15}, {@code c. 15}, {@code about 15} (a fifth
 * less or more).
 *
 * @param low least
 * @param best likeliest
 * @param high most, null for an open end
 */
public record CountText(int low, int best, @Nullable Integer high) {
  private static final Set<String> NOT_REPORTED =
      Set.of(
          "",
          "?",
          "na",
          "n/a",
          "#n/a",
          "n.a.",
          "nan",
          "null",
          "none",
          "nil",
          "unkn",
          "unknown",
          "not known",
          "not reported",
          "غير معروف",
          "غير معلوم",
          "غير محدد",
          "لا يوجد",
          "невідомо",
          "неизвестно");
  private static final Pattern DASHES = Pattern.compile("[-–—]+");

  private static final String N = "(\\d{1,9}(?:\\.0{1,2})?|\\d{1,3}(?:[, ]\\d{3}){1,2})";
  private static final Pattern PLAIN = Pattern.compile(N);
  private static final Pattern AT_LEAST =
      Pattern.compile(
          "(?:\\+|≥|>=|=>|min\\.?|minimum|at least|على الأقل|لا يقل عن|ما لا يقل عن)\\s*" + N);
  private static final Pattern OR_MORE =
      Pattern.compile(N + "\\s*(?:\\+|or more|and more|على الأقل|فأكثر|أو أكثر)");
  private static final Pattern MORE_THAN = Pattern.compile("(?:>|more than|over|أكثر من)\\s*" + N);
  private static final Pattern ABOUT =
      Pattern.compile(
          "(?:~|≈|c\\.|c|ca\\.?|circa|about|around|approx\\.?|approximately|some|حوالي|نحو|قرابة)\\s*"
              + N);
  private static final Pattern RANGE =
      Pattern.compile(N + "\\s*(?:[-–—]|\\.{2,3}|…|to|إلى|الى)\\s*" + N);

  /** With what is sure as the best. */
  public CountText(int low, @Nullable Integer high) {
    this(low, low, high);
  }

  /** Whether the text says that nothing was reported. */
  public static boolean isNotReported(String text) {
    var plain = PastedText.clean(text).toLowerCase(Locale.ROOT);
    return NOT_REPORTED.contains(plain) || DASHES.matcher(plain).matches();
  }

  /** The count, or nothing where it is none of the forms. */
  public static Optional<CountText> read(String text) {
    return read(text, '.');
  }

  /**
   * The count, or nothing where it is none of the forms.
   *
   * @param decimal what parts whole numbers from fractions, a point or a comma
   */
  public static Optional<CountText> read(String text, char decimal) {
    var plain = Decimals.withPoint(PastedText.number(text).toLowerCase(Locale.ROOT), decimal);
    var exact = PLAIN.matcher(plain);
    if (exact.matches()) {
      return Optional.of(new CountText(whole(exact.group(1)), whole(exact.group(1))));
    }
    for (var form : new Pattern[] {AT_LEAST, OR_MORE}) {
      var least = form.matcher(plain);
      if (least.matches()) {
        return Optional.of(new CountText(whole(least.group(1)), null));
      }
    }
    var more = MORE_THAN.matcher(plain);
    if (more.matches()) {
      return Optional.of(new CountText(whole(more.group(1)) + 1, null));
    }
    var about = ABOUT.matcher(plain);
    if (about.matches()) {
      return Optional.of(about(whole(about.group(1))));
    }
    var range = RANGE.matcher(plain);
    return range.matches()
        ? Optional.of(new CountText(whole(range.group(1)), whole(range.group(2))))
        : Optional.empty();
  }

  /** A fifth either way, rounded outwards; somebody who was counted stays one. */
  private static CountText about(int count) {
    var fifth = (count + 4) / 5;
    return new CountText(Math.max(count - fifth, Math.min(count, 1)), count, count + fifth);
  }

  private static int whole(String digits) {
    return Integer.parseInt(digits.replaceAll("\\.0+$|[, ]", ""));
  }
}
