package org.marsad.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.message.CountRange;
import org.marsad.message.LandUse;
import org.marsad.message.Neighbourhood;
import org.marsad.message.StrikeReport;

/** What is published for one report does not grow with the day. */
class BytesPerReportTest {
  private static final int MANY = 640;
  private static final int FEW = 3;
  private static final int NEIGHBOURHOODS = 30;
  private static final int DAYS_BEFORE = 40;
  private static final Instant DAY = Instant.parse("2016-10-12T00:00:00Z");

  @Test
  void shouldPublishAtMostTwiceAsMuchForAReportOnADayOf640StrikesAsOnADayOf3(
      @TempDir Path many, @TempDir Path few) {
    assertThat(bytesPerReport(MANY, many)).isLessThan(2 * bytesPerReport(FEW, few));
  }

  private static double bytesPerReport(int strikes, Path folder) {
    var random = new SplittableRandom(2016);
    try (var scene = new Scene(folder)) {
      scene.buildNeighbourhoods(parts());
      for (var day = 1; day <= DAYS_BEFORE; day++) {
        var at = DAY.minus(Duration.ofDays(day)).plusSeconds(3600L * random.nextInt(24));
        scene.say(strike("h" + day, at, 1, random));
      }
      scene.published();
      for (var i = 0; i < strikes; i++) {
        var at = DAY.plus(Duration.ofMinutes(2).multipliedBy(i));
        scene.say(strike("d" + i, at, 8, random));
      }
      var published = scene.published();
      return (double) published.values().stream().mapToLong(Long::longValue).sum() / strikes;
    }
  }

  private static StrikeReport strike(String id, Instant at, int most, SplittableRandom random) {
    var part = random.nextInt(NEIGHBOURHOODS);
    var killed = random.nextInt(most);
    var injured = random.nextInt(2 * most);
    return Scene.seen(
        id,
        "observer-" + random.nextInt(12),
        at.toString(),
        r ->
            r.setNeighbourhood(code(part))
                .setImpacts(Scene.count(1 + killed))
                .setKilled(new CountRange(killed, killed, killed + 2))
                .setInjured(new CountRange(injured, injured, injured + 3)));
  }

  private static List<Neighbourhood> parts() {
    var parts = new ArrayList<Neighbourhood>();
    for (var i = 0; i < NEIGHBOURHOODS; i++) {
      parts.add(Scene.part(code(i), LandUse.RESIDENTIAL, 36.15 + i * 0.01, 37.10 + i % 6 * 0.02));
    }
    return parts;
  }

  private static String code(int part) {
    return "aleppo/part-" + part;
  }
}
