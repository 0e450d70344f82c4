package org.marsad.processor.rules.heaviest;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.Form;
import org.marsad.processor.rules.Target;
import org.marsad.processor.rules.TimePrecision;
import org.marsad.processor.rules.merging.Merged;

/**
 * What one strike adds to the days on which it counts.
 *
 * @param strikeId the strike
 * @param neighbourhood null where only the area is known
 * @param fine its time is known to the hour and its place to the neighbourhood
 * @param untimed its time is known less finely than the hour
 * @param firstDay first local day that it touches, as a day of the epoch
 * @param lastDay last local day that it touches
 * @param dated it counts on the last day that it touches: it lasted at most 24 hours, or lies
 *     within one local day. Another adds its high to each day that it touches
 * @param from start, milliseconds since the epoch
 * @param firstReport the smallest id of its reports: unlike the strike's id it does not depend on
 *     who spoke first
 * @param newestReceivedAt when the newest of its reports was taken in
 * @param certainty of the strike
 * @param sources that report it
 * @param lineages that report it
 * @param targets what was hit
 * @param impacts null where not reported
 * @param killed null where not reported
 * @param injured null where not reported
 */
@SuppressWarnings("EnumOrdinal") // the stored form counts by position
public record Contribution(
    String strikeId,
    @Nullable String neighbourhood,
    boolean fine,
    boolean untimed,
    long firstDay,
    long lastDay,
    boolean dated,
    long from,
    String firstReport,
    Instant newestReceivedAt,
    Certainty certainty,
    SortedSet<String> sources,
    SortedSet<String> lineages,
    SortedSet<Target> targets,
    @Nullable CountRange impacts,
    @Nullable CountRange killed,
    @Nullable CountRange injured) {
  /** How it is kept. */
  static final Form<Contribution> FORM = new Form<>(Contribution::toBytes, Contribution::from);

  /** It landed, and nobody said how many there were. */
  private static final CountRange ONE_AT_LEAST = new CountRange(1, 1, CountRange.OPEN);

  private static final Certainty[] CERTAINTIES = Certainty.values();
  private static final Target[] TARGETS = Target.values();

  public Contribution {
    sources = Collections.unmodifiableSortedSet(new TreeSet<>(sources));
    lineages = Collections.unmodifiableSortedSet(new TreeSet<>(lineages));
    targets = Collections.unmodifiableSortedSet(new TreeSet<>(targets));
  }

  /**
   * What a strike adds.
   *
   * @param strikeId its id
   * @param strike what its reports say together
   * @param newestReceivedAt when the newest of its reports was taken in
   * @param zone of its area
   */
  public static Contribution of(
      String strikeId, Merged strike, Instant newestReceivedAt, ZoneId zone) {
    var time = strike.time();
    return new Contribution(
        strikeId,
        strike.spot().neighbourhood(),
        time.isFine() && strike.spot().isFine(),
        !time.precision().isAtLeastAsFineAs(TimePrecision.HOUR),
        time.firstDay(zone),
        time.lastDay(zone),
        time.isDated(zone),
        time.from().toEpochMilli(),
        strike.reportIds().get(0),
        newestReceivedAt,
        strike.certainty(),
        strike.sources(),
        strike.lineages(),
        strike.targets(),
        strike.impacts(),
        strike.killed(),
        strike.injured());
  }

  /** The first day to which it adds anything. */
  long firstCounted() {
    return dated ? lastDay : firstDay;
  }

  /** How many local days it touches. */
  long days() {
    return lastDay - firstDay + 1;
  }

  /**
   * Its value, null where nobody reported it. A finely placed strike had one impact at least.
   * Casualties of which the killed or the injured are missing may be any number more.
   */
  @Nullable CountRange of(Counted counted) {
    return switch (counted) {
      case IMPACTS -> impacts == null && fine ? ONE_AT_LEAST : impacts;
      case KILLED -> killed;
      case INJURED -> injured;
      case CASUALTIES -> {
        var known = CountRange.sumOfKnown(killed, injured);
        yield known == null || (killed != null && injured != null)
            ? known
            : new CountRange(known.low(), known.best(), CountRange.OPEN);
      }
    };
  }

  /** Whether the reports have the whole value. */
  boolean isReported(Counted counted) {
    return switch (counted) {
      case IMPACTS -> impacts != null;
      case KILLED -> killed != null;
      case INJURED -> injured != null;
      case CASUALTIES -> killed != null && injured != null;
    };
  }

  /** The contribution in a compact binary form. */
  byte[] toBytes() {
    var out = new CompactWriter();
    out.text(strikeId).text(neighbourhood == null ? "" : neighbourhood);
    out.flag(fine).flag(untimed).number(firstDay).number(days()).flag(dated);
    out.signed(from).text(firstReport).signed(newestReceivedAt.toEpochMilli());
    out.number(certainty.ordinal()).texts(sources).texts(lineages);
    out.number(targets.size());
    targets.forEach(target -> out.number(target.ordinal()));
    return out.range(impacts).range(killed).range(injured).toBytes();
  }

  /** Reads what {@link #toBytes()} wrote. */
  static Contribution from(byte[] bytes) {
    var in = new CompactReader(bytes);
    var strikeId = in.text();
    var neighbourhood = in.text();
    var fine = in.flag();
    var untimed = in.flag();
    var firstDay = in.number();
    var lastDay = firstDay + in.number() - 1;
    var dated = in.flag();
    var from = in.signed();
    var firstReport = in.text();
    var newestReceivedAt = Instant.ofEpochMilli(in.signed());
    var certainty = CERTAINTIES[in.count()];
    var sources = in.texts();
    var lineages = in.texts();
    var targets = new TreeSet<Target>();
    for (var left = in.count(); left > 0; left--) {
      targets.add(TARGETS[in.count()]);
    }
    return new Contribution(
        strikeId,
        neighbourhood.isEmpty() ? null : neighbourhood,
        fine,
        untimed,
        firstDay,
        lastDay,
        dated,
        from,
        firstReport,
        newestReceivedAt,
        certainty,
        sources,
        lineages,
        targets,
        in.range(),
        in.range(),
        in.range());
  }
}
