package org.marsad.consumer.operations.explain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.AreaKind;
import org.marsad.message.AreaProfile;
import org.marsad.message.Certainty;
import org.marsad.message.CountRange;
import org.marsad.message.DayRow;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.EmergencyDepartment;
import org.marsad.message.Finding;
import org.marsad.message.LandUse;
import org.marsad.message.LocalName;
import org.marsad.message.MessageType;
import org.marsad.message.Neighbourhood;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Reality;
import org.marsad.message.ReasonNumber;
import org.marsad.message.ReportStatus;
import org.marsad.message.Rule;
import org.marsad.message.Scope;
import org.marsad.message.Severity;
import org.marsad.message.Site;
import org.marsad.message.SiteKind;
import org.marsad.message.Source;
import org.marsad.message.SourceKind;
import org.marsad.message.Standing;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.message.StrikeStatus;
import org.marsad.message.Subject;
import org.marsad.message.SubjectKind;
import org.marsad.message.SurgeFacts;
import org.marsad.message.TimePrecision;
import org.marsad.message.Urgency;
import org.marsad.schemas.MessageCodec;

/** Messages about a made-up town, to be explained. */
final class Messages {
  static final ZoneId ZONE = ZoneId.of("Asia/Damascus");
  static final Instant NOON = Instant.parse("2016-10-11T09:00:00Z"); // 12:00 local
  static final Thresholds SHIPPED =
      new Thresholds("5f1e0c2a9b7d", true, Duration.ofMinutes(15), 1_000, 5, 0.5, 250);
  private static final String TOWN = "town";
  private static final String PART = "town/mill";

  static {
    MessageCodec.trustMessages();
  }

  private Messages() {}

  static AreaProfile town(String confidentialName, double confidentialLat) {
    return AreaProfile.newBuilder()
        .setCode(TOWN)
        .setVersion(1)
        .setKind(AreaKind.TOWN)
        .setNames(List.of(new LocalName("en", "Town")))
        .setTimeZone(ZONE.getId())
        .setLat(36.2)
        .setLon(37.15)
        .setRadiusMetres(8_000)
        .setNeighbourhoods(
            List.of(
                Neighbourhood.newBuilder()
                    .setCode(PART)
                    .setNames(List.of(new LocalName("en", "Mill")))
                    .setLandUse(LandUse.MIXED)
                    .setLat(36.2)
                    .setLon(37.15)
                    .setRadiusMetres(700)
                    .build()))
        .setSites(
            List.of(
                Site.newBuilder()
                    .setSiteId("site-7")
                    .setKind(SiteKind.SCHOOL)
                    .setNames(List.of(new LocalName("en", "School Seven")))
                    .setLat(36.2012)
                    .setLon(37.15)
                    .setConfidential(false)
                    .build(),
                Site.newBuilder()
                    .setSiteId("site-9")
                    .setKind(SiteKind.HOSPITAL)
                    .setNames(List.of(new LocalName("en", confidentialName)))
                    .setLat(confidentialLat)
                    .setLon(37.15456)
                    .setConfidential(true)
                    .build()))
        .build();
  }

  /** A report that knows the minute and the neighbourhood, received three minutes later. */
  static StrikeReport.Builder report(String id, String source, int minutesAfterNoon) {
    var at = NOON.plus(Duration.ofMinutes(minutesAfterNoon));
    return StrikeReport.newBuilder()
        .setReportId(source + ":" + id)
        .setRevision(1)
        .setStatus(ReportStatus.REPORTED)
        .setReality(Reality.ACTUAL)
        .setSource(new Source(source, SourceKind.OBSERVER, source))
        .setOccurredFrom(at)
        .setOccurredUntil(at)
        .setTimePrecision(TimePrecision.MINUTE)
        .setReceivedAt(at.plus(Duration.ofMinutes(3)))
        .setPlaceText("the mill")
        .setArea(TOWN)
        .setNeighbourhood(PART)
        .setPlaceBasis(PlaceBasis.NAME)
        .setDelivery(DeliveryMeans.AIRCRAFT);
  }

  /** A strike of some reports. */
  static Strike.Builder strike(String id, StrikeReport... reports) {
    var first = reports[0];
    return Strike.newBuilder()
        .setStrikeId(id)
        .setRevision(1)
        .setStatus(StrikeStatus.ACTIVE)
        .setReality(first.getReality())
        .setReportIds(Arrays.stream(reports).map(StrikeReport::getReportId).sorted().toList())
        .setLineages(
            Arrays.stream(reports)
                .map(r -> r.getSource().getLineage())
                .distinct()
                .sorted()
                .toList())
        .setSources(
            Arrays.stream(reports).map(r -> r.getSource().getId()).distinct().sorted().toList())
        .setCertainty(Certainty.LIKELY)
        .setArea(TOWN)
        .setNeighbourhood(first.getNeighbourhood())
        .setPlaceBasis(first.getPlaceBasis())
        .setOccurredFrom(first.getOccurredFrom())
        .setOccurredUntil(first.getOccurredUntil())
        .setTimePrecision(first.getTimePrecision())
        .setDelivery(first.getDelivery())
        .setKilled(first.getKilled())
        .setUpdatedAt(first.getReceivedAt());
  }

  /** One agency's strike of which only the day and the killed are known. */
  static Strike dayStrike(String day, int low, int best, int high) {
    var from = LocalDate.parse(day).atStartOfDay(ZONE).toInstant();
    return strike("s-" + day, report("r", "agency", 0).build())
        .setReportIds(List.of("agency:" + day))
        .setLineages(List.of("agency"))
        .setSources(List.of("agency"))
        .setNeighbourhood(null)
        .setPlaceBasis(PlaceBasis.NAME)
        .setOccurredFrom(from)
        .setOccurredUntil(from.plus(Duration.ofDays(1)))
        .setTimePrecision(TimePrecision.DAY)
        .setKilled(new CountRange(low, best, high))
        .build();
  }

  /** An alert about one strike, with a finding. */
  static Alert.Builder alert(Finding.Builder finding, String... strikeIds) {
    return alert(SubjectKind.STRIKE, finding, strikeIds);
  }

  /** An alert about a subject, with a finding. */
  static Alert.Builder alert(SubjectKind kind, Finding.Builder finding, String... strikeIds) {
    return bare(kind, strikeIds).setFindings(List.of(finding.build()));
  }

  /** An alert without a finding. */
  static Alert.Builder bare(SubjectKind kind, String... strikeIds) {
    return Alert.newBuilder()
        .setAlertId("alert-1")
        .setRevision(1)
        .setMessageType(MessageType.ALERT)
        .setSubject(new Subject(kind, strikeIds.length == 0 ? "town" : strikeIds[0]))
        .setReality(Reality.ACTUAL)
        .setSeverity(Severity.SEVERE)
        .setUrgency(Urgency.IMMEDIATE)
        .setCertainty(Certainty.LIKELY)
        .setSources(1)
        .setArea(TOWN)
        .setTimeZone(ZONE.getId())
        .setNeighbourhoods(List.of(PART))
        .setNeighbourhoodsInAll(1)
        .setOnset(NOON)
        .setOnsetPrecision(TimePrecision.MINUTE)
        .setSentAt(NOON)
        .setExpiresAt(NOON.plus(Duration.ofDays(1)))
        .setInterrupts(true)
        .setStrikes(strikeIds.length)
        .setStrikeIds(List.of(strikeIds))
        .setRulesHash(SHIPPED.hash());
  }

  static Finding.Builder finding(Rule rule, String code, ReasonNumber... numbers) {
    return Finding.newBuilder()
        .setRule(rule)
        .setCertainty(Certainty.LIKELY)
        .setCode(code)
        .setNumbers(List.of(numbers));
  }

  /** What a hospital, or none, has to expect of four strikes. */
  static Alert.Builder surge(@Nullable String site, Standing standing) {
    return alert(
            SubjectKind.HOSPITAL,
            finding(Rule.HOSPITAL_SURGE, "ARRIVALS_EXPECTED").setSurge(surgeFacts(site, standing)),
            "s-1")
        .setStrikes(4)
        .setAddressee(site);
  }

  private static SurgeFacts surgeFacts(@Nullable String site, Standing standing) {
    return SurgeFacts.newBuilder()
        .setSiteId(site)
        .setStanding(standing)
        .setDay(LocalDate.parse("2016-10-11"))
        .setAsOf(NOON)
        .setWithin90Minutes(new CountRange(0, 0, 263))
        .setWithin24Hours(new CountRange(25, 114, 328))
        .setCritical(new CountRange(8, 38, 110))
        .setWounded(new CountRange(100, 224, 644))
        .setInjuredReported(1)
        .setInjuredEstimated(2)
        .setUnreported(1)
        .setShare(0.51)
        .setDistanceMetres(1_365.3)
        .setReceiving(3)
        .setEmergencyDepartment(EmergencyDepartment.ADVISORY)
        .setBedsAvailable(1)
        .setStatusAt(NOON)
        .setWoundedPerKilledLow(1.7)
        .setWoundedPerKilledBest(3.8)
        .setWoundedPerKilledHigh(8.7)
        .setArrivingLow(0.5)
        .setArrivingHigh(0.8)
        .build();
  }

  static Evidence evidence(
      List<Alert> revisions, AreaProfile area, List<Strike> strikes, List<StrikeReport> reports) {
    return evidence(revisions, area, strikes, reports, false);
  }

  /** What is known of a confidential site's alert. */
  static Evidence privateEvidence(
      List<Alert> revisions, AreaProfile area, List<Strike> strikes, List<StrikeReport> reports) {
    return evidence(revisions, area, strikes, reports, true);
  }

  private static Evidence evidence(
      List<Alert> revisions,
      AreaProfile area,
      List<Strike> strikes,
      List<StrikeReport> reports,
      boolean isPrivate) {
    Map<String, List<Strike>> byStrike =
        strikes.stream()
            .collect(Collectors.groupingBy(Strike::getStrikeId, TreeMap::new, Collectors.toList()));
    Map<String, List<StrikeReport>> byReport =
        reports.stream()
            .collect(
                Collectors.groupingBy(
                    StrikeReport::getReportId, TreeMap::new, Collectors.toList()));
    var days = strikes.stream().map(Messages::day).toList();
    return new Evidence(revisions, area, byStrike, byReport, Map.of(), List.of(), days, isPrivate);
  }

  /** The town's day of a strike, where it is the only one. */
  private static DayRow day(Strike strike) {
    return DayRow.newBuilder()
        .setScope(Scope.AREA)
        .setScopeCode(TOWN)
        .setArea(TOWN)
        .setReality(strike.getReality())
        .setDay(LocalDate.ofInstant(strike.getOccurredFrom(), ZONE))
        .setTimeZone(ZONE.getId())
        .setHeard(true)
        .setStrikes(1)
        .setSources(1)
        .setKilled(strike.getKilled())
        .setCountedAt(strike.getUpdatedAt())
        .build();
  }
}
