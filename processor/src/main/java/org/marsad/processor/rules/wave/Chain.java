package org.marsad.processor.rules.wave;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.merging.StandingStrike;

/**
 * Strikes that follow one another closely, one or more, with their running totals. Whoever changes
 * it keeps it.
 */
public final class Chain {
  private Instant from;
  private Instant until;
  private String alertId = "";
  private final WaveTally tally;

  private Chain(Instant from, Instant until, WaveTally tally) {
    this.from = from;
    this.until = until;
    this.tally = tally;
  }

  /** Of strikes, one or more. */
  static Chain of(List<StandingStrike> strikes) {
    var first = strikes.get(0).what().time();
    var chain = new Chain(first.from(), first.until(), new WaveTally());
    strikes.forEach(chain::add);
    return chain;
  }

  /** Start of its first strike. */
  public Instant from() {
    return from;
  }

  /** End of its last strike. */
  public Instant until() {
    return until;
  }

  /** The alert that speaks of it; empty for none. */
  public String alertId() {
    return alertId;
  }

  /** Sets the alert that speaks of it. */
  public void setAlertId(String alertId) {
    this.alertId = alertId;
  }

  int strikes() {
    return tally.strikes();
  }

  void add(StandingStrike strike) {
    var time = strike.what().time();
    tally.add(strike, 1);
    from = time.from().isBefore(from) ? time.from() : from;
    until = time.until().isAfter(until) ? time.until() : until;
  }

  void addAll(Chain other) {
    tally.addAll(other.tally);
    from = other.from.isBefore(from) ? other.from : from;
    until = other.until.isAfter(until) ? other.until : until;
  }

  void replace(StandingStrike before, StandingStrike now) {
    tally.add(before, -1);
    tally.add(now, 1);
  }

  /** Takes a strike away; the edges are those of the others. */
  void remove(StandingStrike strike, Instant from, Instant until) {
    tally.add(strike, -1);
    this.from = from;
    this.until = until;
  }

  /** What it comes to, as a wave. */
  Wave wave(int minStrikes) {
    var number = tally.number();
    return new Wave(
        tally.strikes(),
        number,
        from,
        until,
        tally.residential(),
        tally.impacts(),
        tally.killed(),
        tally.injured(),
        number.best() < minStrikes ? Certainty.POSSIBLE : tally.certainty(),
        tally.sources(),
        tally.neighbourhoods(),
        tally.targets(),
        tally.newestReceivedAt());
  }

  /** The chain in a compact binary form. */
  public byte[] toBytes() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeLong(from.toEpochMilli());
      out.writeLong(until.toEpochMilli());
      out.writeUTF(alertId);
      tally.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Reads what {@link #toBytes()} wrote. */
  public static Chain from(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      var from = Instant.ofEpochMilli(in.readLong());
      var until = Instant.ofEpochMilli(in.readLong());
      var alertId = in.readUTF();
      var chain = new Chain(from, until, WaveTally.read(in));
      chain.alertId = alertId;
      return chain;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
