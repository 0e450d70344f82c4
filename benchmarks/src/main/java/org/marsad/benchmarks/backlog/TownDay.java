package org.marsad.benchmarks.backlog;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.marsad.message.CountRange;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Reality;
import org.marsad.message.ReportStatus;
import org.marsad.message.Source;
import org.marsad.message.SourceKind;
import org.marsad.message.StrikeReport;
import org.marsad.message.Target;
import org.marsad.message.TimePrecision;
import org.marsad.schemas.MessageCodec;

/**
 * The reports of one day in one of {@link BacklogAreas}: a strike every two minutes from 22:30 UTC
 * of the day before, one report of each a minute later. However many there are, each is drawn
 * alike.
 */
public final class TownDay {
  /** The most strikes that end on the same day in every zone of the towns. */
  public static final int MOST = 640;

  private static final Duration BETWEEN = Duration.ofMinutes(2);
  private static final Source OBSERVER =
      new Source("observer-1", SourceKind.OBSERVER, "observer-1");
  private static final List<Target> TARGETS =
      List.of(Target.RESIDENTIAL, Target.MARKET, Target.SCHOOL, Target.OTHER);

  static {
    MessageCodec.trustMessages();
  }

  private TownDay() {}

  /**
   * The reports in the order of their reception.
   *
   * @param area number of the town, whose clock should be UTC+2 or UTC+3
   * @param strikes 0 to {@value #MOST}
   * @param random draws places, counts and targets
   */
  public static List<StrikeReport> of(
      int area, LocalDate day, int strikes, SplittableRandom random) {
    if (strikes < 0 || strikes > MOST) {
      throw new IllegalArgumentException("strikes: " + strikes + " (expected: 0 to " + MOST + ")");
    }
    var begin = day.atStartOfDay().toInstant(ZoneOffset.UTC).minus(Duration.ofMinutes(90));
    var reports = new ArrayList<StrikeReport>(strikes);
    for (var strike = 0; strike < strikes; strike++) {
      var at = begin.plus(BETWEEN.multipliedBy(strike));
      var neighbourhood = random.nextInt(BacklogAreas.NEIGHBOURHOODS);
      var killed = random.nextInt(6);
      reports.add(
          StrikeReport.newBuilder()
              .setReportId("%s:%s/%s/%d".formatted(OBSERVER.getId(), area, day, strike))
              .setRevision(1)
              .setStatus(ReportStatus.REPORTED)
              .setReality(Reality.ACTUAL)
              .setSource(OBSERVER)
              .setOccurredFrom(at)
              .setOccurredUntil(at)
              .setTimePrecision(TimePrecision.MINUTE)
              .setReceivedAt(at.plus(Duration.ofMinutes(1)))
              .setArea(BacklogAreas.code(area))
              .setNeighbourhood(BacklogAreas.code(area, neighbourhood))
              .setPlaceBasis(PlaceBasis.NAME)
              .setPlaceText("Quarter " + neighbourhood)
              .setDelivery(DeliveryMeans.AIRCRAFT)
              .setImpacts(range(1 + random.nextInt(4)))
              .setKilled(range(killed))
              .setInjured(range(killed * 2))
              .setTargets(List.of(TARGETS.get(random.nextInt(TARGETS.size()))))
              .build());
    }
    return reports;
  }

  private static CountRange range(int count) {
    return new CountRange(count, count, count + 1);
  }
}
