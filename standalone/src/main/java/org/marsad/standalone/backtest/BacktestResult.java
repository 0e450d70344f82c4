package org.marsad.standalone.backtest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;
import org.marsad.message.Strike;
import org.marsad.message.StrikeStatus;
import org.marsad.producer.imports.ImportSummary;

/**
 * What came out of a backtest.
 *
 * @param rows what became of the rows of the files
 * @param alerts every revision in publishing order
 * @param strikes every revision in publishing order
 * @param rejected what was refused: first rows that are no reports, then reports
 * @param refusedReports how many of those were reports that the processor refused
 * @param retractedOnly reports of which no standing revision came
 * @param superseded revisions of a report beside its last one that came
 */
public record BacktestResult(
    ImportSummary rows,
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

  /** Alerts by rule that were ever raised. */
  public Map<String, Set<String>> alertsByRule() {
    return alerts.stream()
        .collect(
            Collectors.groupingBy(
                alert -> alert.getRule().name(),
                TreeMap::new,
                Collectors.mapping(Alert::getAlertId, Collectors.toSet())));
  }

  /** Alerts of a rule that stand at the end. */
  public long activeAlerts(String rule) {
    var last = new TreeMap<String, MessageType>();
    alerts.stream()
        .filter(alert -> alert.getRule().name().equals(rule))
        .forEach(alert -> last.put(alert.getAlertId(), alert.getMessageType()));
    return last.values().stream().filter(type -> type != MessageType.CANCEL).count();
  }
}
