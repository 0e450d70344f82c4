package org.marsad.consumer.operations.explain;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.decisions.WhoAndWhy;
import org.marsad.consumer.text.ExplainText;
import org.marsad.consumer.text.PlainText;
import org.marsad.message.CountRange;
import org.marsad.message.DecisionKind;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.message.TimePrecision;
import org.marsad.schemas.Marks;

/** Why reports were taken for one strike, and whose counts the strike has. */
final class MergingWords {
  private static final Duration LONGEST_FINE = Duration.ofHours(24);
  private static final double FINE_RADIUS_METRES = 1_500;

  private final Inquiry inquiry;
  private final ExplainText text;
  private final Set<String> toldAlone = new HashSet<>();

  MergingWords(Inquiry inquiry) {
    this.inquiry = inquiry;
    this.text = inquiry.text();
  }

  /**
   * Writes.
   *
   * @param standing the reports that stand, one or more
   * @param all the strike's reports in the order of their letters
   */
  void write(Strike strike, List<StrikeReport> standing, List<StrikeReport> all, Sheet sheet) {
    if (standing.size() == 1) {
      var why = alone(standing.get(0));
      sheet.row(4, text.of("label.alone"), toldAlone.add(why) ? why : text.of("merging.asAbove"));
      return;
    }
    var letters = new HashMap<String, String>();
    for (var i = 0; i < all.size(); i++) {
      letters.put(all.get(i).getReportId(), text.code(String.valueOf((char) ('A' + i % 26))));
    }
    var inTime = standing.stream().sorted(Comparator.comparing(MergingWords::middle)).toList();
    for (var i = 1; i < inTime.size(); i++) {
      sheet.row(4, text.of("label.merged"), reason(inTime.get(i - 1), inTime.get(i), letters));
    }
    decisions(standing, letters, sheet);
    sheet.row(4, text.of("label.counts"), text.of("merging.counts"));
    count("IMPACTS", strike.getImpacts(), StrikeReport::getImpacts, standing, letters, sheet);
    count("KILLED", strike.getKilled(), StrikeReport::getKilled, standing, letters, sheet);
    count("injured", strike.getInjured(), StrikeReport::getInjured, standing, letters, sheet);
    certainty(strike, sheet);
  }

  private String alone(StrikeReport report) {
    var coarse = new ArrayList<String>();
    if (report.getTimePrecision().compareTo(TimePrecision.HOUR) > 0) {
      coarse.add(text.of("merging.time", text.of("precision." + report.getTimePrecision())));
    } else if (Duration.between(report.getOccurredFrom(), report.getOccurredUntil())
            .compareTo(LONGEST_FINE)
        > 0) {
      coarse.add(text.of("merging.long"));
    }
    if (!hasFinePlace(report)) {
      coarse.add(text.of("merging.place"));
    }
    return coarse.isEmpty()
        ? text.of("merging.alone")
        : text.of("merging.coarse", inquiry.words().list(coarse));
  }

  private static boolean hasFinePlace(StrikeReport report) {
    return report.getNeighbourhood() != null
        || (report.getPlaceBasis() == PlaceBasis.POINT
            && hasCircle(report)
            && requireNonNull(report.getRadiusMetres()) <= FINE_RADIUS_METRES);
  }

  private static boolean hasCircle(StrikeReport report) {
    return report.getLat() != null
        && report.getLon() != null
        && report.getRadiusMetres() != null
        && !Marks.makePointEvidenceOnly(report.getMarks());
  }

  private static Instant middle(StrikeReport report) {
    var from = report.getOccurredFrom();
    return from.plus(Duration.between(from, report.getOccurredUntil()).dividedBy(2));
  }

  private String reason(StrikeReport a, StrikeReport b, Map<String, String> letters) {
    var rules = inquiry.thresholds();
    var apart = text.length(Duration.between(middle(a), middle(b)).abs());
    var parts = new ArrayList<String>();
    parts.add(
        rules == null
            ? text.of("merging.apart", apart)
            : text.of("merging.apart.most", apart, text.length(rules.mergedWithin())));
    if (hasCircle(a) && hasCircle(b)) {
      parts.add(
          text.of(
              rules == null ? "merging.distance" : "merging.distance.most",
              text.distance(metres(a, b)),
              text.distance(requireNonNull(a.getRadiusMetres())),
              text.distance(requireNonNull(b.getRadiusMetres())),
              rules == null ? "" : text.distance(rules.mergedWithinMetres())));
    }
    var neighbourhood = a.getNeighbourhood();
    if (neighbourhood != null && neighbourhood.equals(b.getNeighbourhood())) {
      parts.add(text.of("merging.both", inquiry.name(neighbourhood)));
    }
    return text.of("merging.reason", letter(a, letters), letter(b, letters), text.list(parts));
  }

  private static String letter(StrikeReport report, Map<String, String> letters) {
    return requireNonNull(letters.get(report.getReportId()), report::getReportId);
  }

  private static double metres(StrikeReport a, StrikeReport b) {
    return Geodesic.WGS84.Inverse(
            requireNonNull(a.getLat()),
            requireNonNull(a.getLon()),
            requireNonNull(b.getLat()),
            requireNonNull(b.getLon()),
            GeodesicMask.DISTANCE)
        .s12;
  }

  /** What people decided about these reports among themselves. */
  private void decisions(List<StrikeReport> standing, Map<String, String> letters, Sheet sheet) {
    var ids = standing.stream().map(StrikeReport::getReportId).toList();
    for (var decision : inquiry.evidence().decisions()) {
      if (ids.containsAll(decision.getReportIds())
          && decision.getKind() != DecisionKind.DISASSOCIATE) {
        var named = decision.getReportIds().stream().map(letters::get).toList();
        sheet.row(
            4,
            text.of("label.decided"),
            text.of(
                decision.getKind() == DecisionKind.PREFER ? "merging.prefers" : "merging.joins",
                inquiry.said(decision.getDecidedBy()),
                inquiry.times().moment(decision.getDecidedAt()),
                inquiry.words().list(named),
                text.name(PlainText.of(decision.getReason(), WhoAndWhy.REASON))));
      }
    }
  }

  /** Whose the strike's best is, and whose its bounds are. */
  private void count(
      String name,
      @Nullable CountRange merged,
      Function<StrikeReport, @Nullable CountRange> count,
      List<StrikeReport> standing,
      Map<String, String> letters,
      Sheet sheet) {
    var known = standing.stream().filter(report -> count.apply(report) != null).toList();
    if (known.isEmpty()) {
      return;
    }
    if (known.size() == 1) {
      sheet.row(
          4, text.of("label." + name), text.of("merging.only", letter(known.get(0), letters)));
      return;
    }
    var ranges = new HashMap<String, CountRange>();
    known.forEach(
        report -> ranges.put(report.getReportId(), inOrder(requireNonNull(count.apply(report)))));
    var least = ranges.values().stream().mapToInt(CountRange::getLow).min().orElseThrow();
    var most =
        ranges.values().stream().anyMatch(range -> range.getHigh() == null)
            ? null
            : Integer.valueOf(
                ranges.values().stream()
                    .mapToInt(range -> requireNonNull(range.getHigh()))
                    .max()
                    .orElseThrow());
    var said = new ArrayList<String>();
    if (merged != null) {
      said.add(best(merged.getBest(), known, ranges, letters));
    }
    said.add(
        text.of("merging.least", least, whose(ranges, letters, range -> range.getLow() == least)));
    said.add(
        text.of(
            "merging.most",
            most == null ? text.of("merging.open") : most,
            whose(ranges, letters, range -> Objects.equals(range.getHigh(), most))));
    sheet.row(4, text.of("label." + name), String.join(" ", said));
  }

  private String best(
      int best,
      List<StrikeReport> known,
      Map<String, CountRange> ranges,
      Map<String, String> letters) {
    var believed =
        known.stream()
            .filter(report -> requireNonNull(ranges.get(report.getReportId())).getBest() == best)
            .findFirst();
    if (believed.isEmpty()) {
      return text.of("merging.best.nobody", best);
    }
    var kind = believed.get().getSource().getKind();
    var other =
        known.stream()
            .map(report -> report.getSource().getKind())
            .filter(another -> another != kind)
            .findFirst();
    return text.of(
        "merging.best",
        best,
        whose(ranges, letters, range -> range.getBest() == best),
        other
            .map(
                less ->
                    text.of(
                        "merging.before", text.told("source." + kind), text.told("source." + less)))
            .orElseGet(() -> text.of("merging.latest", text.of("merging.sources." + kind))));
  }

  /** The letter of the first report of which it is true. */
  private static String whose(
      Map<String, CountRange> ranges, Map<String, String> letters, Predicate<CountRange> isTrue) {
    return ranges.entrySet().stream()
        .filter(range -> isTrue.test(range.getValue()))
        .map(range -> letters.getOrDefault(range.getKey(), "?"))
        .sorted()
        .findFirst()
        .orElse("?");
  }

  /** As the rules take it: in ascending order. */
  private static CountRange inOrder(CountRange range) {
    var high = range.getHigh();
    if (high == null) {
      return new CountRange(
          Math.min(range.getLow(), range.getBest()),
          Math.max(range.getLow(), range.getBest()),
          null);
    }
    var sorted = new int[] {range.getLow(), range.getBest(), high};
    Arrays.sort(sorted);
    return new CountRange(sorted[0], sorted[1], sorted[2]);
  }

  private void certainty(Strike strike, Sheet sheet) {
    var lineages = strike.getLineages().size();
    sheet.row(
        4,
        text.of("label.certainty"),
        lineages == 1 ? text.of("merging.repeats") : text.of("merging.independent", lineages));
  }
}
