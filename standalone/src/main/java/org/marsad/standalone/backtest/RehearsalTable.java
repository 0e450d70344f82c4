package org.marsad.standalone.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A rehearsal for a terminal: messages of each subscriber in all, per day and per strike. */
public final class RehearsalTable {
  private static final String COLUMNS = "%s%10s%7s%9s%6s%10s%8s%7s%8s%10s";

  private RehearsalTable() {}

  /** The lines of the table. */
  public static List<String> lines(List<RehearsalTally.Row> rows) {
    var width = 2 + Math.max(10, rows.stream().mapToInt(row -> row.who().length()).max().orElse(0));
    var lines = new ArrayList<String>();
    lines.add(
        COLUMNS.formatted(
            padded("", width), "messages", "", "per day", "", "strikes", "per", "strike", "", ""));
    lines.add(
        COLUMNS.formatted(
            padded("subscriber", width),
            "in all",
            "days",
            "median",
            "most",
            "told of",
            "average",
            "most",
            "quiet",
            "not sent"));
    rows.forEach(row -> lines.add(line(row, width)));
    return lines;
  }

  private static String line(RehearsalTally.Row row, int width) {
    return COLUMNS.formatted(
        padded(row.who(), width),
        row.messages(),
        row.days(),
        number(row.median()),
        row.most(),
        row.strikes(),
        row.strikes() == 0 ? "-" : number((double) row.aboutStrikes() / row.strikes()),
        row.strikes() == 0 ? "-" : row.mostOfOneStrike(),
        row.quiet(),
        row.unsent());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
