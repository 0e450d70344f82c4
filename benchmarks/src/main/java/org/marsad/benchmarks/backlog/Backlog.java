package org.marsad.benchmarks.backlog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
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
 * Reports as they come in, without end, in the order of their reception; the same seed gives the
 * same reports.
 *
 * <p>Each town is quiet, tense or under attack for days on end: 1.5, 5 or 18 strikes a day on
 * average, 40 at most, 4.2 over all; most fall in waves. 30 % of the strikes are reported by two or
 * three of eight sources, two pairs of which share a lineage. 6 % are known to the day and the town
 * alone. 5 % of the reports are corrected, 1 % taken back, 1 % come twice, 3 % days late.
 */
public final class Backlog implements Iterator<StrikeReport> {
  private static final Instant BEGINNING = Instant.parse("2023-01-01T00:00:00Z");
  private static final int MOST_A_DAY = 40;
  private static final double[] STRIKES_A_DAY = {1.5, 5, 18};
  private static final double[] SHARE_OF_DAYS = {0.6, 0.9, 1};
  private static final double CHANGE_OF_MOOD = 0.15;

  private static final List<Source> SOURCES =
      List.of(
          new Source("observer-1", SourceKind.OBSERVER, "observer-1"),
          new Source("observer-2", SourceKind.OBSERVER, "observer-2"),
          new Source("observer-3", SourceKind.OBSERVER, "observer-1"),
          new Source("observer-4", SourceKind.OBSERVER, "observer-4"),
          new Source("sensor-1", SourceKind.SENSOR, "sensor-1"),
          new Source("agency-1", SourceKind.AGENCY, "agency-1"),
          new Source("agency-2", SourceKind.AGENCY, "agency-2"),
          new Source("media-1", SourceKind.MEDIA, "agency-1"));
  private static final Source COARSE = SOURCES.get(5);
  private static final List<DeliveryMeans> DELIVERIES =
      List.of(
          DeliveryMeans.AIRCRAFT,
          DeliveryMeans.AIRCRAFT,
          DeliveryMeans.HELICOPTER,
          DeliveryMeans.DRONE,
          DeliveryMeans.ARTILLERY);
  private static final List<Target> TARGETS =
      List.of(Target.RESIDENTIAL, Target.MARKET, Target.SCHOOL, Target.HOSPITAL, Target.OTHER);

  private final SplittableRandom random;
  private final int[] moods = new int[BacklogAreas.COUNT];
  private final PriorityQueue<Due> due =
      new PriorityQueue<>(
          Comparator.comparing((Due d) -> d.report.getReceivedAt()).thenComparing(Due::number));
  private Instant generatedUntil = BEGINNING;
  private long number;

  private record Due(long number, StrikeReport report) {}

  /** One event as it was, which no source knows exactly. */
  private record Event(
      int area, int neighbourhood, Instant at, DeliveryMeans delivery, int impacts, int killed) {}

  public Backlog(long seed) {
    MessageCodec.trustMessages();
    random = new SplittableRandom(seed);
    for (var area = 0; area < moods.length; area++) {
      moods[area] = mood();
    }
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public StrikeReport next() {
    var head = due.peek();
    while (head == null || !head.report.getReceivedAt().isBefore(generatedUntil)) {
      generateDay();
      head = due.peek();
    }
    return due.remove().report;
  }

  private void generateDay() {
    var day = generatedUntil;
    for (var area = 0; area < BacklogAreas.COUNT; area++) {
      if (random.nextDouble() < CHANGE_OF_MOOD) {
        moods[area] = mood();
      }
      var wave = day.plusSeconds(random.nextLong(86_400));
      var strikes = Math.min(MOST_A_DAY, poisson(STRIKES_A_DAY[moods[area]]));
      for (var strike = 0; strike < strikes; strike++) {
        if (random.nextDouble() < 0.2) {
          wave = day.plusSeconds(random.nextLong(86_400));
        }
        report(event(area, wave.plus(exponential(Duration.ofMinutes(20)))));
      }
    }
    generatedUntil = day.plus(Duration.ofDays(1));
  }

  private Event event(int area, Instant at) {
    var heavy = random.nextDouble() < 0.1;
    return new Event(
        area,
        (int) (BacklogAreas.NEIGHBOURHOODS * Math.pow(random.nextDouble(), 1.5)),
        at,
        pick(DELIVERIES),
        1 + poisson(heavy ? 4 : 0.8),
        poisson(heavy ? 8 : 1));
  }

  private void report(Event event) {
    if (random.nextDouble() < 0.06) {
      follow(coarse(event));
      return;
    }
    var draw = random.nextDouble();
    var witnesses = draw < 0.7 ? 1 : draw < 0.92 ? 2 : 3;
    var sources = new ArrayList<>(SOURCES);
    for (var witness = 0; witness < witnesses; witness++) {
      follow(fine(event, sources.remove(random.nextInt(sources.size()))));
    }
  }

  /** Hands a report in, and what the source makes of it later. */
  private void follow(StrikeReport report) {
    handIn(report);
    var draw = random.nextDouble();
    if (draw < 0.05) {
      handIn(
          again(report, Duration.ofHours(24))
              .setRevision(2)
              .setKilled(range(1 + poisson(3)))
              .build());
    } else if (draw < 0.06) {
      handIn(
          again(report, Duration.ofHours(12))
              .setRevision(2)
              .setStatus(ReportStatus.RETRACTED)
              .build());
    } else if (draw < 0.07) {
      handIn(again(report, Duration.ofMinutes(5)).build());
    }
  }

  private void handIn(StrikeReport report) {
    due.add(new Due(number++, report));
  }

  private StrikeReport.Builder again(StrikeReport report, Duration later) {
    return StrikeReport.newBuilder(report)
        .setReceivedAt(report.getReceivedAt().plus(exponential(later)));
  }

  private StrikeReport coarse(Event event) {
    var day = Instant.ofEpochSecond(Math.floorDiv(event.at.getEpochSecond(), 86_400) * 86_400);
    return common(event, COARSE)
        .setOccurredFrom(day)
        .setOccurredUntil(day.plus(Duration.ofDays(1)))
        .setTimePrecision(TimePrecision.DAY)
        .setReceivedAt(day.plus(Duration.ofDays(1)).plus(delay(Duration.ofHours(8))))
        .setPlaceBasis(PlaceBasis.NAME)
        .setPlaceText("Town " + event.area)
        .setKilled(range(event.killed))
        .build();
  }

  private StrikeReport fine(Event event, Source source) {
    var sensor = source.getKind() == SourceKind.SENSOR;
    var seen = event.at.plusSeconds(random.nextInt(480));
    var promptness = source.getKind() == SourceKind.AGENCY ? 120 : 15;
    var report =
        common(event, source)
            .setOccurredFrom(seen)
            .setOccurredUntil(seen)
            .setTimePrecision(sensor ? TimePrecision.SECOND : TimePrecision.MINUTE)
            .setReceivedAt(seen.plus(delay(Duration.ofMinutes(promptness))))
            .setNeighbourhood(BacklogAreas.code(event.area, event.neighbourhood))
            .setPlaceBasis(sensor ? PlaceBasis.POINT : PlaceBasis.NAME)
            .setPlaceText(sensor ? null : "Quarter " + event.neighbourhood)
            .setImpacts(random.nextDouble() < 0.7 ? range(event.impacts) : null);
    if (sensor || random.nextDouble() < 0.3) {
      report
          .setLat(BacklogAreas.lat(event.area, event.neighbourhood) + random.nextDouble() / 500)
          .setLon(BacklogAreas.lon(event.area, event.neighbourhood) + random.nextDouble() / 500)
          .setRadiusMetres(sensor ? 150d : 300d);
    }
    if (!sensor) {
      report
          .setKilled(random.nextDouble() < 0.6 ? range(event.killed) : null)
          .setInjured(random.nextDouble() < 0.5 ? range(event.killed * 2) : null)
          .setTargets(random.nextDouble() < 0.3 ? List.of(pick(TARGETS)) : List.of())
          .setNote("Smoke over the quarter, teams on their way, counts may change.");
    }
    return report.build();
  }

  private StrikeReport.Builder common(Event event, Source source) {
    return StrikeReport.newBuilder()
        .setReportId("%s:%d".formatted(source.getId(), number))
        .setRevision(1)
        .setStatus(ReportStatus.REPORTED)
        .setReality(Reality.ACTUAL)
        .setSource(source)
        .setArea(BacklogAreas.code(event.area))
        .setDelivery(random.nextDouble() < 0.2 ? DeliveryMeans.UNKNOWN : event.delivery);
  }

  /** Some reports come days late. */
  private Duration delay(Duration usual) {
    var delay = exponential(usual);
    return random.nextDouble() < 0.03 ? delay.plusHours(random.nextInt(24, 120)) : delay;
  }

  private @Nullable CountRange range(int count) {
    var spread = random.nextInt(3);
    return new CountRange(Math.max(0, count - spread), count, count + spread);
  }

  private int mood() {
    var draw = random.nextDouble();
    var mood = 0;
    while (draw > SHARE_OF_DAYS[mood]) {
      mood++;
    }
    return mood;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private Duration exponential(Duration mean) {
    return Duration.ofMillis((long) (-Math.log(1 - random.nextDouble()) * mean.toMillis()));
  }

  private int poisson(double mean) {
    var limit = Math.exp(-mean);
    var product = random.nextDouble();
    var count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }
}
