package org.marsad.processor.state;

import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;
import org.marsad.message.Decision;
import org.marsad.message.Heartbeat;
import org.marsad.message.HospitalStatus;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.processor.rules.Form;
import org.marsad.processor.rules.heaviest.LedgerValue;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.checks.Horizon;

/**
 * What the processor remembers, one shelf per concern. Keys begin with area and reality, but those
 * of areas, alerts and moved reports.
 */
public final class Concerns {
  private final MessageCodec<AreaProfile> profileCodec = MessageCodec.of(AreaProfile.class);
  private final MessageCodec<StrikeReport> reportCodec = MessageCodec.of(StrikeReport.class);
  private final MessageCodec<Decision> decisionCodec = MessageCodec.of(Decision.class);
  private final MessageCodec<Strike> strikeCodec = MessageCodec.of(Strike.class);
  private final MessageCodec<HospitalStatus> statusCodec = MessageCodec.of(HospitalStatus.class);
  private final MessageCodec<Heartbeat> heartbeatCodec = MessageCodec.of(Heartbeat.class);
  private final MessageCodec<Alert> alertCodec = MessageCodec.of(Alert.class);

  private final Horizon horizon;
  private final Shelf<KnownArea> areas;
  private final Shelf<StoredReport> reports;
  private final Shelf.InOrder<byte[]> reportsByTime;
  private final Shelf<byte[]> decided;
  private final Shelf.InOrder<Decision> decisions;
  private final Shelf<StoredStrike> strikes;
  private final Shelf.InOrder<StartedStrike> strikesByStart;
  private final Shelf<Long> longest;
  private final Shelf<LedgerValue> recordLedger;
  private final Shelf<byte[]> movedReports;
  private final Shelf.InOrder<Long> newestDays;
  private final Shelf.InOrder<byte[]> chains;
  private final Shelf.InOrder<HospitalStatus> hospitalStatus;
  private final Shelf.InOrder<HeardSource> sources;
  private final Shelf<KnownAlert> alerts;
  private final Shelf.InOrder<byte[]> due;
  private final Shelf<Long> swept;

  /**
   * Makes room for all.
   *
   * @param horizon how far back anything is remembered
   */
  Concerns(AreaBook book, Horizon horizon) {
    this.horizon = horizon;
    areas =
        book.shelf('a', new Form<>(KnownArea::bytes, bytes -> KnownArea.from(bytes, profileCodec)));
    reports =
        book.shelf(
            'r',
            new Form<>(
                report -> report.toBytes(reportCodec),
                bytes -> StoredReport.from(bytes, reportCodec)));
    reportsByTime = book.inOrder('t', Form.BYTES);
    decided = book.shelf('D', Form.BYTES);
    decisions = book.inOrder('d', new Form<>(decisionCodec::encode, decisionCodec::decode));
    strikes =
        book.shelf(
            's',
            new Form<>(
                strike -> strike.toBytes(strikeCodec),
                bytes -> StoredStrike.from(bytes, strikeCodec)));
    strikesByStart = book.inOrder('b', new Form<>(StartedStrike::toBytes, StartedStrike::from));
    longest = book.shelf('B', Form.NUMBER);
    recordLedger = book.shelf('l', LedgerValue.FORM);
    movedReports = book.shelf('m', Form.BYTES);
    newestDays = book.inOrder('n', Form.NUMBER);
    chains = book.inOrder('c', Form.BYTES);
    hospitalStatus = book.inOrder('h', new Form<>(statusCodec::encode, statusCodec::decode));
    sources =
        book.inOrder(
            'o',
            new Form<>(
                source -> source.toBytes(heartbeatCodec),
                bytes -> HeardSource.from(bytes, heartbeatCodec)));
    alerts =
        book.shelf(
            'A',
            new Form<>(
                alert -> alert.toBytes(alertCodec), bytes -> KnownAlert.from(bytes, alertCodec)));
    due = book.inOrder('f', Form.BYTES);
    swept = book.shelf('w', Form.NUMBER);
  }

  /** How far back anything is remembered. */
  public Horizon horizon() {
    return horizon;
  }

  /** Newest profile by area. */
  public Shelf<KnownArea> areas() {
    return areas;
  }

  /** Newest revision of each report by report id, with the strike that it belongs to. */
  Shelf<StoredReport> reports() {
    return reports;
  }

  /** Finely placed reports by time, to find those that can be the same strike. */
  Shelf.InOrder<byte[]> reportsByTime() {
    return reportsByTime;
  }

  /** Areas in which people decided anything: most never see it. */
  Shelf<byte[]> decided() {
    return decided;
  }

  /** What people decided, by each report that it is about. */
  Shelf.InOrder<Decision> decisions() {
    return decisions;
  }

  /** Newest revision of each strike. */
  Shelf<StoredStrike> strikes() {
    return strikes;
  }

  /** When the strikes known to the hour ended, and where, by their start, the latest first. */
  public Shelf.InOrder<StartedStrike> strikesByStart() {
    return strikesByStart;
  }

  /** The longest time from a strike's start to its latest end, milliseconds. */
  public Shelf<Long> longest() {
    return longest;
  }

  /** What counts for records: strikes by day, sums, maxima, days that somebody was heard of. */
  Shelf<LedgerValue> recordLedger() {
    return recordLedger;
  }

  /** The newest word of reports that were placed in another area later. */
  Shelf<byte[]> movedReports() {
    return movedReports;
  }

  /** Newest local day of which a report told. */
  Shelf.InOrder<Long> newestDays() {
    return newestDays;
  }

  /** Chains of strikes with their running totals, by start, the latest first. */
  Shelf.InOrder<byte[]> chains() {
    return chains;
  }

  /** What hospitals said of themselves, by site, the latest first. */
  Shelf.InOrder<HospitalStatus> hospitalStatus() {
    return hospitalStatus;
  }

  /** Sources that send heartbeats. */
  public Shelf.InOrder<HeardSource> sources() {
    return sources;
  }

  /** Newest revision of each alert, and what people were last woken for. */
  public Shelf<KnownAlert> alerts() {
    return alerts;
  }

  /** What is to be forgotten, by the day that it is of. */
  Shelf.InOrder<byte[]> due() {
    return due;
  }

  /** Up to which day that is done. */
  Shelf<Long> swept() {
    return swept;
  }
}
