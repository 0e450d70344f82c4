package org.marsad.processor.whole;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.marsad.message.AreaKind;
import org.marsad.message.AreaProfile;
import org.marsad.message.CountRange;
import org.marsad.message.DeliveryBasis;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.EmergencyDepartment;
import org.marsad.message.HospitalStatus;
import org.marsad.message.LandUse;
import org.marsad.message.LocalName;
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
import org.marsad.message.TimePrecision;
import org.marsad.processor.oracle.World;
import org.marsad.schemas.MessageCodec;

/** A quiet week in a large town, then a day of so many strikes, two minutes apart. */
final class BusyDay {
  static {
    MessageCodec.trustMessages();
  }

  private static final int QUIET_DAYS = 7;

  private static final String AREA = "busy";
  private static final String HOSPITAL = "hospital";
  private static final int PARTS = 30;
  private static final Instant MORNING = Instant.parse("2016-10-20T00:05:00Z");

  private BusyDay() {}

  static World of(int strikes) {
    var said = new ArrayList<SpecificRecord>();
    for (var day = QUIET_DAYS; day > 0; day--) {
      said.add(report(said.size(), MORNING.minusSeconds(86_400L * day), 1));
    }
    for (var i = 0; i < strikes; i++) {
      said.add(report(said.size(), MORNING.plusSeconds(120L * i), 1 + i % 7));
    }
    return new World(AREA, profile(), said);
  }

  /** The two strikes of a day of long years. */
  static List<StrikeReport> ofYears(int day) {
    var morning = MORNING.plusSeconds(86_400L * day);
    return List.of(
        report(2 * day, morning, 4), report(2 * day + 1, morning.plusSeconds(36_000), 8));
  }

  /** What the hospital says of itself at noon of such a day. */
  static HospitalStatus hospital(int day) {
    return HospitalStatus.newBuilder()
        .setSiteId(HOSPITAL)
        .setArea(AREA)
        .setReality(Reality.ACTUAL)
        .setUpdatedAt(MORNING.plusSeconds(86_400L * day + 43_200))
        .setEmergencyDepartment(EmergencyDepartment.NORMAL)
        .setStaffing(Staffing.ADEQUATE)
        .build();
  }

  /** A report of such a day that was placed in another town at first. */
  static List<StrikeReport> placedElsewhere(int day) {
    var here = report(10_000 + day, MORNING.plusSeconds(86_400L * day + 60_000), 2);
    return List.of(
        StrikeReport.newBuilder(here).setArea("elsewhere").setNeighbourhood(null).build(),
        StrikeReport.newBuilder(here)
            .setRevision(2)
            .setReceivedAt(here.getReceivedAt().plusSeconds(600))
            .build());
  }

  private static StrikeReport report(int number, Instant at, int killed) {
    return StrikeReport.newBuilder()
        .setReportId("observer:" + number)
        .setRevision(1)
        .setStatus(ReportStatus.REPORTED)
        .setReality(Reality.ACTUAL)
        .setSource(new Source("observer", SourceKind.OBSERVER, "observer"))
        .setOccurredFrom(at)
        .setOccurredUntil(at)
        .setTimePrecision(TimePrecision.MINUTE)
        .setReceivedAt(at.plusSeconds(90))
        .setArea(AREA)
        .setNeighbourhood(part(number % PARTS))
        .setPlaceBasis(PlaceBasis.NAME)
        .setDelivery(DeliveryMeans.AIRCRAFT)
        .setDeliveryBasis(DeliveryBasis.STATED)
        .setImpacts(new CountRange(1, 2, 3))
        .setKilled(new CountRange(killed, killed, killed))
        .setInjured(new CountRange(killed, 2 * killed, 3 * killed))
        .build();
  }

  static AreaProfile profile() {
    var parts = new ArrayList<Neighbourhood>();
    for (var i = 0; i < PARTS; i++) {
      var centre = Town.moved(36.2, 37.15, 1_500.0 * Math.floorDiv(i, 6), 0);
      var moved = Town.moved(centre.lat2, centre.lon2, 1_500.0 * (i % 6), 90);
      parts.add(
          Neighbourhood.newBuilder()
              .setCode(part(i))
              .setNames(List.of(new LocalName("en", "Part " + i)))
              .setLandUse(LandUse.RESIDENTIAL)
              .setLat(moved.lat2)
              .setLon(moved.lon2)
              .setRadiusMetres(400)
              .build());
    }
    return AreaProfile.newBuilder()
        .setCode(AREA)
        .setVersion(1)
        .setKind(AreaKind.TOWN)
        .setTimeZone("UTC")
        .setLat(36.2)
        .setLon(37.15)
        .setRadiusMetres(8_000)
        .setNeighbourhoods(parts)
        .setSites(
            List.of(
                Site.newBuilder()
                    .setSiteId(HOSPITAL)
                    .setKind(SiteKind.HOSPITAL)
                    .setLat(36.25)
                    .setLon(37.15)
                    .setConfidential(false)
                    .build()))
        .build();
  }

  private static String part(int number) {
    return AREA + "/part-" + number;
  }
}
