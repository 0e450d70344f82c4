package org.marsad.processor.rules.heaviest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.Measure;
import org.marsad.processor.rules.Scale;

/**
 * One local day of one scope: sums by group, so that a strike is added or taken away in constant
 * time, and the heaviest strike of each measure.
 *
 * <p>Finely placed strikes form one group and each lineage's coarse strikes another, because two
 * agencies counting the same day must not be added up: low and best are those of the largest group,
 * high is the sum over all.
 */
@SuppressWarnings("EnumOrdinal") // columns of a dense table
public final class DayTotals {
  private static final Measure[] MEASURES = Measure.values();

  private final Map<String, Sums> groups = new TreeMap<>();
  private final Heaviest[] heaviest = new Heaviest[MEASURES.length];
  private final long[] highs = new long[MEASURES.length];
  private final int[] openEnded = new int[MEASURES.length];
  private final int[] unreported = new int[MEASURES.length];
  private int ended;
  private int strikes;

  /** Bits by series. */
  private int records;

  /** Adds a strike that touches the day, or takes it away again. */
  void add(Contribution strike, long day, int sign) {
    strikes += sign;
    ended += strike.lastDay() == day ? sign : 0;
    var sums = groups.computeIfAbsent(strike.group(), group -> new Sums());
    sums.strikes += sign;
    for (var measure : MEASURES) {
      var m = measure.ordinal();
      unreported[m] += strike.isReported(measure) ? 0 : sign;
      var value = strike.of(measure);
      if (value == null) {
        continue;
      }
      if (value.high() == CountRange.OPEN) {
        openEnded[m] += sign;
      } else {
        highs[m] += (long) sign * value.high();
      }
      if (strike.dated()) {
        sums.lows[m] += (long) sign * value.low();
        sums.bests[m] += (long) sign * value.best();
      }
    }
    if (sums.strikes == 0) {
      groups.remove(strike.group());
    }
  }

  /** Forgets which strikes are the heaviest, before all of the day's are offered again. */
  void forgetHeaviest() {
    Arrays.fill(heaviest, null);
  }

  /** Lets a strike be the heaviest of the day in each measure in which it is. */
  void offer(Contribution strike) {
    for (var measure : MEASURES) {
      var value = strike.of(measure);
      if (strike.dated() && value != null) {
        heaviest[measure.ordinal()] = Heaviest.of(heaviest[measure.ordinal()], strike, value);
      }
    }
  }

  /** The heaviest strike within this day, null where no strike has the measure. */
  @Nullable String heaviestStrike(Measure measure) {
    var top = heaviest[measure.ordinal()];
    return top == null ? null : top.strikeId;
  }

  /** Whether the day, or a strike within it, was ever judged a record since it has strikes. */
  boolean wasRecord(Series series) {
    return (records & 1 << series.ordinal()) != 0;
  }

  /** Remembers that it was judged a record. */
  void rememberRecord(Series series) {
    records |= 1 << series.ordinal();
  }

  int unreported(Measure measure) {
    return unreported[measure.ordinal()];
  }

  boolean isEmpty() {
    return strikes == 0;
  }

  /** The day's total, or its heaviest strike's value. */
  CountRange value(Series series) {
    var m = series.measure().ordinal();
    if (series.scale() == Scale.STRIKE) {
      var top = heaviest[m];
      return top == null ? CountRange.ZERO : top.value;
    }
    var low = 0L;
    var best = 0L;
    for (var sums : groups.values()) {
      low = Math.max(low, sums.lows[m]);
      best = Math.max(best, sums.bests[m]);
    }
    return new CountRange(
        clip(low), clip(best), openEnded[m] > 0 ? CountRange.OPEN : clip(highs[m]));
  }

  /**
   * The day as later days are compared with it.
   *
   * @param day which it is, a day of the epoch
   */
  Row row(long day) {
    var row = new Row();
    for (var series : Series.values()) {
      row.set(series, reach(series));
    }
    row.set(Row.WATCHED, ended > 0 ? (int) (RecordTree.DAYS - day) : 0);
    return row;
  }

  /** For strikes: each bound is the day's highest, which need not be one strike's. */
  private CountRange reach(Series series) {
    var top = heaviest[series.measure().ordinal()];
    return series.scale() == Scale.STRIKE && top != null
        ? new CountRange(top.highestLow, top.value.best(), top.highestHigh)
        : value(series);
  }

  private static int clip(long sum) {
    return (int) Math.min(sum, CountRange.OPEN - 1L);
  }

  /** The day in a compact binary form. */
  public byte[] toBytes() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(strikes);
      out.writeInt(ended);
      out.writeByte(records);
      for (var m = 0; m < MEASURES.length; m++) {
        out.writeLong(highs[m]);
        out.writeInt(openEnded[m]);
        out.writeInt(unreported[m]);
        Heaviest.write(heaviest[m], out);
      }
      out.writeShort(groups.size());
      for (var group : groups.entrySet()) {
        out.writeUTF(group.getKey());
        group.getValue().write(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Reads what {@link #toBytes()} wrote; null is a day without strikes. */
  public static DayTotals from(byte @Nullable [] bytes) {
    var day = new DayTotals();
    if (bytes == null) {
      return day;
    }
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      day.strikes = in.readInt();
      day.ended = in.readInt();
      day.records = in.readByte();
      for (var m = 0; m < MEASURES.length; m++) {
        day.highs[m] = in.readLong();
        day.openEnded[m] = in.readInt();
        day.unreported[m] = in.readInt();
        day.heaviest[m] = Heaviest.read(in);
      }
      for (var left = in.readUnsignedShort(); left > 0; left--) {
        day.groups.put(in.readUTF(), Sums.read(in));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return day;
  }

  /** Sums over the strikes of one group that lie within the day. */
  private static final class Sums {
    private int strikes;
    private final long[] lows = new long[MEASURES.length];
    private final long[] bests = new long[MEASURES.length];

    void write(DataOutputStream out) throws IOException {
      out.writeInt(strikes);
      for (var m = 0; m < MEASURES.length; m++) {
        out.writeLong(lows[m]);
        out.writeLong(bests[m]);
      }
    }

    static Sums read(DataInputStream in) throws IOException {
      var sums = new Sums();
      sums.strikes = in.readInt();
      for (var m = 0; m < MEASURES.length; m++) {
        sums.lows[m] = in.readLong();
        sums.bests[m] = in.readLong();
      }
      return sums;
    }
  }

  /**
   * The heaviest strike of the day in one measure: heavier, else earlier, else the one that ended
   * earlier, else by its first report. Not by its own id, which depends on who spoke first.
   */
  private record Heaviest(
      String strikeId,
      long from,
      long until,
      String firstReport,
      CountRange value,
      int highestLow,
      int highestHigh) {
    private static final Comparator<Heaviest> HEAVIEST_FIRST =
        Comparator.<Heaviest>comparingInt(top -> -top.value.best())
            .thenComparingLong(Heaviest::from)
            .thenComparingLong(Heaviest::until)
            .thenComparing(Heaviest::firstReport);

    static Heaviest of(@Nullable Heaviest top, Contribution strike, CountRange value) {
      var other =
          new Heaviest(
              strike.strikeId(),
              strike.from(),
              strike.until(),
              strike.firstReport(),
              value,
              value.low(),
              value.high());
      if (top == null) {
        return other;
      }
      var first = HEAVIEST_FIRST.compare(other, top) < 0 ? other : top;
      return new Heaviest(
          first.strikeId,
          first.from,
          first.until,
          first.firstReport,
          first.value,
          Math.max(top.highestLow, value.low()),
          Math.max(top.highestHigh, value.high()));
    }

    static void write(@Nullable Heaviest top, DataOutputStream out) throws IOException {
      out.writeBoolean(top != null);
      if (top != null) {
        out.writeUTF(top.strikeId);
        out.writeLong(top.from);
        out.writeLong(top.until);
        out.writeUTF(top.firstReport);
        out.writeInt(top.value.low());
        out.writeInt(top.value.best());
        out.writeInt(top.value.high());
        out.writeInt(top.highestLow);
        out.writeInt(top.highestHigh);
      }
    }

    static @Nullable Heaviest read(DataInputStream in) throws IOException {
      if (!in.readBoolean()) {
        return null;
      }
      return new Heaviest(
          in.readUTF(),
          in.readLong(),
          in.readLong(),
          in.readUTF(),
          new CountRange(in.readInt(), in.readInt(), in.readInt()),
          in.readInt(),
          in.readInt());
    }
  }
}
