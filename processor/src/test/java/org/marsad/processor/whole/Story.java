package org.marsad.processor.whole;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.sf.geographiclib.GeodesicData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaProfile;
import org.marsad.message.CountRange;
import org.marsad.message.Decision;
import org.marsad.message.DecisionKind;
import org.marsad.message.DecisionStatus;
import org.marsad.message.DeliveryBasis;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.EmergencyDepartment;
import org.marsad.message.Heartbeat;
import org.marsad.message.HospitalStatus;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Reality;
import org.marsad.message.ReportStatus;
import org.marsad.message.SiteKind;
import org.marsad.message.Source;
import org.marsad.message.SourceKind;
import org.marsad.message.Staffing;
import org.marsad.message.StrikeReport;
import org.marsad.message.Target;
import org.marsad.message.TimePrecision;
import org.marsad.processor.oracle.Oracle;
import org.marsad.processor.oracle.World;
import org.marsad.schemas.Marks;
import org.marsad.schemas.MessageCodec;

/**
 * What was said about one area, by seed, with the mess of reality: late by days, twice, corrected,
 * taken back, coarse and fine, around midnight, the change of clocks and the leap day, and just at
 * the edges of what the rules call near.
 */
public final class Story {
  static {
    MessageCodec.trustMessages();
  }

  /** A person's placing is no word of a source: it does not come twice under one revision. */
  private static final List<PlaceBasis> SAID_BY_SOURCES =
      List.copyOf(EnumSet.complementOf(EnumSet.of(PlaceBasis.PERSON)));

  /** Ordinary days, the end of summer time in Damascus, its beginning, the leap day. */
  private static final List<LocalDate> BEGINNINGS =
      List.of(
          LocalDate.parse("2016-10-01"),
          LocalDate.parse("2016-10-22"),
          LocalDate.parse("2016-03-20"),
          LocalDate.parse("2016-02-24"));

  private static final Duration MS = Duration.ofMillis(1);

  /** After an event's predecessor: salvos, and both sides of 15, 17, 30 and 60 minutes. */
  private static final List<Duration> AFTER =
      Stream.of(0, 1, 5, 15, 17, 29, 30, 31, 60, 62, 75, 120).map(Duration::ofMinutes).toList();

  private static final List<Double> AWAY =
      List.of(0.0, 40.0, 99.9, 100.1, 499.9, 500.1, 800.0, 999.9, 1000.1, 2500.0);
  private static final List<Double> RADII =
      List.of(0.0, 50.0, 100.0, 250.0, 250.1, 300.0, 1500.0, 1500.1, 4000.0);
  private static final List<Duration> LENGTHS =
      Stream.of(0, 0, 0, 0, 1, 10, 30, 60, 61, 24 * 60, 24 * 60 + 1, 60 * 60)
          .map(Duration::ofMinutes)
          .toList();
  private static final List<TimePrecision> FINE =
      List.of(TimePrecision.MINUTE, TimePrecision.MINUTE, TimePrecision.SECOND, TimePrecision.HOUR);
  private static final List<DecisionKind> KINDS =
      List.of(DecisionKind.ASSOCIATE, DecisionKind.DISASSOCIATE, DecisionKind.PREFER);
  private static final List<DeliveryMeans> DELIVERIES =
      List.of(
          DeliveryMeans.AIRCRAFT,
          DeliveryMeans.AIRCRAFT,
          DeliveryMeans.HELICOPTER,
          DeliveryMeans.UNKNOWN);

  private final Random random;
  private final String area;
  private final @Nullable AreaProfile profile;
  private final LocalDate firstDay;
  private final int days;
  private final ZoneId zone;
  private final List<Source> sources = new ArrayList<>();
  private final List<StrikeReport> reports = new ArrayList<>();
  private final List<SpecificRecord> others = new ArrayList<>();

  private Story(Random random, String area, @Nullable AreaProfile profile, LocalDate firstDay) {
    this.random = random;
    this.area = area;
    this.profile = profile;
    this.firstDay = firstDay;
    this.days = random.nextInt(5) == 0 ? 100 + random.nextInt(200) : 3 + random.nextInt(14);
    this.zone = Town.zone(profile);
  }

  /** The world of a seed. */
  public static World of(long seed) {
    var area = seed % 100 == 0 ? "unplaced" : "town-" + seed;
    var random = new Random(seed * 7_919 + 17);
    var firstDay = any(BEGINNINGS, random);
    var known = random.nextInt(20) > 0 && !area.equals("unplaced");
    var profile = known ? Town.of(random, area, firstDay) : null;
    var story = new Story(random, area, profile, firstDay);
    return story.tell();
  }

  private World tell() {
    addSources();
    addEvents();
    addHitOnAHospital();
    addCoarseReports();
    addTwins();
    addRevisions();
    addUnusableReports();
    addDecisions();
    addStatuses();
    addHeartbeats();
    var said = new ArrayList<SpecificRecord>(reports);
    said.addAll(others);
    if (random.nextInt(3) == 0) {
      Collections.shuffle(said, random);
    } else {
      said.sort(Comparator.comparing(Story::at));
    }
    return new World(area, profile, said);
  }

  /** When a message came. */
  static Instant at(SpecificRecord message) {
    if (message instanceof StrikeReport report) {
      return report.getReceivedAt();
    } else if (message instanceof Decision decision) {
      return decision.getDecidedAt();
    } else if (message instanceof Heartbeat heartbeat) {
      return heartbeat.getSentAt();
    }
    return ((HospitalStatus) message).getUpdatedAt();
  }

  /** A handful; in one town of thirty, a crowd. Every fourth repeats another's upstream. */
  private void addSources() {
    var count = random.nextInt(30) == 0 ? 20 : 2 + random.nextInt(4);
    for (var i = 0; i < count; i++) {
      var id = "source-" + (char) ('a' + i);
      var lineage = i > 0 && random.nextInt(4) == 0 ? sources.get(i - 1).getLineage() : id;
      sources.add(new Source(id, any(List.of(SourceKind.values())), lineage));
    }
  }

  private void addEvents() {
    var at = momentOfADay();
    var place = aPlace();
    var many = days > 100 ? 20 : 7;
    var count = sources.size() == 20 ? 1 : 1 + random.nextInt(many);
    for (var event = 0; event < count; event++) {
      var reality = random.nextInt(6) == 0 ? Reality.EXERCISE : Reality.ACTUAL;
      var delivery = any(DELIVERIES);
      Collections.shuffle(sources, random);
      var observers = sources.size() == 20 ? 20 : 1 + random.nextInt(Math.min(3, sources.size()));
      for (var source : sources.subList(0, observers)) {
        var moved =
            Town.moved(place.lat2, place.lon2, any(AWAY.subList(0, 5)), 30.0 * random.nextInt(12));
        var seenAt = at.plus(random.nextInt(3) == 0 ? any(AFTER.subList(0, 8)) : Duration.ZERO);
        reports.add(
            observed(source, seenAt, moved.lat2, moved.lon2)
                .setReality(reality)
                .setDelivery(random.nextInt(5) == 0 ? any(DELIVERIES) : delivery)
                .build());
      }
      at = random.nextInt(3) == 0 ? momentOfADay() : at.plus(any(AFTER)).plus(aLittle());
      place =
          random.nextInt(4) == 0
              ? aPlace()
              : Town.moved(place.lat2, place.lon2, any(AWAY), 90.0 * random.nextInt(4));
    }
  }

  /** A hospital was hit, and a report says so. */
  private void addHitOnAHospital() {
    if (profile == null || random.nextInt(4) > 0) {
      return;
    }
    for (var site : profile.getSites()) {
      if (site.getKind() == SiteKind.HOSPITAL && random.nextBoolean()) {
        var at = momentOfADay();
        reports.add(
            at(report(any(sources), at, at, TimePrecision.MINUTE), site.getLat(), site.getLon())
                .setRadiusMetres(any(RADII.subList(0, 5)))
                .setTargets(List.of(Target.HOSPITAL))
                .setInjured(new CountRange(10, 15 + random.nextInt(40), 60))
                .build());
      }
    }
  }

  /** Somewhere in the row of neighbourhoods, or at a site. */
  private GeodesicData aPlace() {
    if (profile == null || profile.getSites().isEmpty() || random.nextBoolean()) {
      return Town.moved(36.2, 37.15, 100.0 * random.nextInt(20), 90);
    }
    var site = any(profile.getSites());
    return Town.moved(site.getLat(), site.getLon(), any(AWAY.subList(0, 4)), 90);
  }

  private Duration aLittle() {
    return random.nextInt(8) == 0 ? MS : Duration.ZERO;
  }

  /** Often at midnight, or just before. */
  private Instant momentOfADay() {
    var time =
        switch (random.nextInt(5)) {
          case 0 -> LocalTime.MIDNIGHT;
          case 1 -> LocalTime.of(23, 50);
          case 2 -> LocalTime.of(0, random.nextInt(60));
          default -> LocalTime.of(8 + random.nextInt(8), random.nextInt(60));
        };
    return aDay().atTime(time).atZone(zone).toInstant();
  }

  /** In a long story often one month after another, so that pauses are just long enough, or not. */
  private LocalDate aDay() {
    var isLong = days > 100 && random.nextBoolean();
    return firstDay.plusDays(
        isLong ? Math.min(days, 31 * random.nextInt(10)) : random.nextInt(days));
  }

  private StrikeReport.Builder observed(Source source, Instant at, double lat, double lon) {
    var until = at.plus(any(LENGTHS));
    return place(report(source, at, until, any(FINE)), lat, lon);
  }

  private StrikeReport.Builder report(
      Source source, Instant from, Instant until, TimePrecision precision) {
    return StrikeReport.newBuilder()
        .setReportId(source.getId() + ":" + area + "-" + reports.size())
        .setRevision(1)
        .setStatus(ReportStatus.REPORTED)
        .setReality(Reality.ACTUAL)
        .setSource(source)
        .setOccurredFrom(from)
        .setOccurredUntil(until)
        .setTimePrecision(precision)
        .setReceivedAt(until.plus(lag()))
        .setArea(area)
        .setPlaceBasis(PlaceBasis.NONE)
        .setPlaceText(random.nextInt(4) == 0 ? "near the market" : null)
        .setDelivery(any(DELIVERIES))
        .setDeliveryBasis(random.nextInt(5) == 0 ? DeliveryBasis.INFERRED : DeliveryBasis.STATED)
        .setImpacts(random.nextInt(3) == 0 ? null : range())
        .setKilled(random.nextInt(4) == 0 ? null : range())
        .setInjured(random.nextInt(2) == 0 ? null : range())
        .setTargets(targets());
  }

  private Duration lag() {
    return switch (random.nextInt(8)) {
      case 0 -> Duration.ofDays(1 + random.nextInt(12));
      case 1 -> Duration.ofHours(random.nextInt(30));
      case 2 -> Duration.ZERO;
      default -> Duration.ofMinutes(1 + random.nextInt(40));
    };
  }

  /** Small and round numbers, so that equal ones are common; one in eight is out of order. */
  private CountRange range() {
    var low = random.nextInt(3) == 0 ? 5 * random.nextInt(5) : random.nextInt(8);
    low = random.nextInt(15) == 0 ? 6 * low : low;
    var best = low + (random.nextBoolean() ? 0 : random.nextInt(5));
    var high = best + (random.nextBoolean() ? 0 : random.nextInt(6));
    return switch (random.nextInt(8)) {
      case 0 -> new CountRange(high, low, best);
      case 1 -> new CountRange(low, best, null);
      default -> new CountRange(low, best, high);
    };
  }

  private List<Target> targets() {
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> List.of(any(List.of(Target.values())));
      case 3 -> List.of(Target.HOSPITAL);
      default -> List.of();
    };
  }

  /** A point that is evidence only beside a name, which then is what places it. */
  private StrikeReport.Builder doubted(StrikeReport.Builder report) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> report.setMarks(List.of(Marks.POINT_OUTSIDE_PLACE));
      case 2 -> report.setPlaceBasis(PlaceBasis.NAME).setMarks(List.of(Marks.POINT_FAR_FROM_PLACE));
      case 3 -> report.setPlaceBasis(PlaceBasis.NAME).setMarks(List.of(Marks.SWAPPED));
      default -> report.setMarks(List.of());
    };
  }

  private StrikeReport.Builder place(StrikeReport.Builder report, double lat, double lon) {
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> report.setNeighbourhood(aPart()).setPlaceBasis(PlaceBasis.NAME);
      case 3, 4 -> doubted(at(report.setNeighbourhood(aPart()), lat, lon));
      case 5, 6, 7, 8 -> at(report, lat, lon);
      case 9 -> at(report, lat, lon).setPlaceBasis(PlaceBasis.CODE);
      case 10 -> report.setPlaceBasis(any(SAID_BY_SOURCES));
      default ->
          report
              .setNeighbourhood(random.nextInt(3) == 0 ? area + "/elsewhere" : null)
              .setPlaceBasis(PlaceBasis.NAME);
    }
    if (Oracle.isDoubtful(report.build(), profile)) {
      report.setLat(null).setLon(null).setRadiusMetres(null).setNeighbourhood(null);
      report.setPlaceBasis(PlaceBasis.NONE);
    }
    return report;
  }

  private StrikeReport.Builder at(StrikeReport.Builder report, double lat, double lon) {
    return report
        .setLat(lat)
        .setLon(lon)
        .setRadiusMetres(random.nextInt(4) == 0 ? null : any(RADII))
        .setPlaceBasis(PlaceBasis.POINT);
  }

  private @Nullable String aPart() {
    return profile == null ? area + "/somewhere" : any(profile.getNeighbourhoods()).getCode();
  }

  /** An agency's count of a day, a week of which only the end is known, "this year". */
  private void addCoarseReports() {
    var count = random.nextInt(5);
    for (var i = 0; i < count; i++) {
      var source = any(sources);
      var day = aDay();
      var from = day.atStartOfDay(zone).toInstant();
      var nextDay = day.plusDays(1).atStartOfDay(zone).toInstant();
      var report =
          switch (random.nextInt(8)) {
            case 0 -> report(source, from, from.plus(Duration.ofDays(7)), TimePrecision.WEEK);
            case 1 -> report(source, from, from.plus(Duration.ofDays(31)), TimePrecision.MONTH);
            case 2 -> report(source, from, from.plus(Duration.ofHours(24)), TimePrecision.DAY);
            case 3 -> report(source, from, from, TimePrecision.DAY);
            case 4 -> report(source, from, nextDay.plus(MS), TimePrecision.DAY);
            case 5 ->
                days < 20 && random.nextInt(6) == 0
                    ? report(source, from, from.plus(Duration.ofDays(366)), TimePrecision.YEAR)
                    : report(source, from, nextDay, TimePrecision.WEEK);
            default -> report(source, from, nextDay, TimePrecision.DAY);
          };
      reports.add(random.nextInt(3) == 0 ? place(report, 36.2, 37.15).build() : report.build());
    }
  }

  /**
   * The same once more in all but the id: two strikes where one source says so, mostly one where
   * two do, and as near to a third report as its twin is.
   */
  private void addTwins() {
    for (var report : List.copyOf(reports)) {
      if (random.nextInt(12) == 0) {
        var source = random.nextBoolean() ? report.getSource() : any(sources);
        reports.add(
            StrikeReport.newBuilder(report)
                .setReportId(source.getId() + ":" + area + "-" + reports.size())
                .setSource(source)
                .build());
      }
    }
  }

  /** Corrections, retractions, second thoughts, and the very same once more. */
  private void addRevisions() {
    for (var first : List.copyOf(reports)) {
      var revision = first;
      while (random.nextInt(4) == 0) {
        revision = revised(revision);
        reports.add(revision);
      }
      if (random.nextInt(10) == 0) {
        reports.add(first);
      }
    }
  }

  private StrikeReport revised(StrikeReport report) {
    var next =
        StrikeReport.newBuilder(report)
            .setRevision(report.getRevision() + 1 + random.nextInt(2))
            .setStatus(ReportStatus.REPORTED)
            .setReceivedAt(report.getReceivedAt().plus(lag()));
    switch (random.nextInt(9)) {
      case 0, 1 -> next.setStatus(ReportStatus.RETRACTED);
      case 6 -> next.setStatus(ReportStatus.RETRACTED).setMarks(List.of(Marks.MOVED_TO + "idlib"));
      case 7 ->
          next.setRevision(report.getRevision())
              .setReceivedAt(report.getReceivedAt().plusSeconds(1))
              .setKilled(more(report.getKilled()));
      case 5 ->
          next.setReality(
              report.getReality() == Reality.ACTUAL ? Reality.EXERCISE : Reality.ACTUAL);
      case 2 -> next.setKilled(lower(report.getKilled())).setImpacts(lower(report.getImpacts()));
      case 3 -> next.setKilled(range()).setInjured(range());
      case 4 -> {
        var later = any(AFTER);
        next.setOccurredFrom(report.getOccurredFrom().minus(later))
            .setOccurredUntil(report.getOccurredUntil().minus(later));
      }
      default -> next.setTargets(targets()).setDelivery(any(DELIVERIES));
    }
    return next.build();
  }

  private static CountRange more(@Nullable CountRange range) {
    var best = range == null ? 0 : range.getBest();
    return new CountRange(best + 1, best + 2, best + 3);
  }

  private static @Nullable CountRange lower(@Nullable CountRange range) {
    return range == null ? null : new CountRange(0, range.getBest() / 2, range.getBest());
  }

  /** One fault each; some would be a newer revision of a good report. */
  private void addUnusableReports() {
    if (random.nextInt(3) > 0) {
      return;
    }
    var good = any(reports);
    var bad = StrikeReport.newBuilder(good).setRevision(good.getRevision() + 5);
    var from = good.getOccurredFrom();
    switch (random.nextInt(5)) {
      case 0 -> bad.setOccurredUntil(from.minusMillis(1));
      case 1 -> bad.setReceivedAt(from.minus(Duration.ofMinutes(10)).minusMillis(1));
      case 2 -> bad.setLat(90.5).setLon(37.0);
      case 3 -> bad.setNote("x".repeat(1_001));
      default -> bad.setKilled(new CountRange(-1, 2, 3));
    }
    reports.add(bad.build());
    var justGood = any(sources);
    reports.add(
        observed(justGood, from, 36.2, 37.15)
            .setReceivedAt(from.minus(Duration.ofMinutes(10)))
            .setNote("x".repeat(1_000))
            .build());
  }

  /** On reports of their own each, so that no two people ask for what cannot both be. */
  private void addDecisions() {
    var ids = new ArrayList<>(reports.stream().map(StrikeReport::getReportId).distinct().toList());
    Collections.shuffle(ids, random);
    var at = firstDay.plusDays(days).atStartOfDay(zone).toInstant();
    while (ids.size() >= 2 && random.nextInt(3) == 0) {
      var pair = List.of(ids.remove(0), ids.remove(0)).stream().sorted().toList();
      var isFar = areFarApart(pair);
      var any = any(KINDS);
      var kind = isFar && any == DecisionKind.ASSOCIATE ? DecisionKind.DISASSOCIATE : any;
      var about = kind == DecisionKind.PREFER ? pair.subList(0, 1) : pair;
      var decision = decision(kind, about, at.plusSeconds(others.size()));
      others.add(decision);
      if (random.nextInt(3) == 0) {
        others.add(
            Decision.newBuilder(decision)
                .setRevision(2)
                .setStatus(DecisionStatus.WITHDRAWN)
                .setDecidedAt(at.plusSeconds(1_000 + others.size()))
                .build());
      } else if (kind != DecisionKind.PREFER && !isFar && random.nextInt(3) == 0) {
        var opposite =
            kind == DecisionKind.ASSOCIATE ? DecisionKind.DISASSOCIATE : DecisionKind.ASSOCIATE;
        others.add(decision(opposite, about, at.plusSeconds(1_000 + others.size())));
      }
    }
  }

  /** Nobody says of two reports that are half a day apart that they are of one strike. */
  private boolean areFarApart(List<String> pair) {
    var times =
        reports.stream()
            .filter(report -> pair.contains(report.getReportId()))
            .map(StrikeReport::getOccurredFrom)
            .sorted()
            .toList();
    return Duration.between(times.get(0), times.get(times.size() - 1)).toHours() >= 12;
  }

  private Decision decision(DecisionKind kind, List<String> reportIds, Instant at) {
    return Decision.newBuilder()
        .setDecisionId(kind + ":" + String.join("+", reportIds))
        .setRevision(1)
        .setStatus(DecisionStatus.STANDING)
        .setKind(kind)
        .setReality(Reality.ACTUAL)
        .setArea(area)
        .setReportIds(reportIds)
        .setDecidedBy("operator")
        .setReason("seen on a picture")
        .setDecidedAt(at)
        .build();
  }

  private void addStatuses() {
    if (profile == null) {
      return;
    }
    var allClosed = random.nextInt(8) == 0;
    var offset = 0;
    for (var site : profile.getSites()) {
      while (site.getKind() == SiteKind.HOSPITAL && random.nextBoolean()) {
        others.add(
            HospitalStatus.newBuilder()
                .setSiteId(site.getSiteId())
                .setArea(area)
                .setEmergencyDepartment(allClosed ? EmergencyDepartment.CLOSED : anyDepartment())
                .setBedsAvailable(random.nextInt(3) == 0 ? null : random.nextInt(30))
                .setOperatingRoomsAvailable(null)
                .setStaffing(Staffing.ADEQUATE)
                .setUpdatedAt(
                    any(reports)
                        .getOccurredUntil()
                        .plus(any(List.of(Duration.ofHours(-6), Duration.ofHours(24), MS)))
                        .plusMillis(offset++ * 7L - 7))
                .setReality(random.nextInt(5) == 0 ? Reality.EXERCISE : Reality.ACTUAL)
                .build());
      }
    }
  }

  private EmergencyDepartment anyDepartment() {
    return any(List.of(EmergencyDepartment.values()));
  }

  /** Of days on which nothing was reported too. */
  private void addHeartbeats() {
    while (random.nextInt(4) > 0) {
      others.add(
          Heartbeat.newBuilder()
              .setSource(any(sources))
              .setReality(random.nextInt(5) == 0 ? Reality.EXERCISE : Reality.ACTUAL)
              .setArea(area)
              .setEverySeconds(3_600)
              .setSentAt(momentOfADay())
              .build());
    }
  }

  private <T> T any(List<T> all) {
    return any(all, random);
  }

  private static <T> T any(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
