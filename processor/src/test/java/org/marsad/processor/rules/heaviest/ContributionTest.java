package org.marsad.processor.rules.heaviest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.DeliveryMeans;
import org.marsad.processor.rules.PlaceBasis;
import org.marsad.processor.rules.Report;
import org.marsad.processor.rules.SourceKind;
import org.marsad.processor.rules.Spot;
import org.marsad.processor.rules.Target;
import org.marsad.processor.rules.TimePrecision;
import org.marsad.processor.rules.TimeSpan;
import org.marsad.processor.rules.merging.Merged;
import org.marsad.processor.rules.merging.Ties;

class ContributionTest {
  private static final ZoneId DAMASCUS = ZoneId.of("Asia/Damascus");
  private static final Instant MIDNIGHT = Instant.parse("2016-10-12T21:00:00Z");
  private static final Instant RECEIVED = Instant.parse("2016-10-14T08:00:00Z");
  private static final long THE_12TH = 17_086;

  @Test
  void shouldComeBackFromItsBinaryFormUnchanged() {
    var strikes = new RandomStrikes(new Random(7), 30);
    for (var i = 0; i < 300; i++) {
      var strike = strikes.next("s" + i);
      assertThat(Contribution.from(strike.toBytes())).isEqualTo(strike);
    }
  }

  @Test
  void shouldCountAFinelyPlacedStrikeWithoutImpactsAsOneAtLeast() {
    var strike = of(at(-60, 0), "aleppo/al-fardous", null, null, null);
    assertThat(strike.fine()).isTrue();
    assertThat(strike.of(Counted.IMPACTS)).isEqualTo(new CountRange(1, 1, CountRange.OPEN));
    assertThat(strike.isReported(Counted.IMPACTS)).isFalse();
    assertThat(strike.of(Counted.KILLED)).isNull();
    assertThat(strike.of(Counted.CASUALTIES)).isNull();
    assertThat(strike.isReported(Counted.CASUALTIES)).isFalse();
  }

  @Test
  void shouldKnowNoImpactOfACoarseStrikeThatReportsNone() {
    var strike = of(at(-60, 0), null, null, CountRange.of(3), null);
    assertThat(strike.fine()).isFalse();
    assertThat(strike.of(Counted.IMPACTS)).isNull();
    assertThat(strike.isReported(Counted.KILLED)).isTrue();
    assertThat(strike.isReported(Counted.INJURED)).isFalse();
  }

  @Test
  void shouldLeaveCasualtiesOpenWhereTheKilledOrTheInjuredAreMissing() {
    var killed = of(at(-60, 0), null, null, CountRange.of(3), null);
    assertThat(killed.of(Counted.CASUALTIES)).isEqualTo(new CountRange(3, 3, CountRange.OPEN));
    assertThat(killed.isReported(Counted.CASUALTIES)).isFalse();
    var injured = of(at(-60, 0), null, null, null, CountRange.of(4));
    assertThat(injured.of(Counted.CASUALTIES)).isEqualTo(new CountRange(4, 4, CountRange.OPEN));
    var both = of(at(-60, 0), null, null, CountRange.of(3), new CountRange(4, 5, 9));
    assertThat(both.of(Counted.CASUALTIES)).isEqualTo(new CountRange(7, 8, 12));
    assertThat(both.isReported(Counted.CASUALTIES)).isTrue();
  }

  @Test
  void shouldCountOnTheLastDayThatItTouches() {
    // Given an end at midnight, which does not touch the next day, and one after it
    var until = of(at(-60, 0), null, null, null, null);
    var across = of(at(-600, 600), null, null, null, null);
    assertThat(until.lastDay()).isEqualTo(THE_12TH);
    assertThat(across.firstDay()).isEqualTo(THE_12TH);
    assertThat(across.lastDay()).isEqualTo(THE_12TH + 1);
    assertThat(across.dated()).isTrue();
    assertThat(across.firstCounted()).isEqualTo(THE_12TH + 1);
  }

  @Test
  void shouldCountOnEachDayWhenItLastsMoreThan24Hours() {
    var day = 24 * 3_600;
    assertThat(of(at(-60, day - 60), null, null, null, null).dated()).isTrue();
    var longer = of(at(-60, day - 59), null, null, null, null);
    assertThat(longer.dated()).isFalse();
    assertThat(longer.firstCounted()).isEqualTo(THE_12TH);
    assertThat(longer.days()).isEqualTo(2);
  }

  @Test
  void shouldHaveNoHourWhenItIsKnownToTheDayAlone() {
    var hour = new TimeSpan(MIDNIGHT, MIDNIGHT.plusSeconds(3_600), TimePrecision.HOUR);
    var day = new TimeSpan(MIDNIGHT, MIDNIGHT.plusSeconds(3_600), TimePrecision.DAY);
    assertThat(of(hour, "aleppo/al-fardous", null, null, null).untimed()).isFalse();
    assertThat(of(day, "aleppo/al-fardous", null, null, null).untimed()).isTrue();
    assertThat(of(day, "aleppo/al-fardous", null, null, null).fine()).isFalse();
  }

  @Test
  void shouldTellItsSourcesAndWhenTheNewestReportCame() {
    var strike = of(at(-60, 0), null, CountRange.of(2), null, null);
    assertThat(strike.sources()).containsExactly("clinic", "crew");
    assertThat(strike.lineages()).containsExactly("office");
    assertThat(strike.certainty()).isEqualTo(Certainty.LIKELY);
    assertThat(strike.firstReport()).isEqualTo("clinic:1");
    assertThat(strike.newestReceivedAt()).isEqualTo(RECEIVED);
    assertThat(strike.targets()).containsExactly(Target.MARKET);
  }

  /** Seconds from midnight. */
  private static TimeSpan at(long from, long until) {
    return new TimeSpan(
        MIDNIGHT.plusSeconds(from), MIDNIGHT.plusSeconds(until), TimePrecision.MINUTE);
  }

  private static Contribution of(
      TimeSpan time,
      @Nullable String neighbourhood,
      @Nullable CountRange impacts,
      @Nullable CountRange killed,
      @Nullable CountRange injured) {
    var reports =
        new TreeSet<>(List.of("crew", "clinic"))
            .stream()
                .map(
                    source ->
                        new Report(
                            source + ":1",
                            source,
                            "office",
                            SourceKind.OBSERVER,
                            time,
                            new Spot(neighbourhood, PlaceBasis.CODE, null, false, null),
                            DeliveryMeans.UNKNOWN,
                            false,
                            impacts,
                            killed,
                            injured,
                            new TreeSet<>(List.of(Target.MARKET)),
                            RECEIVED))
                .toList();
    return Contribution.of("s-1", Merged.of(reports, Ties.NONE), RECEIVED, DAMASCUS);
  }
}
