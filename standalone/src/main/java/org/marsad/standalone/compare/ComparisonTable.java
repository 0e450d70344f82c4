package org.marsad.standalone.compare;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.consumer.text.AlertLine;
import org.marsad.message.Alert;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.standalone.compare.Comparison.Counts;
import org.marsad.standalone.compare.Difference.Change;
import org.marsad.standalone.facts.FactText;

/** A comparison for a terminal of 100 columns: the counts of each rule first, then the alerts. */
public final class ComparisonTable {
  private static final int WIDTH = 100;
  private static final String COUNTS = "%-24s%8s%8s%8s%8s%9s  %s";
  private static final String INDENT = "               ";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd MMM yyyy", Locale.ENGLISH);

  private final AlertLine line;

  /**
   * @param names of areas, for people
   */
  public ComparisonTable(AreaNames names) {
    this.line = new AlertLine(names, false);
  }

  /** The lines of the table. */
  public List<String> lines(Comparison comparison) {
    var lines = new ArrayList<String>();
    lines.add(
        COUNTS.formatted("standing alerts", "old", "new", "added", "lost", "changed", "revisions"));
    comparison
        .byRule()
        .forEach(
            (rule, counts) -> lines.add(counts(rule.name(), Set.of(rule), counts, comparison)));
    lines.add(counts("all", Set.of(Rule.values()), total(comparison), comparison));
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

  private static String counts(String name, Set<Rule> rules, Counts counts, Comparison comparison) {
    return COUNTS.formatted(
        name,
        counts.older(),
        counts.newer(),
        comparison.count(Change.ADDED, rules),
        comparison.count(Change.LOST, rules),
        comparison.count(Change.CHANGED, rules),
        counts.olderRevisions() + " → " + counts.newerRevisions());
  }

  private static Counts total(Comparison comparison) {
    return comparison.byRule().values().stream()
        .reduce(
            new Counts(0, 0, 0, 0),
            (a, b) ->
                new Counts(
                    a.older() + b.older(),
                    a.newer() + b.newer(),
                    a.olderRevisions() + b.olderRevisions(),
                    a.newerRevisions() + b.newerRevisions()));
  }

  private void add(List<Difference> differences, List<String> lines) {
    var claims = differences.stream().map(d -> claim(d.alert())).toList();
    var what = widest(claims, 0);
    var where = widest(claims, 1);
    for (var i = 0; i < differences.size(); i++) {
      var difference = differences.get(i);
      var claim = claims.get(i);
      lines.add(
          cut(
              "%s %s  %s  %s  %s"
                  .formatted(
                      mark(difference.change()),
                      day(difference.alert()),
                      padded(claim.get(0), what),
                      padded(claim.get(1), where),
                      String.join("  ", claim.subList(2, claim.size())))));
      if (!difference.fields().isEmpty()) {
        lines.add(cut(INDENT + fields(difference)));
      }
    }
  }

  private List<String> claim(Alert alert) {
    var claim = new ArrayList<>(line.claim(alert));
    if (alert.getReality() != Reality.ACTUAL) {
      claim.set(0, alert.getReality() + " " + claim.get(0));
    }
    return claim;
  }

  private static int widest(List<List<String>> claims, int column) {
    return claims.stream().mapToInt(claim -> claim.get(column).length()).max().orElse(0);
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
