package org.marsad.producer.imports;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Patterns of dates and times, read strictly but whatever the case, with months in words. */
final class TimePatterns {
  /** Languages of the names of months; Arabic has two sets of them. */
  private static final List<Locale> LANGUAGES =
      Stream.of("en", "ar", "ar-SY", "uk").map(Locale::forLanguageTag).toList();

  private TimePatterns() {}

  /**
   * The formats that a pattern stands for, one a language where it spells the month out.
   *
   * @throws IllegalArgumentException where it is none
   */
  static List<DateTimeFormatter> of(String pattern) {
    var languages = pattern.contains("MMM") ? LANGUAGES : LANGUAGES.subList(0, 1);
    return languages.stream().map(language -> format(pattern, language)).toList();
  }

  private static DateTimeFormatter format(String pattern, Locale language) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern.replace('y', 'u'))
        .toFormatter(language)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
