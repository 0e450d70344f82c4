package org.marsad.processor.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.marsad.processor.rules.FindingKind;

/**
 * How long an alert is news, by rule.
 *
 * @param ofMost of each rule that is not named
 * @param byRule of those that are, by their names in {@code rules.yaml}
 */
public record Expiry(Duration ofMost, SortedMap<String, Duration> byRule) {
  /** Whom it can name. */
  static final List<String> RULES = Arrays.stream(FindingKind.values()).map(Expiry::name).toList();

  public Expiry {
    byRule = Collections.unmodifiableSortedMap(new TreeMap<>(byRule));
  }

  /**
   * How long an alert is news after the end of what it is about: as long as the longest of its
   * findings.
   */
  public Duration of(Collection<FindingKind> findings) {
    return findings.stream()
        .map(finding -> byRule.getOrDefault(name(finding), ofMost))
        .max(Comparator.naturalOrder())
        .orElse(ofMost);
  }

  private static String name(FindingKind finding) {
    return finding.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
