package org.marsad.consumer.archive;

import java.time.LocalDate;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.marsad.message.Alert;
import org.marsad.message.Rule;
import org.marsad.message.Strike;

/**
 * What to take out of the archive.
 *
 * @param from first UTC day
 * @param to last UTC day
 * @param areas codes of areas; empty: all
 * @param rules of alerts; empty: all; strikes have no rule and pass
 */
public record ArchiveFilter(LocalDate from, LocalDate to, Set<String> areas, Set<Rule> rules) {
  /** Everything. */
  public static final ArchiveFilter ALL =
      new ArchiveFilter(LocalDate.MIN, LocalDate.MAX, Set.of(), Set.of());

  public ArchiveFilter {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("to: " + to + " (expected: " + from + " or later)");
    }
    areas = Set.copyOf(areas);
    rules = Set.copyOf(rules);
  }

  boolean takes(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  boolean takes(SpecificRecord message) {
    if (message instanceof Alert alert) {
      return takesArea(alert.getArea()) && (rules.isEmpty() || rules.contains(alert.getRule()));
    }
    return message instanceof Strike strike && takesArea(strike.getArea());
  }

  private boolean takesArea(String area) {
    return areas.isEmpty() || areas.contains(area);
  }
}
