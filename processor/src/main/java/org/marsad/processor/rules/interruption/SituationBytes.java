package org.marsad.processor.rules.interruption;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.Circle;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.FindingKind;
import org.marsad.processor.rules.GeoPoint;
import org.marsad.processor.rules.Severity;
import org.marsad.processor.rules.SubjectKind;
import org.marsad.processor.rules.surge.Standing;

/** Situations in a compact binary form. */
public final class SituationBytes {
  private SituationBytes() {}

  /** Writes one. */
  public static void write(Situation situation, DataOutputStream out) throws IOException {
    out.writeUTF(situation.kind().name());
    out.writeUTF(situation.severity().name());
    out.writeUTF(situation.certainty().name());
    out.writeByte(situation.findings().size());
    for (var finding : situation.findings().entrySet()) {
      out.writeUTF(finding.getKey().name());
      out.writeUTF(finding.getValue().name());
    }
    out.writeBoolean(situation.mass());
    writePlace(situation.place(), out);
    var danger = situation.dangerUntil();
    out.writeBoolean(danger != null);
    if (danger != null) {
      out.writeLong(danger.toEpochMilli());
    }
    writeRange(situation.impacts(), out);
    writeRange(situation.killed(), out);
    writeRange(situation.injured(), out);
    out.writeInt(situation.sources());
    out.writeInt(situation.recordDays());
    out.writeInt(situation.strikes());
    out.writeInt(situation.arrivals());
    var standing = situation.standing();
    out.writeUTF(standing == null ? "" : standing.name());
  }

  /** Reads what {@link #write} wrote. */
  public static Situation read(DataInputStream in) throws IOException {
    var kind = SubjectKind.valueOf(in.readUTF());
    var severity = Severity.valueOf(in.readUTF());
    var certainty = Certainty.valueOf(in.readUTF());
    var findings = new TreeMap<FindingKind, Certainty>();
    for (var left = in.readByte(); left > 0; left--) {
      findings.put(FindingKind.valueOf(in.readUTF()), Certainty.valueOf(in.readUTF()));
    }
    return new Situation(
        kind,
        severity,
        certainty,
        findings,
        in.readBoolean(),
        readPlace(in),
        in.readBoolean() ? Instant.ofEpochMilli(in.readLong()) : null,
        readRange(in),
        readRange(in),
        readRange(in),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        readStanding(in.readUTF()));
  }

  private static @Nullable Standing readStanding(String name) {
    return name.isEmpty() ? null : Standing.valueOf(name);
  }

  private static void writePlace(@Nullable Circle place, DataOutputStream out) throws IOException {
    out.writeBoolean(place != null);
    if (place != null) {
      out.writeDouble(place.centre().lat());
      out.writeDouble(place.centre().lon());
      out.writeDouble(place.radiusMetres());
    }
  }

  private static @Nullable Circle readPlace(DataInputStream in) throws IOException {
    return in.readBoolean()
        ? new Circle(new GeoPoint(in.readDouble(), in.readDouble()), in.readDouble())
        : null;
  }

  private static void writeRange(@Nullable CountRange range, DataOutputStream out)
      throws IOException {
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
