package org.marsad.consumer.archive;

import java.time.LocalDate;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.marsad.message.Alert;
import org.marsad.message.Rule;
import org.marsad.message.Strike;
import org.marsad.message.SubjectKind;
import org.marsad.schemas.Findings;

/**
 * What to take out of the archive. Strikes have neither subject nor findings and pass.
 *
 * @param from first UTC day
 * @param to last UTC day
 * @param areas codes of areas; empty: all
 * @param subjects what alerts are about; empty: all
 * @param findings rules of which an alert holds one at least; empty: all, also alerts without any
 */
public record ArchiveFilter(
    LocalDate from,
    LocalDate to,
    Set<String> areas,
    Set<SubjectKind> subjects,
    Set<Rule> findings) {
  /** Everything. */
  public static final ArchiveFilter ALL =
      new ArchiveFilter(LocalDate.MIN, LocalDate.MAX, Set.of(), Set.of(), Set.of());

  public ArchiveFilter {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("to: " + to + " (expected: " + from + " or later)");
    }
    areas = Set.copyOf(areas);
    subjects = Set.copyOf(subjects);
    findings = Set.copyOf(findings);
  }

  boolean takes(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  boolean takes(SpecificRecord message) {
    if (message instanceof Alert alert) {
      return isWanted(areas, alert.getArea())
          && isWanted(subjects, alert.getSubject().getKind())
          && takesFinding(alert);
    }
    return message instanceof Strike strike && isWanted(areas, strike.getArea());
  }

  private boolean takesFinding(Alert alert) {
    return findings.isEmpty() || findings.stream().anyMatch(rule -> Findings.has(alert, rule));
  }

  private static <T> boolean isWanted(Set<T> wanted, T value) {
    return wanted.isEmpty() || wanted.contains(value);
  }
}
