package org.marsad.processor.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaKind;
import org.marsad.message.AreaProfile;
import org.marsad.message.CountRange;
import org.marsad.message.DeliveryBasis;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.EmergencyDepartment;
import org.marsad.message.Heartbeat;
import org.marsad.message.HospitalStatus;
import org.marsad.message.LandUse;
import org.marsad.message.Neighbourhood;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Reality;
import org.marsad.message.ReportStatus;
import org.marsad.message.Site;
import org.marsad.message.SiteKind;
import org.marsad.message.Source;
import org.marsad.message.SourceKind;
import org.marsad.message.Staffing;
import org.marsad.message.StrikeReport;
import org.marsad.message.Target;
import org.marsad.message.TimePrecision;

/** A small town in the examples of the oracle's own tests, and what is said about it. */
final class Telling {
  static final String TOWN = "aleppo";
  static final String FARDOUS = "aleppo/al-fardous";
  static final String INDUSTRY = "aleppo/shaykh-najjar";
  static final double LAT = 36.18;
  static final double LON = 37.16;
  static final ZoneId ZONE = ZoneId.of("Asia/Damascus");

  private final List<Site> sites = new ArrayList<>();
  private final List<SpecificRecord> said = new ArrayList<>();
  private @Nullable LocalDate recordsBegan;

  /** The subjects of what stands, and what is claimed about each. */
  Map<String, Facts> alerts() {
    return Oracle.judge(world()).alerts();
  }

  /** What is claimed about the subject. */
  @Nullable Facts alert(String subject) {
    return alerts().get(subject);
  }

  World world() {
    var profile =
        AreaProfile.newBuilder()
            .setCode(TOWN)
            .setVersion(1)
            .setKind(AreaKind.TOWN)
            .setTimeZone(ZONE.getId())
            .setLat(LAT)
            .setLon(LON)
            .setRadiusMetres(8_000)
            .setRecordsBegan(recordsBegan)
            .setNeighbourhoods(
                List.of(
                    part(FARDOUS, LandUse.RESIDENTIAL, LAT),
                    part(INDUSTRY, LandUse.INDUSTRIAL, LAT + 0.05)))
            .setSites(sites)
            .build();
    return new World(TOWN, profile, said);
  }

  private static Neighbourhood part(String code, LandUse use, double lat) {
    return Neighbourhood.newBuilder()
        .setCode(code)
        .setLandUse(use)
        .setLat(lat)
        .setLon(LON)
        .setRadiusMetres(600)
        .build();
  }

  Telling watchedSince(String day) {
    recordsBegan = LocalDate.parse(day);
    return this;
  }

  /** A site so many metres north of the town's centre. */
  Telling site(String id, SiteKind kind, double metresNorth, boolean isConfidential) {
    sites.add(
        Site.newBuilder()
            .setSiteId(id)
            .setKind(kind)
            .setLat(LAT + metresNorth / 110_970)
            .setLon(LON)
            .setCapacity(20)
            .setConfidential(isConfidential)
            .build());
    return this;
  }

  Telling closed(String siteId, String at) {
    said.add(
        HospitalStatus.newBuilder()
            .setSiteId(siteId)
            .setArea(TOWN)
            .setEmergencyDepartment(EmergencyDepartment.CLOSED)
            .setStaffing(Staffing.UNKNOWN)
            .setUpdatedAt(time(at))
            .setReality(Reality.ACTUAL)
            .build());
    return this;
  }

  Telling heartbeat(String day) {
    said.add(
        Heartbeat.newBuilder()
            .setSource(new Source("a", SourceKind.AGENCY, "a"))
            .setReality(Reality.ACTUAL)
            .setArea(TOWN)
            .setEverySeconds(3_600)
            .setSentAt(time(day + "T12:00"))
            .build());
    return this;
  }

  /** Adds what a report says. */
  Telling say(Telling.Report report) {
    said.add(report.message.build());
    return this;
  }

  /** A whole local day, of which only the area is known. */
  static Report day(String id, String day) {
    var from = LocalDate.parse(day).atStartOfDay(ZONE).toInstant();
    var until = LocalDate.parse(day).plusDays(1).atStartOfDay(ZONE).toInstant();
    return new Report(id, from, until, TimePrecision.DAY);
  }

  /** Several local days, the last one included. */
  static Report days(String id, String first, String last) {
    var from = LocalDate.parse(first).atStartOfDay(ZONE).toInstant();
    var until = LocalDate.parse(last).plusDays(1).atStartOfDay(ZONE).toInstant();
    return new Report(id, from, until, TimePrecision.WEEK);
  }

  /** A minute in the neighbourhood, on a point in its middle. */
  static Report at(String id, String time) {
    return new Report(id, time(time), time(time), TimePrecision.MINUTE).in(FARDOUS);
  }

  static Instant time(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }

  /** A report of the source that its id begins with: {@code a:1} is of agency a. */
  static final class Report {
    private final StrikeReport.Builder message;

    private Report(String id, Instant from, Instant until, TimePrecision precision) {
      var source = id.substring(0, id.indexOf(':'));
      message =
          StrikeReport.newBuilder()
              .setReportId(id)
              .setRevision(1)
              .setStatus(ReportStatus.REPORTED)
              .setReality(Reality.ACTUAL)
              .setSource(new Source(source, SourceKind.AGENCY, source))
              .setOccurredFrom(from)
              .setOccurredUntil(until)
              .setTimePrecision(precision)
              .setReceivedAt(until.plusSeconds(600))
              .setArea(TOWN)
              .setPlaceBasis(PlaceBasis.CODE)
              .setDelivery(DeliveryMeans.UNKNOWN)
              .setDeliveryBasis(DeliveryBasis.STATED);
    }

    Report in(@Nullable String neighbourhood) {
      message.setNeighbourhood(neighbourhood);
      return this;
    }

    /** A point so many metres north of the town's centre, and no name. */
    Report point(double metresNorth, double radius) {
      message
          .setNeighbourhood(null)
          .setPlaceBasis(PlaceBasis.POINT)
          .setLat(LAT + metresNorth / 110_970)
          .setLon(LON)
          .setRadiusMetres(radius);
      return this;
    }

    Report until(String time) {
      message.setOccurredUntil(time(time)).setReceivedAt(time(time).plusSeconds(600));
      return this;
    }

    Report killed(int count) {
      return killed(count, count);
    }

    Report killed(int low, int high) {
      message.setKilled(new CountRange(low, low, high));
      return this;
    }

    Report injured(int count) {
      message.setInjured(new CountRange(count, count, count));
      return this;
    }

    Report impacts(int count) {
      message.setImpacts(new CountRange(count, count, count));
      return this;
    }

    Report target(Target target) {
      message.setTargets(List.of(target));
      return this;
    }

    Report from(SourceKind kind) {
      message.setSource(new Source(message.getSource().getId(), kind, "upstream"));
      return this;
    }

    Report exercise() {
      message.setReality(Reality.EXERCISE);
      return this;
    }

    Report revision(int revision, ReportStatus status) {
      message.setRevision(revision).setStatus(status);
      return this;
    }

    Report receivedAt(String time) {
      message.setReceivedAt(time(time));
      return this;
    }
  }
}
