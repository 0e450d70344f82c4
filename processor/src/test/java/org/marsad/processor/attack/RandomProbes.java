package org.marsad.processor.attack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.marsad.message.CountRange;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.EmergencyDepartment;
import org.marsad.message.HospitalStatus;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Reality;
import org.marsad.message.ReportStatus;
import org.marsad.message.Source;
import org.marsad.message.SourceKind;
import org.marsad.message.Staffing;
import org.marsad.message.StrikeReport;
import org.marsad.message.Target;
import org.marsad.message.TimePrecision;

/**
 * What is said in a town, at random: strikes near the sites and elsewhere in all realities, their
 * corrections and retractions, statuses of hospitals, and new maps. The same seed says the same in
 * every world, but for what the confidential hospital says of itself, where there is one.
 */
final class RandomProbes {
  private static final Instant BEGINNING = Instant.parse("2026-05-12T06:00:00Z");

  private static final List<Reality> REALITIES =
      List.of(Reality.ACTUAL, Reality.ACTUAL, Reality.EXERCISE, Reality.TEST);

  private final Random random;
  private final HiddenTown town;
  private final PublicEar ear;
  private final List<StrikeReport> said = new ArrayList<>();
  private Instant now = BEGINNING;
  private int version = 1;

  RandomProbes(long seed, HiddenTown town, PublicEar ear) {
    this.random = new Random(seed);
    this.town = town;
    this.ear = ear;
  }

  void run(int steps) {
    ear.area(town.profile(version, random));
    for (var step = 0; step < steps; step++) {
      now = now.plus(Duration.ofMinutes(1 + random.nextInt(120)));
      var die = random.nextInt(20);
      if (die < 11 || said.isEmpty()) {
        say(report(step));
      } else if (die < 14) {
        say(revised(said.get(random.nextInt(said.size()))));
      } else if (die < 16) {
        ear.status(status(HiddenTown.PUBLIC.get(random.nextInt(HiddenTown.PUBLIC.size()))));
      } else if (die < 18) {
        var status = status(HiddenTown.HIDDEN);
        if (town.hasTheSites()) {
          ear.status(status);
        }
      } else {
        ear.area(town.profile(++version, random));
      }
    }
  }

  private void say(StrikeReport report) {
    said.add(report);
    ear.report(report);
  }

  private StrikeReport report(int step) {
    var at = now.minus(Duration.ofMinutes(random.nextInt(300)));
    var report =
        StrikeReport.newBuilder()
            .setReportId("source-" + step % 3 + ":" + step)
            .setRevision(1)
            .setStatus(ReportStatus.REPORTED)
            .setReality(REALITIES.get(random.nextInt(REALITIES.size())))
            .setSource(new Source("source-" + step % 3, SourceKind.OBSERVER, "source-" + step % 3))
            .setOccurredFrom(at)
            .setOccurredUntil(at)
            .setTimePrecision(TimePrecision.MINUTE)
            .setArea(HiddenTown.CODE)
            .setDelivery(DeliveryMeans.AIRCRAFT)
            .setReportedAt(now)
            .setReceivedAt(now);
    if (random.nextInt(4) == 0) {
      return report
          .setPlaceBasis(PlaceBasis.NAME)
          .setNeighbourhood(HiddenTown.PART)
          .setKilled(count(12))
          .setInjured(count(50))
          .build();
    }
    return report
        .setPlaceBasis(PlaceBasis.POINT)
        .setLat(HiddenTown.LAT + (random.nextBoolean() ? 0 : 0.027) + near())
        .setLon(HiddenTown.LON + near())
        .setRadiusMetres((double) random.nextInt(280))
        .setKilled(count(15))
        .setInjured(count(60))
        .setTargets(random.nextInt(3) == 0 ? List.of(Target.HOSPITAL) : List.of())
        .build();
  }

  private StrikeReport revised(StrikeReport report) {
    return StrikeReport.newBuilder(report)
        .setRevision(report.getRevision() + 1)
        .setStatus(random.nextInt(3) == 0 ? ReportStatus.RETRACTED : ReportStatus.REPORTED)
        .setInjured(count(40))
        .setReportedAt(now)
        .setReceivedAt(now)
        .build();
  }

  private HospitalStatus status(String site) {
    return HospitalStatus.newBuilder()
        .setSiteId(site)
        .setArea(HiddenTown.CODE)
        .setEmergencyDepartment(
            random.nextInt(3) == 0 ? EmergencyDepartment.NORMAL : EmergencyDepartment.CLOSED)
        .setBedsAvailable(random.nextInt(100))
        .setStaffing(Staffing.UNKNOWN)
        .setUpdatedAt(now)
        .setReality(Reality.ACTUAL)
        .build();
  }

  /** Up to 400 m. */
  private double near() {
    return (random.nextDouble() - 0.5) * 0.007;
  }

  private @Nullable CountRange count(int most) {
    var best = random.nextInt(most);
    return random.nextInt(4) == 0 ? null : new CountRange(best, best, best + random.nextInt(3));
  }
}
