package org.marsad.processor.rules.heaviest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.Measure;
import org.marsad.processor.rules.TimePrecision;
import org.marsad.processor.rules.merging.Merged;

/**
 * What one strike adds to the days that it touches.
 *
 * @param strikeId the strike
 * @param neighbourhood null where only the area is known
 * @param group finely placed strikes share one, coarse strikes have their lineage's
 * @param firstDay first local day that it touches
 * @param lastDay last local day that it touches
 * @param dated whether it is known to lie within one local day
 * @param from start, milliseconds since the epoch
 * @param until end, milliseconds since the epoch
 * @param firstReport the smallest id of its reports: unlike the strike's id it does not depend on
 *     who spoke first
 * @param certainty of the strike
 * @param lineages that report it
 * @param impacts null where not reported; 1 for a finely placed strike, because it landed
 * @param impactsReported whether any report has the impacts
 * @param killed null where not reported
 * @param casualties killed plus injured, or the one that is known; null where neither is
 */
public record Contribution(
    String strikeId,
    @Nullable String neighbourhood,
    String group,
    long firstDay,
    long lastDay,
    boolean dated,
    long from,
    long until,
    String firstReport,
    Certainty certainty,
    SortedSet<String> lineages,
    @Nullable CountRange impacts,
    boolean impactsReported,
    @Nullable CountRange killed,
    @Nullable CountRange casualties) {
  /** The group of all finely placed strikes. No lineage is empty. */
  static final String FINE = "";

  /**
   * What a strike adds.
   *
   * @param strikeId its id
   * @param strike what its reports say together
   * @param zone of its area
   */
  public static Contribution of(String strikeId, Merged strike, ZoneId zone) {
    var fine = strike.time().isFine() && strike.spot().isFine();
    var first = strike.time().firstDay(zone);
    var last = strike.time().lastDay(zone);
    return new Contribution(
        strikeId,
        strike.spot().neighbourhood(),
        fine ? FINE : strike.lineages().first(),
        first,
        last,
        first == last && strike.time().precision().isAtLeastAsFineAs(TimePrecision.DAY),
        strike.time().from().toEpochMilli(),
        strike.time().until().toEpochMilli(),
        strike.reportIds().get(0),
        strike.certainty(),
        strike.lineages(),
        strike.impacts() == null && fine ? CountRange.of(1) : strike.impacts(),
        strike.impacts() != null,
        strike.killed(),
        CountRange.sumOfKnown(strike.killed(), strike.injured()));
  }

  /** What it adds to a measure; null for nothing. */
  public @Nullable CountRange of(Measure measure) {
    return switch (measure) {
      case IMPACTS -> impacts;
      case KILLED -> killed;
      case CASUALTIES -> casualties;
    };
  }

  /** Whether a source gave the value. */
  boolean isReported(Measure measure) {
    return measure == Measure.IMPACTS ? impactsReported : of(measure) != null;
  }

  /** The contribution in a compact binary form. */
  public byte[] toBytes() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeUTF(strikeId);
      out.writeUTF(neighbourhood == null ? "" : neighbourhood);
      out.writeUTF(group);
      out.writeInt((int) firstDay);
      out.writeInt((int) lastDay);
      out.writeBoolean(dated);
      out.writeLong(from);
      out.writeLong(until);
      out.writeUTF(firstReport);
      out.writeUTF(certainty.name());
      out.writeUTF(String.join("\n", lineages));
      write(impacts, out);
      out.writeBoolean(impactsReported);
      write(killed, out);
      write(casualties, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Reads what {@link #toBytes()} wrote. */
  public static Contribution from(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      var strikeId = in.readUTF();
      var neighbourhood = in.readUTF();
      return new Contribution(
          strikeId,
          neighbourhood.isEmpty() ? null : neighbourhood,
          in.readUTF(),
          in.readInt(),
          in.readInt(),
          in.readBoolean(),
          in.readLong(),
          in.readLong(),
          in.readUTF(),
          Certainty.valueOf(in.readUTF()),
          new TreeSet<>(List.of(in.readUTF().split("\n"))),
          readRange(in),
          in.readBoolean(),
          readRange(in),
          readRange(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(@Nullable CountRange range, DataOutputStream out) throws IOException {
    out.writeInt(range == null ? -1 : range.low());
    if (range != null) {
      out.writeInt(range.best());
      out.writeInt(range.high());
    }
  }

  private static @Nullable CountRange readRange(DataInputStream in) throws IOException {
    var low = in.readInt();
    return low < 0 ? null : new CountRange(low, in.readInt(), in.readInt());
  }
}
