package org.marsad.processor.settings;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long an alert is news, by rule.
 *
 * @param ofMost of each rule that is not named
 * @param byRule of those that are, by their names in {@code rules.yaml}
 */
public record Expiry(Duration ofMost, SortedMap<String, Duration> byRule) {
  /** Whom it can name. */
  static final List<String> RULES =
      List.of(
          "heaviest-in-days",
          "residential-strike",
          "protected-site-strike",
          "repeat-strike",
          "wave",
          "hospital-surge",
          "source-silent",
          "unplaced-strike");

  public Expiry {
    byRule = Collections.unmodifiableSortedMap(new TreeMap<>(byRule));
  }

  /**
   * How long alerts of a rule are news.
   *
   * @param rule as messages name it, such as {@code SOURCE_SILENT}
   */
  public Duration of(Enum<?> rule) {
    var name = rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return byRule.getOrDefault(name, ofMost);
  }
}
