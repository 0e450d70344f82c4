package org.marsad.processor.rules.wave;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.Target;
import org.marsad.processor.rules.merging.StandingStrike;

/**
 * Running totals of a chain of strikes: one more or one less costs the same however many there are.
 *
 * <p>One source does not report a strike twice, so what one source says adds up; what several say
 * of coarsely placed strikes may be the same ones. So the best is the largest of what is finely
 * placed and of what each source says, and the high is all.
 */
@SuppressWarnings("EnumOrdinal") // a dense table by certainty
final class WaveTally {
  /** What is summed up: the strikes themselves, and the three counts. */
  private static final int COLUMNS = 4;

  private static final int STRIKES = 0;
  private static final int IMPACTS = 1;
  private static final int KILLED = 2;
  private static final int INJURED = 3;

  private int strikes;
  private int residential;
  private long newestReceivedAt = Long.MIN_VALUE;
  private final int[] certainties = new int[Certainty.values().length];
  private final int[] targets = new int[Target.values().length];
  private final int[] valued = new int[COLUMNS];
  private final int[] reported = new int[COLUMNS];
  private final int[] open = new int[COLUMNS];
  private final long[] highs = new long[COLUMNS];
  private final Sums fine = new Sums();
  private final Map<String, Sums> bySource = new TreeMap<>();
  private final Map<String, Integer> lineages = new TreeMap<>();
  private final SortedMap<String, Integer> neighbourhoods = new TreeMap<>();

  /** Adds a strike, or takes it away as it was added. */
  void add(StandingStrike strike, int sign) {
    strikes += sign;
    residential += strike.residential() ? sign : 0;
    newestReceivedAt =
        Math.max(newestReceivedAt, strike.timing().newestReceivedAt().toEpochMilli());
    certainties[strike.what().certainty().ordinal()] += sign;
    strike.what().targets().forEach(target -> targets[target.ordinal()] += sign);
    add(STRIKES, CountRange.of(1), true, strike, sign);
    add(IMPACTS, strike.countedImpacts(), strike.what().impacts() != null, strike, sign);
    add(KILLED, strike.what().killed(), true, strike, sign);
    add(INJURED, strike.what().injured(), true, strike, sign);
    if (strike.isFine()) {
      fine.members += sign;
    }
    for (var source : strike.what().sources()) {
      var sums = bySource.computeIfAbsent(source, s -> new Sums());
      sums.members += sign;
      if (sums.members == 0) {
        bySource.remove(source);
      }
    }
    strike.what().lineages().forEach(lineage -> count(lineages, lineage, sign));
    var neighbourhood = strike.what().spot().neighbourhood();
    if (neighbourhood != null) {
      count(neighbourhoods, neighbourhood, sign);
    }
  }

  /** Adds all that another has. */
  void addAll(WaveTally other) {
    strikes += other.strikes;
    residential += other.residential;
    newestReceivedAt = Math.max(newestReceivedAt, other.newestReceivedAt);
    addAll(certainties, other.certainties);
    addAll(targets, other.targets);
    addAll(valued, other.valued);
    addAll(reported, other.reported);
    addAll(open, other.open);
    addAll(highs, other.highs);
    fine.addAll(other.fine);
    other.bySource.forEach(
        (source, sums) -> bySource.computeIfAbsent(source, s -> new Sums()).addAll(sums));
    other.lineages.forEach((lineage, n) -> count(lineages, lineage, n));
    other.neighbourhoods.forEach((code, n) -> count(neighbourhoods, code, n));
  }

  int strikes() {
    return strikes;
  }

  int residential() {
    return residential;
  }

  int sources() {
    return lineages.size();
  }

  SortedMap<String, Integer> neighbourhoods() {
    return Collections.unmodifiableSortedMap(neighbourhoods);
  }

  /** When the newest report came, also of those strikes that were taken away since. */
  Instant newestReceivedAt() {
    return Instant.ofEpochMilli(newestReceivedAt);
  }

  List<Target> targets() {
    var hit = new ArrayList<Target>();
    for (var target : Target.values()) {
      if (targets[target.ordinal()] > 0) {
        hit.add(target);
      }
    }
    return hit;
  }

  /** The strikes' common certainty, LIKELY where they differ. */
  Certainty certainty() {
    var present = new ArrayList<Certainty>();
    for (var certainty : Certainty.values()) {
      if (certainties[certainty.ordinal()] > 0) {
        present.add(certainty);
      }
    }
    return Certainty.ofSum(present);
  }

  CountRange number() {
    return sum(STRIKES);
  }

  Wave.Total impacts() {
    return total(IMPACTS);
  }

  Wave.Total killed() {
    return total(KILLED);
  }

  Wave.Total injured() {
    return total(INJURED);
  }

  private Wave.Total total(int column) {
    return new Wave.Total(valued[column] == 0 ? null : sum(column), strikes - reported[column]);
  }

  private CountRange sum(int column) {
    var low = fine.lows[column];
    var best = fine.bests[column];
    for (var sums : bySource.values()) {
      low = Math.max(low, sums.lows[column]);
      best = Math.max(best, sums.bests[column]);
    }
    var isOpen = open[column] > 0 || reported[column] < strikes;
    return new CountRange(clip(low), clip(best), isOpen ? CountRange.OPEN : clip(highs[column]));
  }

  /** What is finely placed adds up; of a source's word the coarse part is its own low. */
  private void add(
      int column, @Nullable CountRange value, boolean isReported, StandingStrike strike, int sign) {
    if (value == null) {
      return;
    }
    valued[column] += sign;
    reported[column] += isReported ? sign : 0;
    if (value.high() == CountRange.OPEN) {
      open[column] += sign;
    } else {
      highs[column] += (long) sign * value.high();
    }
    if (strike.isFine()) {
      fine.lows[column] += (long) sign * value.low();
      fine.bests[column] += (long) sign * value.best();
    }
    for (var source : strike.what().sources()) {
      var sums = bySource.computeIfAbsent(source, s -> new Sums());
      sums.lows[column] += strike.isFine() ? 0 : (long) sign * value.low();
      sums.bests[column] += (long) sign * value.best();
    }
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(strikes);
    out.writeInt(residential);
    out.writeLong(newestReceivedAt);
    write(certainties, out);
    write(targets, out);
    write(valued, out);
    write(reported, out);
    write(open, out);
    write(highs, out);
    fine.write(out);
    out.writeInt(bySource.size());
    for (var source : bySource.entrySet()) {
      out.writeUTF(source.getKey());
      source.getValue().write(out);
    }
    write(lineages, out);
    write(neighbourhoods, out);
  }

  static WaveTally read(DataInputStream in) throws IOException {
    var tally = new WaveTally();
    tally.strikes = in.readInt();
    tally.residential = in.readInt();
    tally.newestReceivedAt = in.readLong();
    read(tally.certainties, in);
    read(tally.targets, in);
    read(tally.valued, in);
    read(tally.reported, in);
    read(tally.open, in);
    read(tally.highs, in);
    tally.fine.read(in);
    for (var left = in.readInt(); left > 0; left--) {
      var source = in.readUTF();
      var sums = new Sums();
      sums.read(in);
      tally.bySource.put(source, sums);
    }
    read(tally.lineages, in);
    read(tally.neighbourhoods, in);
    return tally;
  }

  private static void count(Map<String, Integer> counts, String key, int n) {
    counts.merge(key, n, Integer::sum);
    counts.remove(key, 0);
  }

  private static void addAll(int[] to, int[] from) {
    for (var i = 0; i < to.length; i++) {
      to[i] += from[i];
    }
  }

  private static void addAll(long[] to, long[] from) {
    for (var i = 0; i < to.length; i++) {
      to[i] += from[i];
    }
  }

  private static void write(int[] numbers, DataOutputStream out) throws IOException {
    for (var number : numbers) {
      out.writeInt(number);
    }
  }

  private static void read(int[] numbers, DataInputStream in) throws IOException {
    for (var i = 0; i < numbers.length; i++) {
      numbers[i] = in.readInt();
    }
  }

  private static void write(long[] numbers, DataOutputStream out) throws IOException {
    for (var number : numbers) {
      out.writeLong(number);
    }
  }

  private static void read(long[] numbers, DataInputStream in) throws IOException {
    for (var i = 0; i < numbers.length; i++) {
      numbers[i] = in.readLong();
    }
  }

  private static void write(Map<String, Integer> counts, DataOutputStream out) throws IOException {
    out.writeInt(counts.size());
    for (var count : counts.entrySet()) {
      out.writeUTF(count.getKey());
      out.writeInt(count.getValue());
    }
  }

  private static void read(Map<String, Integer> counts, DataInputStream in) throws IOException {
    for (var left = in.readInt(); left > 0; left--) {
      counts.put(in.readUTF(), in.readInt());
    }
  }

  private static int clip(long sum) {
    return (int) Math.min(sum, CountRange.OPEN - 1L);
  }

  /** Sums over the strikes of one group, by column. */
  private static final class Sums {
    private int members;
    private final long[] lows = new long[COLUMNS];
    private final long[] bests = new long[COLUMNS];

    void addAll(Sums other) {
      members += other.members;
      WaveTally.addAll(lows, other.lows);
      WaveTally.addAll(bests, other.bests);
    }

    void write(DataOutputStream out) throws IOException {
      out.writeInt(members);
      WaveTally.write(lows, out);
      WaveTally.write(bests, out);
    }

    void read(DataInputStream in) throws IOException {
      members = in.readInt();
      WaveTally.read(lows, in);
      WaveTally.read(bests, in);
    }
  }
}
