package org.marsad.processor.rules.merging;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.DeliveryMeans;
import org.marsad.processor.rules.Report;
import org.marsad.processor.rules.Spot;
import org.marsad.processor.rules.Target;
import org.marsad.processor.rules.TimeSpan;

/**
 * What the reports of one strike say together. Counts are never added up across reports: the best
 * is the most authoritative report's, low and high are the hull.
 *
 * @param reportIds the reports, sorted
 * @param sources pseudonyms of the sources that report it, sorted
 * @param lineages independent lineages, sorted
 * @param certainty how certain the strike is
 * @param time of the report that knows it most finely
 * @param spot of the report that knows it most finely
 * @param delivery as stated by the most authoritative report that knows it, else as inferred
 * @param deliveryInferred nobody stated the delivery
 * @param impacts null where no report has it
 * @param killed null where no report has it
 * @param injured null where no report has it
 * @param targets what any report says was hit
 */
public record Merged(
    List<String> reportIds,
    SortedSet<String> sources,
    SortedSet<String> lineages,
    Certainty certainty,
    TimeSpan time,
    Spot spot,
    DeliveryMeans delivery,
    boolean deliveryInferred,
    @Nullable CountRange impacts,
    @Nullable CountRange killed,
    @Nullable CountRange injured,
    SortedSet<Target> targets) {

  /** The most authoritative first: by kind of source, then the newest, then by id. */
  private static final Comparator<Report> AUTHORITY =
      Comparator.comparing(Report::kind)
          .thenComparing(Report::receivedAt, Comparator.<Instant>reverseOrder())
          .thenComparing(Report::id);

  private static final Comparator<Report> FINEST_TIME =
      Comparator.comparing((Report r) -> r.time().precision())
          .thenComparing(r -> r.time().until().toEpochMilli() - r.time().from().toEpochMilli());

  private static final Comparator<Report> FINEST_SPOT =
      Comparator.<Report>comparingInt(r -> r.spot().neighbourhood() == null ? 1 : 0)
          .thenComparingDouble(
              r -> {
                var circle = r.spot().circle();
                return circle == null ? Double.MAX_VALUE : circle.radiusMetres();
              });

  /**
   * The reports in the order in which their counts are believed.
   *
   * @param ties what people decided about these reports: a preferred one comes first
   */
  public static List<Report> byAuthority(Collection<Report> reports, Ties ties) {
    var preferred = ties.preferredOf(reports);
    return reports.stream()
        .sorted(
            Comparator.comparing((Report r) -> preferred.filter(r::equals).isEmpty())
                .thenComparing(AUTHORITY))
        .toList();
  }

  /**
   * Merges the reports of one strike.
   *
   * @param reports one or more, in any order
   * @param ties what people decided about these reports: a preferred one is the most authoritative
   */
  public static Merged of(Collection<Report> reports, Ties ties) {
    var byAuthority = byAuthority(reports, ties);
    var sources = new TreeSet<String>();
    var lineages = new TreeSet<String>();
    var targets = new TreeSet<Target>();
    for (var report : byAuthority) {
      sources.add(report.source());
      lineages.add(report.lineage());
      targets.addAll(report.targets());
    }
    var stated =
        byAuthority.stream()
            .filter(r -> r.delivery() != DeliveryMeans.UNKNOWN)
            .min(Comparator.comparing(Report::deliveryInferred)); // stable: then by authority
    return new Merged(
        byAuthority.stream().map(Report::id).sorted().toList(),
        sources,
        lineages,
        certainty(byAuthority, lineages),
        byAuthority.stream().sorted(FINEST_TIME).findFirst().orElseThrow().time(), // stable
        byAuthority.stream().sorted(FINEST_SPOT).findFirst().orElseThrow().spot(),
        stated.map(Report::delivery).orElse(DeliveryMeans.UNKNOWN),
        stated.map(Report::deliveryInferred).orElse(false),
        hull(byAuthority, Report::impacts),
        hull(byAuthority, Report::killed),
        hull(byAuthority, Report::injured),
        targets);
  }

  /** How certain those of the reports are together that say that a target was hit; null: none. */
  public static @Nullable Certainty certaintyOf(Target target, Collection<Report> reports) {
    var saying = reports.stream().filter(report -> report.targets().contains(target)).toList();
    var lineages = new TreeSet<String>();
    saying.forEach(report -> lineages.add(report.lineage()));
    return saying.isEmpty() ? null : certainty(saying, lineages);
  }

  private static Certainty certainty(List<Report> reports, SortedSet<String> lineages) {
    if (lineages.size() >= 2) {
      return Certainty.OBSERVED;
    }
    return reports.stream().anyMatch(r -> r.kind().isCredible())
        ? Certainty.LIKELY
        : Certainty.POSSIBLE;
  }

  private static @Nullable CountRange hull(
      List<Report> byAuthority, Function<Report, @Nullable CountRange> count) {
    var known = byAuthority.stream().map(count).filter(Objects::nonNull).toList();
    if (known.isEmpty()) {
      return null;
    }
    return new CountRange(
        known.stream().mapToInt(CountRange::low).min().orElseThrow(),
        known.get(0).best(),
        known.stream().mapToInt(CountRange::high).max().orElseThrow());
  }
}
