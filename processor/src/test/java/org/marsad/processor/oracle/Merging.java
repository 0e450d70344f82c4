package org.marsad.processor.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Certainty;
import org.marsad.message.CountRange;
import org.marsad.message.Decision;
import org.marsad.message.DecisionKind;
import org.marsad.message.DecisionStatus;
import org.marsad.message.DeliveryBasis;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Reality;
import org.marsad.message.ReportStatus;
import org.marsad.message.SourceKind;
import org.marsad.message.StrikeReport;
import org.marsad.message.Target;
import org.marsad.message.TimePrecision;

/** Which reports are one strike, and what they say together. */
final class Merging {
  private static final List<SourceKind> AUTHORITY =
      List.of(
          SourceKind.AGENCY,
          SourceKind.OBSERVER,
          SourceKind.SENSOR,
          SourceKind.IMPORT,
          SourceKind.MEDIA);

  private final World world;
  private final List<StrikeReport> standing;
  private final List<Decision> decisions;

  private Merging(World world, List<StrikeReport> standing, List<Decision> decisions) {
    this.world = world;
    this.standing = standing;
    this.decisions = decisions;
  }

  /** The strikes of one reality. */
  static List<OneStrike> strikes(World world, Reality reality) {
    var merging = new Merging(world, standing(world, reality), decisions(world, reality));
    return merging.groups().stream().map(merging::merged).toList();
  }

  /** The reports that stand: not taken back, and of this reality. */
  private static List<StrikeReport> standing(World world, Reality reality) {
    return newest(world).stream()
        .filter(r -> r.getStatus() == ReportStatus.REPORTED && r.getReality() == reality)
        .toList();
  }

  /** Of each report the newest usable revision; of two texts of one revision the later. */
  static List<StrikeReport> newest(World world) {
    var newest = new LinkedHashMap<String, StrikeReport>();
    for (var report : world.reports()) {
      if (Checking.isUsable(report)) {
        newest.merge(
            report.getReportId(), report, (known, next) -> isNewer(next, known) ? next : known);
      }
    }
    return List.copyOf(newest.values());
  }

  static boolean isNewer(StrikeReport next, StrikeReport known) {
    return Comparator.comparing(StrikeReport::getRevision)
            .thenComparing(StrikeReport::getReceivedAt)
            .compare(next, known)
        > 0;
  }

  /** Whether the revision that stands was sent with another text too. */
  private boolean wasSaidTwice(StrikeReport report) {
    return world.reports().stream()
        .filter(Checking::isUsable)
        .filter(other -> other.getReportId().equals(report.getReportId()))
        .filter(other -> other.getRevision() == report.getRevision())
        .filter(other -> !isPlaced(other) && !isPlaced(report))
        .anyMatch(other -> !other.equals(report));
  }

  /** What a person placed, here or elsewhere, under the revision that the source gave it. */
  private static boolean isPlaced(StrikeReport report) {
    return report.getPlaceBasis() == PlaceBasis.PERSON
        || (report.getStatus() == ReportStatus.RETRACTED
            && report.getMarks().stream().anyMatch(mark -> mark.startsWith("MOVED_TO:")));
  }

  /** Of each decision the newest revision, unless it is withdrawn. */
  private static List<Decision> decisions(World world, Reality reality) {
    var newest = new LinkedHashMap<String, Decision>();
    for (var decision : world.decisions()) {
      if (decision.getReality() == reality) {
        newest.merge(
            decision.getDecisionId(),
            decision,
            (known, next) -> next.getRevision() > known.getRevision() ? next : known);
      }
    }
    return newest.values().stream().filter(d -> d.getStatus() == DecisionStatus.STANDING).toList();
  }

  /** Complete linkage: what a person joined first, then the nearest pair first. */
  private List<List<StrikeReport>> groups() {
    var groups = new ArrayList<List<StrikeReport>>();
    standing.forEach(report -> groups.add(new ArrayList<>(List.of(report))));
    for (var pair : pairs()) {
      var one = groupOf(pair.a, groups);
      var other = groupOf(pair.b, groups);
      if (one != other && canJoin(one, other, pair.joinedByAPerson)) {
        one.addAll(other);
        groups.removeIf(group -> group == other);
      }
    }
    return groups;
  }

  private static List<StrikeReport> groupOf(StrikeReport report, List<List<StrikeReport>> groups) {
    return groups.stream().filter(group -> group.contains(report)).findFirst().orElseThrow();
  }

  private boolean canJoin(
      List<StrikeReport> one, List<StrikeReport> other, boolean joinedByAPerson) {
    for (var a : one) {
      for (var b : other) {
        var decided = decided(a, b);
        if (decided == DecisionKind.DISASSOCIATE
            || (decided == null && !joinedByAPerson && !canBeSame(a, b))) {
          return false;
        }
      }
    }
    return true;
  }

  private record Pair(StrikeReport a, StrikeReport b, boolean joinedByAPerson, double distance) {
    static final Comparator<Pair> NEAREST_FIRST =
        Comparator.comparing((Pair pair) -> !pair.joinedByAPerson)
            .thenComparing(Pair::distance)
            .thenComparing(pair -> pair.a.getReportId())
            .thenComparing(pair -> pair.b.getReportId());
  }

  private List<Pair> pairs() {
    var pairs = new ArrayList<Pair>();
    for (var a : standing) {
      for (var b : standing) {
        if (a.getReportId().compareTo(b.getReportId()) < 0) {
          var decided = decided(a, b);
          if (decided == DecisionKind.ASSOCIATE) {
            pairs.add(new Pair(a, b, true, 0));
          } else if (decided == null && canBeSame(a, b)) {
            pairs.add(new Pair(a, b, false, distance(a, b)));
          }
        }
      }
    }
    pairs.sort(Pair.NEAREST_FIRST);
    return pairs;
  }

  /** What was decided last about the pair, null where nothing was. */
  private @Nullable DecisionKind decided(StrikeReport a, StrikeReport b) {
    var pair = Set.of(a.getReportId(), b.getReportId());
    return decisions.stream()
        .filter(d -> d.getKind() != DecisionKind.PREFER)
        .filter(d -> new HashSet<>(d.getReportIds()).equals(pair))
        .max(Comparator.comparing(Decision::getDecidedAt))
        .map(Decision::getKind)
        .orElse(null);
  }

  private boolean canBeSame(StrikeReport a, StrikeReport b) {
    var differentSources = !a.getSource().getId().equals(b.getSource().getId());
    return differentSources
        && isFine(a)
        && isFine(b)
        && !deliveriesContradict(a, b)
        && areNearInTime(a, b)
        && areNearInSpace(a, b);
  }

  private boolean isFine(StrikeReport report) {
    return OneStrike.isFineTime(
            report.getTimePrecision(), report.getOccurredFrom(), report.getOccurredUntil())
        && spot(report).isFine();
  }

  private static boolean deliveriesContradict(StrikeReport a, StrikeReport b) {
    return isStated(a) && isStated(b) && a.getDelivery() != b.getDelivery();
  }

  private static boolean isStated(StrikeReport report) {
    return report.getDelivery() != DeliveryMeans.UNKNOWN
        && report.getDeliveryBasis() == DeliveryBasis.STATED;
  }

  /** Each interval grown by its precision's unit, the rest of the gap at most 15 minutes. */
  private static boolean areNearInTime(StrikeReport a, StrikeReport b) {
    var reach = Thresholds.MERGING_WITHIN.plus(units(a, b));
    return !b.getOccurredFrom().isAfter(a.getOccurredUntil().plus(reach))
        && !a.getOccurredFrom().isAfter(b.getOccurredUntil().plus(reach));
  }

  private boolean areNearInSpace(StrikeReport a, StrikeReport b) {
    var here = spot(a);
    var there = spot(b);
    if (here.neighbourhood() != null && here.neighbourhood().equals(there.neighbourhood())) {
      return true;
    }
    return here.circle() != null
        && there.circle() != null
        && here.circle().metresTo(there.circle()) <= metresReach(here.circle(), there.circle());
  }

  private double distance(StrikeReport a, StrikeReport b) {
    var millis = (double) Math.abs(twiceMiddle(a) - twiceMiddle(b)) / 2;
    var t = millis / Thresholds.MERGING_WITHIN.plus(units(a, b)).toMillis();
    var here = spot(a).circle();
    var there = spot(b).circle();
    var d = here == null || there == null ? 0 : here.metresTo(there) / metresReach(here, there);
    return Math.sqrt(t * t + d * d);
  }

  private static long twiceMiddle(StrikeReport report) {
    return report.getOccurredFrom().toEpochMilli() + report.getOccurredUntil().toEpochMilli();
  }

  private static double metresReach(Circle a, Circle b) {
    return Thresholds.MERGING_METRES + a.radiusMetres() + b.radiusMetres();
  }

  private static Duration units(StrikeReport a, StrikeReport b) {
    return unit(a.getTimePrecision()).plus(unit(b.getTimePrecision()));
  }

  private static Duration unit(TimePrecision precision) {
    return switch (precision) {
      case SECOND -> Duration.ofSeconds(1);
      case MINUTE -> Duration.ofMinutes(1);
      case HOUR -> Duration.ofHours(1);
      default -> throw new IllegalArgumentException("too coarse to merge: " + precision);
    };
  }

  private Spot spot(StrikeReport report) {
    return Spot.of(report, world.profile());
  }

  private OneStrike merged(List<StrikeReport> group) {
    var byAuthority = group.stream().sorted(mostAuthoritativeFirst()).toList();
    var ids = new TreeSet<String>();
    var sources = new TreeSet<String>();
    var lineages = new TreeSet<String>();
    var targets = new TreeSet<Target>();
    for (var report : group) {
      ids.add(report.getReportId());
      sources.add(report.getSource().getId());
      lineages.add(report.getSource().getLineage());
      targets.addAll(report.getTargets());
    }
    var time = byAuthority.stream().min(FINEST_TIME).orElseThrow();
    var place = byAuthority.stream().map(this::spot).min(FINEST_PLACE).orElseThrow();
    var delivery =
        byAuthority.stream()
            .filter(r -> r.getDelivery() != DeliveryMeans.UNKNOWN)
            .min(Comparator.comparing(StrikeReport::getDeliveryBasis));
    return new OneStrike(
        group.get(0).getReality(),
        ids,
        sources,
        lineages,
        certainty(group, lineages),
        place,
        time.getOccurredFrom(),
        time.getOccurredUntil(),
        time.getTimePrecision(),
        StatedTimes.of(group, time.getOccurredUntil()),
        group.stream()
            .map(StrikeReport::getReceivedAt)
            .max(Comparator.naturalOrder())
            .orElseThrow(),
        delivery.map(StrikeReport::getDelivery).orElse(DeliveryMeans.UNKNOWN),
        delivery.map(StrikeReport::getDeliveryBasis).orElse(DeliveryBasis.STATED),
        hull(byAuthority, StrikeReport::getImpacts),
        hull(byAuthority, StrikeReport::getKilled),
        hull(byAuthority, StrikeReport::getInjured),
        targets,
        homesHit(group),
        marks(group, place),
        decisionsAbout(ids));
  }

  /**
   * What intake marked, what was out of order or said twice; a doubtful point of the place alone.
   */
  private SortedSet<String> marks(List<StrikeReport> group, Spot place) {
    var marks = new TreeSet<String>();
    for (var report : group) {
      marks.addAll(report.getMarks());
      addIfOutOfOrder("IMPACTS", report.getImpacts(), marks);
      addIfOutOfOrder("KILLED", report.getKilled(), marks);
      addIfOutOfOrder("INJURED", report.getInjured(), marks);
      if (wasSaidTwice(report)) {
        marks.add("SAME_REVISION_TWICE");
      }
    }
    marks.remove("POINT_OUTSIDE_PLACE");
    if (place.outside()) {
      marks.add("POINT_OUTSIDE_PLACE");
    }
    return marks;
  }

  /** Of equals the first, which is the more authoritative one. */
  private static final Comparator<StrikeReport> FINEST_TIME =
      Comparator.comparing(StrikeReport::getTimePrecision)
          .thenComparing(r -> Duration.between(r.getOccurredFrom(), r.getOccurredUntil()));

  private static final Comparator<Spot> FINEST_PLACE =
      Comparator.comparing((Spot spot) -> spot.neighbourhood() == null)
          .thenComparing(
              spot -> spot.circle() == null ? Double.MAX_VALUE : spot.circle().radiusMetres());

  /** What a person preferred, then by kind of source, the newest, the first by id. */
  private Comparator<StrikeReport> mostAuthoritativeFirst() {
    return Comparator.comparing(this::preferredAt, Comparator.reverseOrder())
        .thenComparing(report -> AUTHORITY.indexOf(report.getSource().getKind()))
        .thenComparing(StrikeReport::getReceivedAt, Comparator.reverseOrder())
        .thenComparing(StrikeReport::getReportId);
  }

  private Instant preferredAt(StrikeReport report) {
    return decisions.stream()
        .filter(d -> d.getKind() == DecisionKind.PREFER)
        .filter(d -> d.getReportIds().contains(report.getReportId()))
        .map(Decision::getDecidedAt)
        .max(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }

  private static @Nullable Certainty homesHit(List<StrikeReport> group) {
    var saying = group.stream().filter(r -> r.getTargets().contains(Target.RESIDENTIAL)).toList();
    var lineages = new HashSet<String>();
    saying.forEach(report -> lineages.add(report.getSource().getLineage()));
    return saying.isEmpty() ? null : certainty(saying, lineages);
  }

  private static Certainty certainty(List<StrikeReport> group, Set<String> lineages) {
    if (lineages.size() >= 2) {
      return Certainty.OBSERVED;
    }
    return group.stream().allMatch(r -> r.getSource().getKind() == SourceKind.MEDIA)
        ? Certainty.POSSIBLE
        : Certainty.LIKELY;
  }

  /** The best of the most authoritative that has one; counts are never added up. */
  private static @Nullable Range hull(
      List<StrikeReport> byAuthority, Function<StrikeReport, @Nullable CountRange> count) {
    var known = byAuthority.stream().map(r -> Range.from(count.apply(r))).filter(Objects::nonNull);
    var ranges = known.toList();
    if (ranges.isEmpty()) {
      return null;
    }
    Long high = 0L;
    var low = Long.MAX_VALUE;
    for (var range : ranges) {
      low = Math.min(low, range.low());
      high = high == null || range.high() == null ? null : (Long) Math.max(high, range.high());
    }
    return new Range(low, ranges.get(0).best(), high);
  }

  private static void addIfOutOfOrder(String name, @Nullable CountRange said, Set<String> marks) {
    if (said != null) {
      var high = said.getHigh() == null ? Integer.MAX_VALUE : said.getHigh();
      if (said.getLow() > said.getBest() || said.getBest() > high) {
        marks.add(name + "_OUT_OF_ORDER");
      }
    }
  }

  private SortedSet<String> decisionsAbout(Set<String> reportIds) {
    var about = new TreeSet<String>();
    for (var decision : decisions) {
      if (decision.getReportIds().stream().anyMatch(reportIds::contains)) {
        about.add(decision.getDecisionId());
      }
    }
    return about;
  }
}
