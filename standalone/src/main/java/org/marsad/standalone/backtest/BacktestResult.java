package org.marsad.standalone.backtest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;
import org.marsad.message.Rule;
import org.marsad.message.Strike;
import org.marsad.message.StrikeStatus;
import org.marsad.message.SubjectKind;
import org.marsad.producer.imports.ImportReasons;
import org.marsad.producer.imports.ImportSummary;
import org.marsad.schemas.Findings;

/**
 * What came out of a backtest.
 *
 * @param rows what became of the rows of the files
 * @param reasons why rows were skipped, and how many reports lost a value
 * @param alerts every revision in publishing order
 * @param strikes every revision in publishing order
 * @param rejected what was refused: first rows that are no reports, then reports
 * @param refusedReports how many of those were reports that the broker or the processor refused
 * @param retractedOnly reports of which no standing revision came
 * @param superseded revisions of a report beside its last one that came
 */
public record BacktestResult(
    ImportSummary rows,
    ImportReasons reasons,
    List<Alert> alerts,
    List<Strike> strikes,
    List<ObjectNode> rejected,
    long refusedReports,
    long retractedOnly,
    long superseded) {
  public BacktestResult {
    alerts = List.copyOf(alerts);
    strikes = List.copyOf(strikes);
    rejected = List.copyOf(rejected);
  }

  /** Reports that make a strike, now or before they were taken back. */
  public long inStrikes() {
    return strikes.stream()
        .flatMap(strike -> strike.getReportIds().stream())
        .collect(Collectors.toSet())
        .size();
  }

  /** Rows of which nobody knows what became: 0, or something is wrong with us. */
  public long unaccounted() {
    return rows.rows()
        - inStrikes()
        - rows.skipped()
        - rows.refused()
        - refusedReports
        - rows.duplicates()
        - superseded
        - retractedOnly;
  }

  /** The newest revision of each strike that stands. */
  public long activeStrikes() {
    var last = new TreeMap<String, StrikeStatus>();
    strikes.forEach(strike -> last.put(strike.getStrikeId(), strike.getStatus()));
    return last.values().stream().filter(status -> status == StrikeStatus.ACTIVE).count();
  }

  /** Revisions that are worth waking somebody for. */
  public long interrupting() {
    return alerts.stream().filter(Alert::getInterrupts).count();
  }

  /** Alerts by kind of subject. */
  public Map<SubjectKind, Tally> bySubject() {
    var tallies = new TreeMap<SubjectKind, Tally>();
    for (var kind : SubjectKind.values()) {
      add(kind, tally(alert -> alert.getSubject().getKind() == kind), tallies);
    }
    return tallies;
  }

  /** Alerts by the rules that found something of their subjects. */
  public Map<Rule, Tally> byFinding() {
    var tallies = new TreeMap<Rule, Tally>();
    for (var rule : Rule.values()) {
      add(rule, tally(alert -> Findings.has(alert, rule)), tallies);
    }
    return tallies;
  }

  private static <K> void add(K key, Tally tally, Map<K, Tally> into) {
    if (tally.ever > 0) {
      into.put(key, tally);
    }
  }

  private Tally tally(Predicate<Alert> which) {
    var ever = new TreeSet<String>();
    var last = new TreeMap<String, Alert>();
    for (var alert : alerts) {
      last.put(alert.getAlertId(), alert);
      if (which.test(alert)) {
        ever.add(alert.getAlertId());
      }
    }
    var standing =
        last.values().stream()
            .filter(alert -> alert.getMessageType() != MessageType.CANCEL)
            .filter(which)
            .count();
    return new Tally(ever.size(), standing);
  }

  /**
   * How many alerts.
   *
   * @param ever that were at any time so
   * @param standing that are so at the end
   */
  public record Tally(long ever, long standing) {}
}
