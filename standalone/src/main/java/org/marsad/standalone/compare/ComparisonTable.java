package org.marsad.standalone.compare;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.consumer.operations.facts.FactText;
import org.marsad.message.Alert;
import org.marsad.message.Reality;
import org.marsad.standalone.compare.Comparison.Counts;
import org.marsad.standalone.compare.Difference.Change;

/**
 * A comparison for a terminal of 100 columns: counts by subject and finding first, then the alerts.
 */
public final class ComparisonTable {
  private static final int WIDTH = 100;
  private static final String COUNTS = "%-24s%8s%8s%8s%8s%9s  %s";
  private static final String INDENT = "               ";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd MMM yyyy", Locale.ENGLISH);

  private static final String ENGLISH = "en";

  private final AreaNames names;

  /**
   * @param names of areas, for people
   */
  public ComparisonTable(AreaNames names) {
    this.names = names;
  }

  /** The lines of the table. */
  public List<String> lines(Comparison comparison) {
    var lines = new ArrayList<String>();
    lines.add(headings("standing alerts"));
    comparison.bySubject().forEach((kind, counts) -> lines.add(counts(kind.name(), counts)));
    lines.add(counts("all", total(comparison)));
    lines.add("");
    lines.add(headings("with finding"));
    comparison.byFinding().forEach((rule, counts) -> lines.add(counts(rule.name(), counts)));
    for (var change : Change.values()) {
      var those = comparison.differences().stream().filter(d -> d.change() == change).toList();
      if (!those.isEmpty()) {
        lines.add("");
        lines.add(change.name().toLowerCase(Locale.ROOT) + ": " + those.size());
        add(those, lines);
      }
    }
    return lines;
  }

  private static String headings(String name) {
    return COUNTS.formatted(name, "old", "new", "added", "lost", "changed", "revisions");
  }

  private static String counts(String name, Counts counts) {
    return COUNTS.formatted(
        name,
        counts.older(),
        counts.newer(),
        counts.added(),
        counts.lost(),
        counts.changed(),
        counts.olderRevisions() + " → " + counts.newerRevisions());
  }

  private static Counts total(Comparison comparison) {
    return comparison.bySubject().values().stream()
        .reduce(
            new Counts(0, 0, 0, 0, 0, 0, 0),
            (a, b) ->
                new Counts(
                    a.older() + b.older(),
                    a.newer() + b.newer(),
                    a.added() + b.added(),
                    a.lost() + b.lost(),
                    a.changed() + b.changed(),
                    a.olderRevisions() + b.olderRevisions(),
                    a.newerRevisions() + b.newerRevisions()));
  }

  private void add(List<Difference> differences, List<String> lines) {
    var what = widest(differences, this::what);
    var where = widest(differences, this::where);
    for (var difference : differences) {
      var alert = difference.alert();
      lines.add(
          cut(
              "%s %s  %s  %s  %s"
                  .formatted(
                      mark(difference.change()),
                      day(alert),
                      padded(what(alert), what),
                      padded(where(alert), where),
                      findings(alert))));
      if (!difference.fields().isEmpty()) {
        lines.add(cut(INDENT + fields(difference)));
      }
    }
  }

  /** {@code EXERCISE STRIKE}. */
  private String what(Alert alert) {
    var kind = alert.getSubject().getKind().name();
    return alert.getReality() == Reality.ACTUAL ? kind : alert.getReality() + " " + kind;
  }

  /** {@code al-Fardous, Aleppo}; the area where it is about more than one neighbourhood. */
  private String where(Alert alert) {
    var area = names.of(alert.getArea(), ENGLISH);
    var parts = alert.getNeighbourhoods();
    return parts.size() == 1 ? names.of(parts.get(0), ENGLISH) + ", " + area : area;
  }

  /** The findings, the gravest first. */
  private static String findings(Alert alert) {
    return alert.getFindings().isEmpty()
        ? "no finding"
        : alert.getFindings().stream()
            .map(finding -> finding.getRule().name())
            .collect(Collectors.joining(", "));
  }

  private static int widest(List<Difference> differences, Function<Alert, String> text) {
    return differences.stream()
        .mapToInt(difference -> text.apply(difference.alert()).length())
        .max()
        .orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private static String mark(Change change) {
    return switch (change) {
      case ADDED -> "+";
      case LOST -> "-";
      case CHANGED -> "~";
    };
  }

  private static String fields(Difference difference) {
    return difference.fields().stream()
        .map(field -> field.name() + " " + FactText.of(field))
        .collect(Collectors.joining(" · "));
  }

  private static String day(Alert alert) {
    return DAY.format(LocalDate.ofInstant(alert.getOnset(), ZoneId.of(alert.getTimeZone())));
  }

  private static String cut(String line) {
    var end = line.stripTrailing();
    return end.length() <= WIDTH ? end : end.substring(0, WIDTH - 1) + "…";
  }
}
