package org.marsad.producer.imports;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.marsad.producer.text.PastedText;

/** One time as several spellings that a format may expect: the first that fits counts. */
final class TimeSpellings {
  private static final Pattern MORNING =
      Pattern.compile("(?<=\\d)\\s*(?:a\\.?\\s?m\\.?|ص|صباحا|صباحًا)$", Pattern.CASE_INSENSITIVE);
  private static final Pattern AFTERNOON =
      Pattern.compile("(?<=\\d)\\s*(?:p\\.?\\s?m\\.?|م|مساء|مساءً)$", Pattern.CASE_INSENSITIVE);
  private static final Pattern FRACTION = Pattern.compile("(:\\d{2}:\\d{2})[.,]\\d{1,9}");
  private static final Pattern HOURS_OFF = Pattern.compile("(:\\d{2}(?:[.,]\\d{1,9})?[+-]\\d{2})$");
  private static final Pattern OFF =
      Pattern.compile("(:\\d{2}(?:[.,]\\d{1,9})?[+-]\\d{2})(\\d{2})$");

  private TimeSpellings() {}

  /**
   * The text in Western digits; then with AM or PM as formats expect it, with an offset of hours
   * and minutes, and without a fraction of a second.
   */
  static List<String> of(String text) {
    var spellings = new LinkedHashSet<String>();
    var plain = PastedText.number(text);
    spellings.add(plain);
    var halved = MORNING.matcher(plain).replaceFirst(" AM");
    halved = AFTERNOON.matcher(halved).replaceFirst(" PM");
    spellings.add(halved);
    var offset = HOURS_OFF.matcher(OFF.matcher(halved).replaceFirst("$1:$2")).replaceFirst("$1:00");
    spellings.add(offset);
    spellings.add(FRACTION.matcher(offset).replaceFirst("$1"));
    return List.copyOf(spellings);
  }
}
