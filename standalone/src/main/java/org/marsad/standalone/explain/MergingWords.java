package org.marsad.standalone.explain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marsad.message.StrikeReport;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.Report;
import org.marsad.processor.rules.TimePrecision;
import org.marsad.processor.rules.merging.Merged;
import org.marsad.processor.rules.merging.Ties;

/** Why reports were taken for one strike, and how its counts follow from theirs. */
final class MergingWords {
  private final Inquiry inquiry;
  private final Set<String> toldAlone = new HashSet<>();

  MergingWords(Inquiry inquiry) {
    this.inquiry = inquiry;
  }

  /**
   * Writes.
   *
   * @param standing the reports that stand, one or more
   * @param all the strike's reports in the order of their letters
   */
  void write(List<StrikeReport> standing, List<StrikeReport> all, Sheet sheet) {
    var reports = inquiry.inWordsOfTheRules(standing);
    if (reports.size() == 1) {
      var why = alone(reports.get(0));
      sheet.row(4, "alone", toldAlone.add(why) ? why : "as above.");
      return;
    }
    var letters = new HashMap<String, String>();
    for (var i = 0; i < all.size(); i++) {
      letters.put(all.get(i).getReportId(), String.valueOf((char) ('A' + i % 26)));
    }
    for (var pair : joins(reports)) {
      sheet.row(4, "merged", reason(pair, letters));
    }
    sheet.row(
        4,
        "counts",
        "never added up: best is the most trusted report's, least and most are the widest of all.");
    count("impacts", Report::impacts, reports, letters, sheet);
    count("killed", Report::killed, reports, letters, sheet);
    count("injured", Report::injured, reports, letters, sheet);
    certainty(Merged.of(reports, Ties.NONE), sheet);
  }

  private String alone(Report report) {
    if (report.isFine()) {
      return "no other source's report fits it in time, place and means of delivery.";
    }
    var coarse = new ArrayList<String>();
    if (!report.time().isFine()) {
      var precision = report.time().precision();
      coarse.add(
          precision.isAtLeastAsFineAs(TimePrecision.HOUR)
              ? "its time spans more than a day"
              : "its time is only known to the " + Words.code(precision.name()));
    }
    if (!report.spot().isFine()) {
      coarse.add("its place is only known to the town or area");
    }
    return "not compared with other sources' reports: "
        + String.join(" and ", coarse)
        + "; the hour and the neighbourhood are needed.";
  }

  /** The nearest pairs that hold the group together: the nearest first, none within a part. */
  private List<Pair> joins(List<Report> reports) {
    var pairs = new ArrayList<Pair>();
    for (var i = 0; i < reports.size(); i++) {
      for (var j = i + 1; j < reports.size(); j++) {
        var a = reports.get(i);
        var b = reports.get(j);
        pairs.add(new Pair(a, b, inquiry.rules().association().distance(a, b)));
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::distance));
    var partOf = new HashMap<String, String>();
    reports.forEach(report -> partOf.put(report.id(), report.id()));
    var joins = new ArrayList<Pair>();
    for (var pair : pairs) {
      var left = partOf.get(pair.a.id());
      var right = partOf.get(pair.b.id());
      if (left != null && right != null && !left.equals(right)) {
        partOf.replaceAll((id, part) -> part.equals(right) ? left : part);
        joins.add(pair);
      }
    }
    return joins;
  }

  private String reason(Pair pair, Map<String, String> letters) {
    var association = inquiry.rules().association();
    var a = pair.a;
    var b = pair.b;
    var text = new StringBuilder();
    text.append(letters.get(a.id())).append(" and ").append(letters.get(b.id()));
    text.append(" are one strike: ");
    text.append(LocalTimes.duration(Duration.between(a.time().middle(), b.time().middle()).abs()));
    text.append(" apart (up to ")
        .append(LocalTimes.duration(association.within()))
        .append(" beyond what their precision leaves open)");
    text.append(", ").append(place(a, b));
    text.append(". Nearness ")
        .append(String.format(Locale.ROOT, "%.2f", pair.distance))
        .append(", where 0 is the same moment and spot; different sources.");
    if (!association.canBeSame(a, b)) {
      text.append(
          " By time and place alone they would stay apart: a person decided, or other"
              + " thresholds were in force.");
    }
    return text.toString();
  }

  private String place(Report a, Report b) {
    var parts = new ArrayList<String>();
    var here = a.spot().circle();
    var there = b.spot().circle();
    if (here != null && there != null) {
      parts.add(
          "%s apart (up to %s beyond their radii of %s and %s)"
              .formatted(
                  Distances.of(here.centre().metresTo(there.centre())),
                  Distances.of(inquiry.rules().association().withinMetres()),
                  Distances.of(here.radiusMetres()),
                  Distances.of(there.radiusMetres())));
    }
    var neighbourhood = a.spot().neighbourhood();
    if (neighbourhood != null && neighbourhood.equals(b.spot().neighbourhood())) {
      parts.add("both in " + inquiry.name(neighbourhood));
    }
    return String.join(", ", parts);
  }

  /** Best is the most authoritative report's; low and high are the hull. */
  private static void count(
      String name,
      Function<Report, @Nullable CountRange> count,
      List<Report> reports,
      Map<String, String> letters,
      Sheet sheet) {
    var known =
        Merged.byAuthority(reports, Ties.NONE).stream()
            .filter(report -> count.apply(report) != null)
            .toList();
    if (known.isEmpty()) {
      return;
    }
    var first = known.get(0);
    var letter = letters.get(first.id());
    if (known.size() == 1) {
      sheet.row(4, name, "only " + letter + " gives it.");
      return;
    }
    var least =
        known.stream().min(Comparator.comparingInt(r -> range(count, r).low())).orElseThrow();
    var most =
        known.stream().max(Comparator.comparingInt(r -> range(count, r).high())).orElseThrow();
    var next = known.get(1);
    var why =
        first.kind() == next.kind()
            ? "the latest received among equals (" + plural(first) + ")"
            : "as "
                + Words.kind(org.marsad.message.SourceKind.valueOf(first.kind().name()))
                + " counts before "
                + Words.kind(org.marsad.message.SourceKind.valueOf(next.kind().name()));
    sheet.row(
        4,
        name,
        "best %d is %s's, %s; least %d is %s's, most %s is %s's."
            .formatted(
                range(count, first).best(),
                letter,
                why,
                range(count, least).low(),
                letters.get(least.id()),
                range(count, most).high() == CountRange.OPEN
                    ? "(open)"
                    : String.valueOf(range(count, most).high()),
                letters.get(most.id())));
  }

  private static String plural(Report report) {
    return switch (report.kind()) {
      case AGENCY -> "agencies";
      case OBSERVER -> "observers";
      case SENSOR -> "sensors";
      case IMPORT -> "imported files";
      case MEDIA -> "media";
    };
  }

  private static CountRange range(Function<Report, @Nullable CountRange> count, Report report) {
    var range = count.apply(report);
    return range == null ? CountRange.ZERO : range;
  }

  private static void certainty(Merged merged, Sheet sheet) {
    var lineages = merged.lineages().size();
    sheet.row(
        4,
        "certainty",
        lineages == 1
            ? "the reports repeat one another's source, so they count as one."
            : lineages + " independent sources, so the strike is observed.");
  }

  private record Pair(Report a, Report b, double distance) {}
}
