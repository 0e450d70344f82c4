package org.marsad.processor.whole;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaProfile;
import org.marsad.message.CountRange;
import org.marsad.message.DeliveryBasis;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Reality;
import org.marsad.message.ReportStatus;
import org.marsad.message.Source;
import org.marsad.message.SourceKind;
import org.marsad.message.StrikeReport;
import org.marsad.message.Target;
import org.marsad.message.TimePrecision;
import org.marsad.processor.oracle.World;
import org.marsad.schemas.MessageCodec;

/**
 * Years in one town, told as they happen: salvos that two sources see, corrections within weeks,
 * days and months that an agency counts, and now and then a word that comes years too late.
 */
final class LongStory {
  static {
    MessageCodec.trustMessages();
  }

  static final int DAYS = 810;
  private static final Instant BEGINNING = Instant.parse("2014-01-01T00:00:00Z");
  private static final List<Source> SOURCES =
      List.of(
          new Source("observer", SourceKind.OBSERVER, "observer"),
          new Source("monitor", SourceKind.AGENCY, "monitor"));
  private static final Source AGENCY = new Source("agency", SourceKind.AGENCY, "agency");

  private final Random random;
  private final String area;
  private final AreaProfile profile;
  private final List<SpecificRecord> said = new ArrayList<>();
  private final List<StrikeReport> recent = new ArrayList<>();
  private final List<StrikeReport> all = new ArrayList<>();
  private int number;

  private LongStory(long seed) {
    random = new Random(seed * 31 + 7);
    area = "years-" + seed;
    profile = Town.of(random, area, BEGINNING.atZone(ZoneOffset.UTC).toLocalDate());
  }

  static World of(long seed) {
    var story = new LongStory(seed);
    for (var day = 0; day < DAYS; day++) {
      story.tell(BEGINNING.plus(Duration.ofDays(day)));
    }
    return new World(story.area, story.profile, story.said);
  }

  private void tell(Instant morning) {
    var before = List.copyOf(recent);
    for (var salvos = random.nextInt(3); salvos > 0; salvos--) {
      var at = morning.plus(Duration.ofMinutes(random.nextInt(20 * 60)));
      var reality = random.nextInt(8) == 0 ? Reality.EXERCISE : Reality.ACTUAL;
      for (var source : SOURCES.subList(0, 1 + random.nextInt(2))) {
        say(at(at, TimePrecision.MINUTE, source, at.plusSeconds(600)).setReality(reality));
      }
    }
    if (random.nextInt(20) == 0) {
      count(morning, random.nextInt(2) == 0 ? 1 : 30);
    }
    if (random.nextInt(4) == 0) {
      correct(one(before), morning);
    }
    if (random.nextInt(15) == 0) {
      comeLate(one(before), morning);
    }
    recent.removeIf(report -> report.getReceivedAt().isBefore(morning.minus(Duration.ofDays(40))));
  }

  /** What an agency counts of the days before. */
  private void count(Instant morning, int days) {
    say(
        at(morning.minus(Duration.ofDays(days)), TimePrecision.DAY, AGENCY, morning)
            .setOccurredUntil(morning)
            .setNeighbourhood(null)
            .setPlaceBasis(PlaceBasis.CODE)
            .setImpacts(null));
  }

  private void correct(@Nullable StrikeReport known, Instant morning) {
    if (known != null) {
      var newer =
          StrikeReport.newBuilder(known)
              .setRevision(known.getRevision() + 1)
              .setReceivedAt(morning.plusSeconds(60));
      if (random.nextInt(3) == 0) {
        newer.setStatus(ReportStatus.RETRACTED);
      } else {
        newer.setKilled(count());
      }
      recent.remove(known);
      say(newer);
    }
  }

  /** On both sides of the horizon, and far beyond it; of what was never known, and of what was. */
  private void comeLate(@Nullable StrikeReport known, Instant morning) {
    var then = morning.minus(Duration.ofDays(any(List.of(397, 399, 402, 403, 410, 500, 700))));
    switch (random.nextInt(3)) {
      case 0 ->
          say(at(then, TimePrecision.MINUTE, any(SOURCES), morning).setReality(Reality.ACTUAL));
      case 1 -> {
        if (known != null) { // it was years ago, after all
          recent.remove(known);
          say(
              StrikeReport.newBuilder(known)
                  .setRevision(known.getRevision() + 1)
                  .setOccurredFrom(then)
                  .setOccurredUntil(then)
                  .setReceivedAt(morning.plusSeconds(90)));
        }
      }
      default ->
          all.stream()
              .filter(report -> report.getOccurredFrom().isBefore(then))
              .reduce((one, next) -> next)
              .ifPresent(
                  report ->
                      said.add(
                          StrikeReport.newBuilder(report)
                              .setRevision(99)
                              .setStatus(ReportStatus.RETRACTED)
                              .setReceivedAt(morning.plusSeconds(120))
                              .build()));
    }
  }

  private void say(StrikeReport.Builder report) {
    var made = report.build();
    said.add(made);
    recent.add(made);
    if (made.getRevision() == 1) {
      all.add(made);
    }
  }

  private StrikeReport.Builder at(
      Instant at, TimePrecision precision, Source source, Instant receivedAt) {
    var part = any(profile.getNeighbourhoods());
    return StrikeReport.newBuilder()
        .setReportId(source.getId() + ":" + number++)
        .setRevision(1)
        .setStatus(ReportStatus.REPORTED)
        .setReality(Reality.ACTUAL)
        .setSource(source)
        .setOccurredFrom(at)
        .setOccurredUntil(at)
        .setTimePrecision(precision)
        .setReceivedAt(receivedAt)
        .setArea(area)
        .setNeighbourhood(part.getCode())
        .setPlaceBasis(PlaceBasis.NAME)
        .setDelivery(DeliveryMeans.AIRCRAFT)
        .setDeliveryBasis(DeliveryBasis.STATED)
        .setImpacts(new CountRange(1, 1, 2))
        .setKilled(count())
        .setInjured(random.nextBoolean() ? count() : null)
        .setTargets(random.nextInt(3) == 0 ? List.of(Target.RESIDENTIAL) : List.of());
  }

  private CountRange count() {
    var best = random.nextInt(4) == 0 ? random.nextInt(40) : random.nextInt(5);
    return new CountRange(best, best, best + random.nextInt(4));
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private @Nullable StrikeReport one(List<StrikeReport> of) {
    return of.isEmpty() ? null : any(of);
  }
}
