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
import org.marsad.consumer.text.PlainText;
import org.marsad.message.CountRange;
import org.marsad.message.DecisionKind;
import org.marsad.message.PlaceBasis;
import org.marsad.message.SourceKind;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.message.TimePrecision;
import org.marsad.schemas.Marks;

/** Why reports were taken for one strike, and whose counts the strike has. */
final class MergingWords {
  private static final Duration LONGEST_FINE = Duration.ofHours(24);
  private static final double FINE_RADIUS_METRES = 1_500;

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
  void write(Strike strike, List<StrikeReport> standing, List<StrikeReport> all, Sheet sheet) {
    if (standing.size() == 1) {
      var why = alone(standing.get(0));
      sheet.row(4, "alone", toldAlone.add(why) ? why : "as above.");
      return;
    }
    var letters = new HashMap<String, String>();
    for (var i = 0; i < all.size(); i++) {
      letters.put(all.get(i).getReportId(), String.valueOf((char) ('A' + i % 26)));
    }
    var inTime = standing.stream().sorted(Comparator.comparing(MergingWords::middle)).toList();
    for (var i = 1; i < inTime.size(); i++) {
      sheet.row(4, "merged", reason(inTime.get(i - 1), inTime.get(i), letters));
    }
    decisions(standing, letters, sheet);
    sheet.row(
        4,
        "counts",
        "never added up: best is the most trusted report's, least and most are the widest of all.");
    count("impacts", strike.getImpacts(), StrikeReport::getImpacts, standing, letters, sheet);
    count("killed", strike.getKilled(), StrikeReport::getKilled, standing, letters, sheet);
    count("injured", strike.getInjured(), StrikeReport::getInjured, standing, letters, sheet);
    certainty(strike, sheet);
  }

  private static String alone(StrikeReport report) {
    var coarse = new ArrayList<String>();
    if (report.getTimePrecision().compareTo(TimePrecision.HOUR) > 0) {
      coarse.add("its time is only known to the " + Words.code(report.getTimePrecision().name()));
    } else if (Duration.between(report.getOccurredFrom(), report.getOccurredUntil())
            .compareTo(LONGEST_FINE)
        > 0) {
      coarse.add("its time spans more than a day");
    }
    if (!hasFinePlace(report)) {
      coarse.add("its place is only known to the town or area");
    }
    return coarse.isEmpty()
        ? "no other source's report fits it in time, place and means of delivery."
        : "not compared with other sources' reports: "
            + String.join(" and ", coarse)
            + "; the hour and the neighbourhood are needed.";
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
    var apart = LocalTimes.duration(Duration.between(middle(a), middle(b)).abs()) + " apart";
    var parts = new ArrayList<String>();
    parts.add(
        rules == null
            ? apart
            : "%s (up to %s beyond what their precision leaves open)"
                .formatted(apart, LocalTimes.duration(rules.mergedWithin())));
    if (hasCircle(a) && hasCircle(b)) {
      parts.add(
          "%s apart (%s their radii of %s and %s)"
              .formatted(
                  Words.distance(metres(a, b)),
                  rules == null
                      ? "beside"
                      : "up to " + Words.distance(rules.mergedWithinMetres()) + " beyond",
                  Words.distance(requireNonNull(a.getRadiusMetres())),
                  Words.distance(requireNonNull(b.getRadiusMetres()))));
    }
    var neighbourhood = a.getNeighbourhood();
    if (neighbourhood != null && neighbourhood.equals(b.getNeighbourhood())) {
      parts.add("both in " + inquiry.name(neighbourhood));
    }
    return "%s and %s are one strike: %s; different sources."
        .formatted(
            letters.get(a.getReportId()), letters.get(b.getReportId()), String.join(", ", parts));
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
            "decided",
            "a person (%s) decided on %s that %s: %s"
                .formatted(
                    PlainText.of(decision.getDecidedBy()),
                    inquiry.times().moment(decision.getDecidedAt()),
                    decision.getKind() == DecisionKind.PREFER
                        ? named.get(0) + " counts first"
                        : String.join(" and ", named) + " are one strike",
                    PlainText.of(decision.getReason(), WhoAndWhy.REASON)));
      }
    }
  }

  /** Whose the strike's best is, and whose its bounds are. */
  private static void count(
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
      sheet.row(4, name, "only " + letters.get(known.get(0).getReportId()) + " gives it.");
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
    var text = new StringBuilder();
    if (merged != null) {
      text.append(best(merged.getBest(), known, ranges, letters));
    }
    text.append(
        "least %d is %s's, ".formatted(least, whose(ranges, letters, r -> r.getLow() == least)));
    text.append(
        "most %s is %s's."
            .formatted(
                most == null ? "(open)" : most,
                whose(ranges, letters, range -> Objects.equals(range.getHigh(), most))));
    sheet.row(4, name, text.toString());
  }

  private static String best(
      int best,
      List<StrikeReport> known,
      Map<String, CountRange> ranges,
      Map<String, String> letters) {
    var believed =
        known.stream()
            .filter(report -> requireNonNull(ranges.get(report.getReportId())).getBest() == best)
            .findFirst();
    if (believed.isEmpty()) {
      return "best %d is none's of these: they changed since; ".formatted(best);
    }
    var kind = believed.get().getSource().getKind();
    var other =
        known.stream()
            .map(report -> report.getSource().getKind())
            .filter(another -> another != kind)
            .findFirst();
    return "best %d is %s's, %s; "
        .formatted(
            best,
            whose(ranges, letters, range -> range.getBest() == best),
            other
                .map(less -> "as %s counts before %s".formatted(Words.kind(kind), Words.kind(less)))
                .orElse("the latest received among equals (" + plural(kind) + ")"));
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

  private static String plural(SourceKind kind) {
    return switch (kind) {
      case AGENCY -> "agencies";
      case OBSERVER -> "observers";
      case SENSOR -> "sensors";
      case IMPORT -> "imported files";
      case MEDIA -> "media";
    };
  }

  private static void certainty(Strike strike, Sheet sheet) {
    var lineages = strike.getLineages().size();
    sheet.row(
        4,
        "certainty",
        lineages == 1
            ? "the reports repeat one another's source, so they count as one."
            : lineages + " independent sources, so the strike is observed.");
  }
}
