package org.marsad.consumer.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.marsad.consumer.fixtures.Alerts;
import org.marsad.consumer.fixtures.Facts;
import org.marsad.message.Alert;
import org.marsad.message.AlertReference;
import org.marsad.message.CancelReason;
import org.marsad.message.Certainty;
import org.marsad.message.Change;
import org.marsad.message.CountRange;
import org.marsad.message.Finding;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.RecordFacts;
import org.marsad.message.ResidentialBasis;
import org.marsad.message.Rule;
import org.marsad.message.Severity;
import org.marsad.message.SilentSource;
import org.marsad.message.SiteKind;
import org.marsad.message.SourceKind;
import org.marsad.message.Standing;
import org.marsad.message.TimePrecision;

/** Alerts around now, at least one for each thing that the page tells apart, for the preview. */
final class PreviewAlerts {
  private final Instant now;

  PreviewAlerts(Instant now) {
    this.now = now;
  }

  List<Alert> all() {
    var all = new ArrayList<Alert.Builder>();
    all.addAll(strikes());
    all.addAll(others());
    all.addAll(takenBack());
    return all.stream().map(Alert.Builder::build).toList();
  }

  private List<Alert.Builder> strikes() {
    var repeated =
        Facts.finding(Rule.REPEAT_STRIKE)
            .setCertainty(Certainty.OBSERVED)
            .setRepeat(Facts.repeatFacts().setEarlierOnset(ago(53)).build())
            .build();
    var near =
        Facts.finding(Rule.REPEAT_STRIKE)
            .setCertainty(Certainty.POSSIBLE)
            .setRepeat(Facts.repeatFacts().setEarlierOnset(ago(70)).build())
            .build();
    return List.of(
        strike("repeat", 37, Severity.EXTREME)
            .setRevision(3)
            .setMessageType(MessageType.UPDATE)
            .setChanges(List.of(Change.REPEAT_STRIKE, Change.KILLED_ROSE))
            .setReferences(List.of(new AlertReference(1, ago(35), true)))
            .setCertainty(Certainty.OBSERVED)
            .setSources(3)
            .setInjured(new CountRange(30, 30, 30))
            .setDangerUntil(now.plus(Duration.ofMinutes(22)))
            .setMarks(List.of("POINT_OUTSIDE_PLACE"))
            .setFindings(
                List.of(
                    repeated,
                    Facts.mass(),
                    Facts.heaviest(strikeRecord()),
                    Facts.residential(ResidentialBasis.MAP))),
        uncounted(strike("hospital", 18, Severity.EXTREME))
            .setDangerUntil(now.plus(Duration.ofMinutes(41)))
            .setFindings(
                List.of(Facts.sites(Facts.byReport(SiteKind.HOSPITAL)), near, Facts.uncounted())),
        strike("reach", 95, Severity.MODERATE)
            .setCertainty(Certainty.POSSIBLE)
            .setKilled(new CountRange(2, 2, null))
            .setFindings(
                List.of(
                    Facts.casualties(),
                    Facts.residential(ResidentialBasis.RADIUS),
                    possible(
                        Facts.sites(
                            Facts.withinReach("school-7", SiteKind.SCHOOL, 83),
                            Facts.withinReach("school-8", SiteKind.SCHOOL, 140))),
                    Facts.mayBeTwo())),
        uncounted(strike("unplaced", 130, Severity.MODERATE))
            .setNeighbourhoods(List.of())
            .setNeighbourhoodsInAll(0)
            .setPlace(Alerts.unplaced("قرب السوق القديم").getPlace())
            .setFindings(List.of(Facts.unplaced(), Facts.uncounted())),
        strike("quiet", 160, Severity.MODERATE)
            .setRevision(2)
            .setMessageType(MessageType.UPDATE)
            .setInterrupts(false)
            .setChanges(List.of(Change.COUNTS, Change.SOURCES))
            .setNeighbourhoods(List.of(Examples.FARDOUS, "aleppo/a-sukkari", "aleppo/c"))
            .setNeighbourhoodsInAll(9)
            .setKilled(new CountRange(0, 0, 0))
            .setInjured(new CountRange(3, 4, 6))
            .setFindings(List.of(Facts.casualties())),
        strike("plain", 170, Severity.MINOR)
            .setKilled(new CountRange(0, 0, 0))
            .setInjured(new CountRange(0, 0, 0))
            .setOnsetPrecision(TimePrecision.HOUR),
        strike("drill", 50, Severity.EXTREME)
            .setReality(Reality.EXERCISE)
            .setDangerUntil(now.plus(Duration.ofMinutes(10)))
            .setFindings(List.of(Facts.mass())));
  }

  private List<Alert.Builder> others() {
    return List.of(
        told(Alerts.day(dayRecord(), strikeRecord()), 20).setSeverity(Severity.EXTREME),
        told(Alerts.wave(), 60)
            .setFindings(
                List.of(
                    Facts.wave(
                        Facts.waveFacts().setUntil(ago(12)).setUnreportedKilled(2).build()))),
        told(Alerts.surge(), 15)
            .setSeverity(Severity.SEVERE)
            .setFindings(List.of(Facts.surge(Facts.surgeFacts().setAsOf(ago(15)).build()))),
        told(Alerts.nowhereToGo(), 14)
            .setSeverity(Severity.EXTREME)
            .setFindings(
                List.of(
                    Facts.surge(
                        Facts.surgeFacts()
                            .setSiteId(null)
                            .setStanding(Standing.NOWHERE_TO_GO)
                            .setAsOf(ago(15))
                            .setUnreported(1)
                            .setReceiving(0)
                            .build()))),
        told(Alerts.silentSource(), 80)
            .setFindings(
                List.of(
                    Facts.silent(new SilentSource(SourceKind.OBSERVER, ago(80), 300, 900, 2, 3)))),
        told(Alerts.system(Rule.UNREACHED, "rescue-east"), 8));
  }

  private List<Alert.Builder> takenBack() {
    return List.of(
        cancel(strike("withdrawn", 44, Severity.SEVERE), CancelReason.WITHDRAWN),
        cancel(strike("moved", 48, Severity.SEVERE), CancelReason.MOVED)
            .setReplacedBy("strike:repeat"),
        cancel(strike("drilled", 46, Severity.SEVERE), CancelReason.NOT_ACTUAL),
        cancel(strike("joined", 47, Severity.SEVERE), CancelReason.REPLACED),
        cancel(
            told(Alerts.day(dayRecord()).setAlertId("day:corrected"), 30), CancelReason.CORRECTED),
        cancel(
            told(Alerts.wave().setAlertId("wave:ended"), 70)
                .setFindings(List.of(Facts.wave(Facts.waveFacts().setUntil(ago(30)).build()))),
            CancelReason.CORRECTED),
        strike("expired", 60 * 30, Severity.SEVERE)
            .setExpiresAt(ago(60 * 6))
            .setFindings(List.of(Facts.mass())));
  }

  private Alert.Builder strike(String id, int minutes, Severity severity) {
    return told(Examples.alert("strike:" + id), minutes)
        .setSeverity(severity)
        .setFindings(List.of());
  }

  private Alert.Builder told(Alert.Builder alert, int minutes) {
    return alert
        .setOnset(ago(minutes))
        .setSentAt(ago(Math.max(1, minutes - 3)))
        .setExpiresAt(ago(minutes).plus(Duration.ofDays(1)));
  }

  private Alert.Builder cancel(Alert.Builder alert, CancelReason reason) {
    return Alerts.cancel(alert.setSentAt(ago(20)), reason);
  }

  private static Alert.Builder uncounted(Alert.Builder alert) {
    return alert.setKilled(null).setInjured(null).setImpacts(null);
  }

  private static Finding possible(Finding finding) {
    return Finding.newBuilder(finding).setCertainty(Certainty.POSSIBLE).build();
  }

  private static RecordFacts dayRecord() {
    return Facts.record().setLongestSilenceDays(9).setRecent(month()).build();
  }

  private static RecordFacts strikeRecord() {
    return Facts.strikeRecord().setRecent(month()).build();
  }

  /** Thirty days, nine of them silent, up to the heaviest. */
  private static List<Integer> month() {
    var days = new ArrayList<Integer>();
    for (var day = 0; day < 29; day++) {
      days.add(day >= 8 && day < 17 ? null : day * 7 % 31);
    }
    days.add(59);
    return days;
  }

  private Instant ago(int minutes) {
    return now.minus(Duration.ofMinutes(minutes));
  }
}
