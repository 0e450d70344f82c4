package org.marsad.processor.rules.heaviest;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.Target;

/**
 * The running sums of one local day of one scope: a strike is added or taken away without looking
 * at the others.
 *
 * <p>What finely placed strikes add is certain to be different strikes. What one source says of the
 * day adds up too, for it does not report a strike twice; but its toll of the day may include the
 * strikes that it told one by one. So the best is the largest of the fine sum and each source's
 * sum, the low the largest of the fine sum and each source's coarse sum, and the high the sum of
 * all.
 */
@SuppressWarnings("EnumOrdinal") // dense tables; the stored form counts by position
final class DayTotals {
  private static final Counted[] COUNTED = Counted.values();
  private static final Certainty[] CERTAINTIES = Certainty.values();
  private static final Target[] TARGETS = Target.values();

  private int strikes;
  private int lineages;

  /** Of those that count on the day and not beyond. */
  private int withInjured;

  private final Sum[] sums = new Sum[COUNTED.length];
  private final int[] certainties = new int[CERTAINTIES.length];
  private final int[] targets = new int[TARGETS.length];
  private final SortedMap<String, Integer> neighbourhoods = new TreeMap<>();

  DayTotals() {
    for (var i = 0; i < sums.length; i++) {
      sums[i] = new Sum();
    }
  }

  /** Adds a strike, or takes it away again. */
  void add(Contribution strike, DaySources sources, int sign) {
    strikes += sign;
    certainties[strike.certainty().ordinal()] += sign;
    strike.targets().forEach(target -> targets[target.ordinal()] += sign);
    strike.lineages().forEach(lineage -> lineages += sources.countLineage(lineage, sign));
    if (strike.neighbourhood() != null) {
      neighbourhoods.merge(strike.neighbourhood(), sign, (a, b) -> a + b == 0 ? null : a + b);
    }
    for (var counted : COUNTED) {
      sums[counted.ordinal()].add(strike, counted, sign);
    }
    if (strike.dated()) {
      withInjured += strike.injured() == null ? 0 : sign;
      strike.sources().forEach(source -> addTo(sources.of(source), strike, sign));
    }
  }

  private void addTo(SourceSums source, Contribution strike, int sign) {
    for (var counted : COUNTED) {
      var sum = sums[counted.ordinal()];
      sum.ownBests.replace(source.best(counted), 0);
      sum.ownCoarseLows.replace(source.coarseLow(counted), 0);
    }
    source.add(strike, sign);
    for (var counted : COUNTED) {
      var sum = sums[counted.ordinal()];
      sum.ownBests.replace(0, source.best(counted));
      sum.ownCoarseLows.replace(0, source.coarseLow(counted));
    }
  }

  boolean isEmpty() {
    return strikes == 0;
  }

  int strikes() {
    return strikes;
  }

  /** The number of independent lineages that report its strikes. */
  int lineages() {
    return lineages;
  }

  /** Whether a strike that counts on the day reports injured. */
  boolean reportsInjured() {
    return withInjured > 0;
  }

  /** The number of its strikes without a reported value. */
  int unreported(Counted counted) {
    return sums[counted.ordinal()].unreported;
  }

  /** The neighbourhoods hit, with the number of strikes. */
  SortedMap<String, Integer> neighbourhoods() {
    return Collections.unmodifiableSortedMap(neighbourhoods);
  }

  /** The certainty that its strikes have in common, LIKELY where they differ. */
  Certainty certainty() {
    var common = new TreeSet<Certainty>();
    for (var certainty : CERTAINTIES) {
      if (certainties[certainty.ordinal()] > 0) {
        common.add(certainty);
      }
    }
    return Certainty.ofSum(common);
  }

  SortedSet<Target> targets() {
    var hit = new TreeSet<Target>();
    for (var target : TARGETS) {
      if (targets[target.ordinal()] > 0) {
        hit.add(target);
      }
    }
    return hit;
  }

  /** The day's total; 0–0–0 where it has no strikes. */
  CountRange value(Counted counted) {
    return sums[counted.ordinal()].value();
  }

  /** The high alone: what may have happened in any of the neighbourhoods. */
  CountRange highOnly(Counted counted) {
    return new CountRange(0, 0, value(counted).high());
  }

  /** The day's total, null where no strike has a value. */
  @Nullable CountRange known(Counted counted) {
    return sums[counted.ordinal()].known > 0 ? value(counted) : null;
  }

  void write(CompactWriter out) {
    out.number(strikes).number(lineages).number(withInjured);
    for (var sum : sums) {
      sum.write(out);
    }
    for (var times : certainties) {
      out.number(times);
    }
    out.number(targets().size());
    targets().forEach(t -> out.number(t.ordinal()).number(targets[t.ordinal()]));
    out.number(neighbourhoods.size());
    neighbourhoods.forEach((code, times) -> out.text(code).number(times));
  }

  static DayTotals read(CompactReader in) {
    var day = new DayTotals();
    day.strikes = in.count();
    day.lineages = in.count();
    day.withInjured = in.count();
    for (var i = 0; i < day.sums.length; i++) {
      day.sums[i] = Sum.read(in);
    }
    for (var i = 0; i < day.certainties.length; i++) {
      day.certainties[i] = in.count();
    }
    for (var left = in.count(); left > 0; left--) {
      day.targets[in.count()] = in.count();
    }
    for (var left = in.count(); left > 0; left--) {
      day.neighbourhoods.put(in.text(), in.count());
    }
    return day;
  }

  /** The sums of one of the counted things. */
  private static final class Sum {
    private int known;
    private int unreported;
    private int open;
    private long fineLow;
    private long fineBest;
    private long high;
    private Tally ownBests = new Tally();
    private Tally ownCoarseLows = new Tally();

    void add(Contribution strike, Counted counted, int sign) {
      var value = strike.of(counted);
      known += value == null ? 0 : sign;
      unreported += strike.isReported(counted) ? 0 : sign;
      if (value == null || value.high() == CountRange.OPEN) {
        open += sign;
      } else {
        high += (long) sign * value.high();
      }
      if (value != null && strike.fine() && strike.dated()) {
        fineLow += (long) sign * value.low();
        fineBest += (long) sign * value.best();
      }
    }

    CountRange value() {
      return new CountRange(
          clip(Math.max(fineLow, ownCoarseLows.largest())),
          clip(Math.max(fineBest, ownBests.largest())),
          open > 0 ? CountRange.OPEN : clip(high));
    }

    private static int clip(long sum) {
      return (int) Math.min(sum, CountRange.OPEN - 1L);
    }

    void write(CompactWriter out) {
      out.number(known).number(unreported).number(open);
      out.number(fineLow).number(fineBest).number(high);
      ownBests.write(out);
      ownCoarseLows.write(out);
    }

    static Sum read(CompactReader in) {
      var sum = new Sum();
      sum.known = in.count();
      sum.unreported = in.count();
      sum.open = in.count();
      sum.fineLow = in.number();
      sum.fineBest = in.number();
      sum.high = in.number();
      sum.ownBests = Tally.read(in);
      sum.ownCoarseLows = Tally.read(in);
      return sum;
    }
  }
}
