package org.marsad.producer.imports;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marsad.producer.text.PastedText;

/**
 * A latitude or longitude as people write it, in digits of any script: {@code 36.1818}, {@code
 * 36.1818°}, {@code N36.1818}, {@code 36°10'54"N}. South and west are negative.
 */
enum DegreesText {
  LATITUDE("NS", 90),
  LONGITUDE("EW", 180);

  private static final Pattern FORM =
      Pattern.compile(
          "([NSEW])?\\s*([+-])?(\\d{1,3}(?:\\.\\d{1,20})?)\\s*[°º]?"
              + "(?:\\s*(\\d{1,2}(?:\\.\\d{1,20})?)\\s*['′’]"
              + "(?:\\s*(\\d{1,2}(?:\\.\\d{1,20})?)\\s*(?:[\"″”]|''))?)?"
              + "\\s*([NSEW])?");

  private final String letters;
  private final int most;

  DegreesText(String letters, int most) {
    this.letters = letters;
    this.most = most;
  }

  /**
   * Decimal degrees on the globe, or nothing.
   *
   * @param decimal a point or a comma
   */
  OptionalDouble read(String text, char decimal) {
    var plain = Decimals.withPoint(PastedText.number(text), decimal).toUpperCase(Locale.ROOT);
    var form = FORM.matcher(plain);
    if (!form.matches()) {
      return OptionalDouble.empty();
    }
    var letter = part(form, 1, "") + part(form, 6, "");
    var minutes = Double.parseDouble(part(form, 4, "0"));
    var seconds = Double.parseDouble(part(form, 5, "0"));
    var isSigned = form.group(2) != null;
    if (letter.length() > 1
        || (!letter.isEmpty() && (isSigned || !letters.contains(letter)))
        || minutes >= 60
        || seconds >= 60) {
      return OptionalDouble.empty();
    }
    var size = Double.parseDouble(form.group(3)) + minutes / 60 + seconds / 3600;
    var isNegative = "-".equals(form.group(2)) || letter.equals(letters.substring(1));
    return size <= most ? OptionalDouble.of(isNegative ? -size : size) : OptionalDouble.empty();
  }

  /** What was expected, for messages. */
  String expected() {
    return "-%d to %d degrees, such as 36.1818 or 36°10'54\"%s"
        .formatted(most, most, letters.charAt(0));
  }

  private static String part(Matcher form, int group, String otherwise) {
    var part = form.group(group);
    return part == null ? otherwise : part;
  }
}
