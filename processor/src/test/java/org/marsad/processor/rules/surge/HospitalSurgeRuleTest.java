package org.marsad.processor.rules.surge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.marsad.processor.rules.merging.Stands.HERE;
import static org.marsad.processor.rules.merging.Stands.NOON;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.Site;
import org.marsad.processor.rules.SiteKind;
import org.marsad.processor.rules.TimePrecision;
import org.marsad.processor.rules.merging.StandingStrike;
import org.marsad.processor.rules.merging.Stands;
import org.marsad.processor.rules.surge.Hospital.Emergency;

class HospitalSurgeRuleTest {
  private static final ZoneId DAMASCUS = ZoneId.of("Asia/Damascus");
  private static final LocalDate DAY = LocalDate.of(2016, 10, 12);
  private static final Instant MIDNIGHT = Instant.parse("2016-10-12T21:00:00Z");
  private static final Duration MS = Duration.ofMillis(1);

  private final HospitalSurgeRule rule =
      new HospitalSurgeRule(5, new WoundedPerKilled(1.7, 3.8, 8.7), 0.5, 0.8, 2_000, 50_000, 0.5);

  @Test
  void shouldTellOneHospitalWhatToExpectOfTheInjured() {
    var surge = only(judge(next("h"), Stands.as("s").injured(30, 40, 50)));
    assertThat(surge.wounded()).isEqualTo(new CountRange(30, 40, 50));
    assertThat(surge.within90Minutes()).isEqualTo(new CountRange(7, 26, 40));
    assertThat(surge.within24Hours()).isEqualTo(new CountRange(15, 40, 50));
    assertThat(surge.standing()).isEqualTo(Standing.RECEIVING);
    assertThat(surge.critical()).isEqualTo(new CountRange(5, 13, 17));
    assertThat(surge.asOf()).isEqualTo(NOON);
    assertThat(surge.share()).isEqualTo(1);
    assertThat(surge.nearestMetres()).isZero();
    assertThat(surge.receiving()).isEqualTo(1);
    assertThat(surge.injuredReported()).isEqualTo(1);
    assertThat(surge.injuredEstimated()).isZero();
    assertThat(surge.unreported()).isZero();
  }

  @Test
  void shouldEstimateTheInjuredFromTheKilledOnlyWhereNobodyCountedThem() {
    var surge =
        only(
            judge(
                next("h"),
                Stands.as("estimated").killed(5, 5, 5),
                Stands.as("estimated too").killed(5, 5, 5),
                Stands.as("counted").killed(100, 100, 100).injured(1, 1, 1),
                Stands.as("injured alone").injured(0, 1, 1),
                Stands.as("nobody injured").injured(0, 0, 1),
                Stands.as("and another").injured(0, 0, 0),
                Stands.as("unknown")));
    assertThat(surge.wounded()).isEqualTo(new CountRange(18, 40, 90));
    assertThat(surge.injuredReported()).isEqualTo(4);
    assertThat(surge.injuredEstimated()).isEqualTo(2);
    assertThat(surge.unreported()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"4, false", "5, true"})
  void shouldFireFromFiveExpectedOn(int injured, boolean fires) {
    assertThat(judge(next("h"), Stands.as("s").injured(injured, injured, injured)).isEmpty())
        .isNotEqualTo(fires);
  }

  @Test
  void shouldSayNothingWithoutHospitalsOrStrikes() {
    assertThat(judge(List.of(), Stands.as("s").injured(9, 9, 9))).isEmpty();
    assertThat(judge(next("h"))).isEmpty();
  }

  @Test
  void shouldShareByRoomAndDistance() {
    // Given one next door with room for 10, one half way with room for 20, and one in need
    var near = new Hospital(site("near", 0, 10), Emergency.NORMAL, null, NOON);
    var far = new Hospital(site("far", 2_000, 20), Emergency.NORMAL, null, NOON);
    var strained = new Hospital(site("strained", 0, 20), Emergency.ADVISORY, null, NOON);
    // When
    var surges = judge(List.of(near, far, strained), Stands.as("s").injured(30, 30, 30));
    // Then each of them counts as 10
    assertThat(surges).hasSize(3);
    assertThat(surges)
        .allSatisfy(
            surge -> {
              assertThat(surge.share()).isCloseTo(1.0 / 3, within(1e-9));
              assertThat(surge.within24Hours()).isEqualTo(new CountRange(5, 10, 10));
              assertThat(surge.receiving()).isEqualTo(3);
            });
    assertThat(surges.get(1).nearestMetres()).isCloseTo(2_000, within(0.001));
  }

  @Test
  void shouldTellTheDistanceOfTheNearestStrike() {
    var surge =
        only(
            judge(
                next("h"),
                Stands.as("a").injured(3, 3, 3).east(300, 0),
                Stands.as("b").afterMinutes(1).injured(3, 3, 3).east(100, 0),
                Stands.as("c").afterMinutes(2).injured(3, 3, 3).east(200, 0),
                Stands.as("d").afterMinutes(3).in("fardous").nowhereOnTheMap()));
    assertThat(surge.nearestMetres()).isCloseTo(100, within(0.001));
  }

  @Test
  void shouldTellOfAStrikeOnTheHospitalItself() {
    var surge =
        only(
            judge(
                next("h"),
                Stands.as("on it").injured(3, 3, 3),
                Stands.as("far").afterMinutes(1).injured(3, 3, 3).east(300, 0)));
    assertThat(surge.nearestMetres()).isZero();
  }

  @Test
  void shouldTellOthersAsIfThereWereNoConfidentialHospital() {
    var open = new Hospital(site("open", 2_000, 10), Emergency.NORMAL, null, NOON);
    var other = new Hospital(site("other", 2_000, 10), Emergency.NORMAL, null, NOON);
    var without = judge(List.of(open, other), Stands.as("s").injured(60, 60, 60));
    for (var hidden :
        List.of(
            new Hospital(hidden("x", 0, 20), Emergency.NORMAL, null, NOON),
            new Hospital(hidden("x", 4_000, 500), Emergency.NORMAL, null, NOON),
            new Hospital(hidden("x", 0, 20), Emergency.CLOSED, null, NOON))) {
      var beside = new Hospital(hidden("y", 900, 20), Emergency.NORMAL, null, NOON);
      var all =
          rule.judge(
              day(
                  List.of(open, other),
                  List.of(hidden, beside),
                  Set.of("x"),
                  Stands.as("s").injured(60, 60, 60)));
      assertThat(others(others(all, "x"), "y")).isEqualTo(without);
    }
    // Where all others are closed there is nowhere to go, whatever is hidden
    var closed = new Hospital(site("open", 2_000, 10), Emergency.CLOSED, null, NOON);
    var hidden = new Hospital(hidden("x", 0, 20), Emergency.NORMAL, null, NOON);
    assertThat(
            rule.judge(
                day(
                    List.of(closed),
                    List.of(hidden),
                    Set.of(),
                    Stands.as("s").injured(60, 60, 60))))
        .extracting(Surge::standing)
        .containsExactly(Standing.CLOSED, Standing.NOWHERE_TO_GO, Standing.RECEIVING);
  }

  @Test
  void shouldTellAConfidentialHospitalItsPartBesideThoseThatAreOpenToAll() {
    var open = new Hospital(site("open", 2_000, 10), Emergency.NORMAL, null, NOON);
    var hidden = new Hospital(hidden("hidden", 2_000, 10), Emergency.NORMAL, null, NOON);
    var more = new Hospital(hidden("more", 2_000, 10), Emergency.NORMAL, null, NOON);
    var surges =
        rule.judge(
            day(
                List.of(open),
                List.of(hidden, more),
                Set.of(),
                Stands.as("s").injured(60, 60, 60)));
    assertThat(of(surges, "open").within24Hours()).isEqualTo(new CountRange(30, 60, 60));
    assertThat(of(surges, "open").receiving()).isEqualTo(1);
    assertThat(of(surges, "hidden").within24Hours()).isEqualTo(new CountRange(15, 30, 30));
  }

  @Test
  void shouldReckonWithoutAHospitalThatWasHit() {
    var hit = new Hospital(site("hit", 0, 10), Emergency.NORMAL, null, NOON);
    var other = new Hospital(site("other", 0, 10), Emergency.NORMAL, null, NOON);
    var surges =
        rule.judge(
            day(List.of(hit, other), List.of(), Set.of("hit"), Stands.as("s").injured(60, 60, 60)));
    assertThat(of(surges, "hit").standing()).isEqualTo(Standing.HIT);
    assertThat(of(surges, "hit").within24Hours()).isEqualTo(new CountRange(0, 30, 30));
    // The other may have to take them all, or half of a half
    assertThat(of(surges, "other").standing()).isEqualTo(Standing.RECEIVING);
    assertThat(of(surges, "other").within24Hours()).isEqualTo(new CountRange(15, 60, 60));
    assertThat(of(surges, "other").receiving()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"49999, true", "50001, false"})
  void shouldBringNobodyFartherThanFiftyKilometres(double metres, boolean reached) {
    var near = new Hospital(site("near", 0, 10), Emergency.NORMAL, null, NOON);
    var far = new Hospital(site("far", metres, 1_000_000), Emergency.NORMAL, null, NOON);
    var strike = Stands.as("s").injured(2_000, 2_000, 2_000);
    var surges = judge(List.of(near, far), strike);
    assertThat(surges.stream().anyMatch(surge -> isOf(surge, "far"))).isEqualTo(reached);
    assertThat(of(surges, "near").receiving()).isEqualTo(reached ? 2 : 1);
    assertThat(judge(List.of(far), strike))
        .extracting(Surge::standing)
        .containsExactly(reached ? Standing.RECEIVING : Standing.NOWHERE_TO_GO);
  }

  @Test
  void shouldShareByRoomAloneWhereTheStrikeHasNoPlace() {
    var near = new Hospital(site("near", 0, 10), Emergency.NORMAL, null, NOON);
    var far = new Hospital(site("far", 9_000, 10), Emergency.NORMAL, null, NOON);
    var surges =
        judge(
            List.of(near, far), Stands.as("s").injured(20, 20, 20).in("fardous").nowhereOnTheMap());
    assertThat(surges).extracting(Surge::share).containsExactly(0.5, 0.5);
    assertThat(surges).extracting(Surge::nearestMetres).containsOnly(-1.0);
  }

  @Test
  void shouldSendNobodyToAClosedHospitalAndTellItSo() {
    var closed = new Hospital(site("closed", 0, 50), Emergency.CLOSED, 50, NOON);
    var open = new Hospital(site("open", 900, 1), Emergency.NORMAL, 1, NOON);
    var surges = judge(List.of(closed, open), Stands.as("s").injured(20, 20, 20));
    assertThat(of(surges, "open").share()).isEqualTo(1);
    assertThat(of(surges, "open").receiving()).isEqualTo(1);
    var none = of(surges, "closed");
    assertThat(none.standing()).isEqualTo(Standing.CLOSED);
    assertThat(none.within24Hours()).isEqualTo(CountRange.ZERO);
    assertThat(none.within90Minutes()).isEqualTo(CountRange.ZERO);
    assertThat(none.share()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"8, false", "10, true"})
  void shouldTellAClosedHospitalOnlyWhereManyWouldComeIfItWereOpen(int injured, boolean told) {
    var closed = new Hospital(site("closed", 0, 10), Emergency.CLOSED, null, NOON);
    var open = new Hospital(site("open", 0, 10), Emergency.NORMAL, null, NOON);
    var surges = judge(List.of(closed, open), Stands.as("s").injured(injured, injured, injured));
    assertThat(surges.stream().anyMatch(surge -> isOf(surge, "closed"))).isEqualTo(told);
  }

  @Test
  void shouldSpeakForTheAreaWhenEveryHospitalIsClosed() {
    var closed = new Hospital(site("closed", 0, 50), Emergency.CLOSED, 50, NOON);
    var surges = judge(List.of(closed), Stands.as("s").injured(20, 20, 20));
    assertThat(surges).hasSize(2);
    var surge = surges.get(1);
    assertThat(surge.hospital()).isNull();
    assertThat(surge.standing()).isEqualTo(Standing.NOWHERE_TO_GO);
    assertThat(surge.share()).isEqualTo(1);
    assertThat(surge.within24Hours()).isEqualTo(new CountRange(10, 20, 20));
    assertThat(surge.nearestMetres()).isEqualTo(-1);
    assertThat(surge.receiving()).isZero();
  }

  @Test
  void shouldCountTheEveningBeforeForTheFirstNinetyMinutesAlone() {
    // Given one at 23:40 and one at 00:20
    var evening =
        Stands.as("evening").at(MIDNIGHT.minus(Duration.ofMinutes(20))).injured(40, 40, 50);
    var night = Stands.as("night").at(MIDNIGHT.plus(Duration.ofMinutes(20))).injured(10, 10, 10);
    var day =
        new HospitalSurgeRule.Day(
            DAY.plusDays(1),
            DAMASCUS,
            List.of(night.strike()),
            List.of(evening.strike()),
            next("h"),
            List.of(),
            Set.of(),
            new Distances());
    var surge = only(rule.judge(day));
    assertThat(surge.within90Minutes()).isEqualTo(new CountRange(12, 33, 48));
    assertThat(surge.within24Hours()).isEqualTo(new CountRange(5, 10, 10));
    assertThat(surge.wounded()).isEqualTo(CountRange.of(10));
    assertThat(surge.injuredReported()).isEqualTo(1);
    assertThat(rule.eveningBefore(surge.asOf())).isEqualTo(surge.asOf().minusSeconds(90 * 60));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "NORMAL, -, -, 10", // nothing is known: typical
        "NORMAL, -, 7, 7",
        "NORMAL, 4, 7, 4", // what it said goes before what the map says
        "NORMAL, 0, 7, 1", // full, but open: a stretcher is always found
        "ADVISORY, 4, 7, 2",
        "UNKNOWN, 4, 7, 4",
        "CLOSED, 4, 7, 0"
      })
  void shouldKnowHowMuchRoomAHospitalHas(
      Emergency emergency, @Nullable Integer beds, @Nullable Integer capacity, double room) {
    assertThat(new Hospital(site("h", 0, capacity), emergency, beds, NOON).room()).isEqualTo(room);
  }

  @Test
  void shouldTakeASilentHospitalForOneOfWhichNothingIsKnown() {
    var silent = Hospital.silent(site("h", 0, 3));
    assertThat(silent.emergency()).isEqualTo(Emergency.UNKNOWN);
    assertThat(silent.room()).isEqualTo(3);
    assertThat(silent.saidAt()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"90, 0, 0", "89, 26, 40"})
  void shouldExpectOfEarlierStrikesNobodyAfterNinetyMinutes(long minutes, int best, int high) {
    // Given the first strike ended so many minutes before the last one, of which nothing is known
    var surge =
        only(
            judge(
                next("h"),
                Stands.as("first").injured(40, 40, 50),
                Stands.as("last").afterMinutes(minutes)));
    assertThat(surge.asOf()).isEqualTo(NOON.plus(Duration.ofMinutes(minutes)));
    assertThat(surge.within90Minutes().best()).isEqualTo(best);
    assertThat(surge.within90Minutes().high()).isEqualTo(high);
    assertThat(surge.within24Hours().best()).isEqualTo(40);
  }

  @Test
  void shouldExpectPerhapsAllOfAStrikeOfWhichTheHourIsNotKnown() {
    var surge =
        only(
            judge(
                next("h"),
                Stands.as("today")
                    .at(MIDNIGHT.minus(Duration.ofDays(1)))
                    .lasting(Duration.ofDays(1))
                    .precise(TimePrecision.DAY)
                    .injured(40, 40, 50)));
    assertThat(surge.within90Minutes()).isEqualTo(new CountRange(0, 0, 40));
    assertThat(surge.within24Hours()).isEqualTo(new CountRange(20, 40, 50));
    assertThat(surge.asOf()).isEqualTo(MIDNIGHT);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, DAY, 40", // all of the day, and no more
    "0, 1, DAY, 0", // touches the next one
    "-1, 0, DAY, 0", // touched the one before, and is longer than a day
    "0, 0, WEEK, 40" // one day, however finely it is known
  })
  void shouldCountInFullOnlyWhatLiesWithinTheDay(
      long earlierMs, long laterMs, TimePrecision precision, int best) {
    var from = MIDNIGHT.minus(Duration.ofDays(1)).plus(MS.multipliedBy(earlierMs));
    var until = MIDNIGHT.plus(MS.multipliedBy(laterMs));
    var surge =
        only(
            judge(
                next("h"),
                Stands.as("certain").injured(6, 6, 6),
                Stands.as("doubtful")
                    .at(from)
                    .lasting(Duration.between(from, until))
                    .precise(precision)
                    .toldBy("other")
                    .injured(40, 40, 50)));
    assertThat(surge.within24Hours().best()).isEqualTo(best == 0 ? 6 : best);
    assertThat(surge.within24Hours().high()).isEqualTo(56);
    assertThat(surge.asOf()).as("the hour of the one that has an hour").isEqualTo(NOON);
    assertThat(surge.within90Minutes().low()).as("of those who were seen").isEqualTo(1);
  }

  @Test
  void shouldCountANightRaidOnceOnTheDayThatItEnds() {
    // Given a raid from 22:00 to 02:00
    var raid =
        Stands.as("raid")
            .at(MIDNIGHT.minus(Duration.ofHours(2)))
            .lasting(Duration.ofHours(4))
            .injured(40, 40, 50);
    var strikes = List.of(raid.strike());
    // Then it is no surge of the evening's day, and one of the morning's
    assertThat(judge(DAY, strikes)).isEmpty();
    var surge = only(judge(DAY.plusDays(1), strikes));
    assertThat(surge.within24Hours()).isEqualTo(new CountRange(20, 40, 50));
    assertThat(surge.asOf()).isEqualTo(MIDNIGHT.plus(Duration.ofHours(2)));
  }

  @ParameterizedTest
  @CsvSource({"0, true", "1, false"})
  void shouldCountAnotherZonesDayOnTheLocalDayThatItEnds(long longerMs, boolean counts) {
    // Given the day of somebody three hours west, or a little more than a day
    var theirs =
        Stands.as("theirs")
            .at(MIDNIGHT.minus(Duration.ofHours(21)))
            .lasting(Duration.ofHours(24).plusMillis(longerMs))
            .precise(TimePrecision.DAY)
            .injured(40, 40, 50)
            .strike();
    assertThat(judge(DAY.plusDays(1), List.of(theirs)).isEmpty()).isNotEqualTo(counts);
  }

  @Test
  void shouldHearHospitalsFromSixHoursBeforeToADayAfterTheStrike() {
    var window =
        rule.statusWindow(
            List.of(Stands.as("s").strike(), Stands.as("later").afterMinutes(60).strike()),
            DAY,
            DAMASCUS);
    var last = NOON.plus(Duration.ofHours(1));
    assertThat(window.from()).isEqualTo(last.minus(Duration.ofHours(6)));
    assertThat(window.until()).isEqualTo(last.plus(Duration.ofHours(24)));
  }

  @Test
  void shouldHearHospitalsAllDayWhereTheHourIsNotKnown() {
    var today =
        Stands.as("today")
            .at(MIDNIGHT.minus(Duration.ofDays(1)))
            .lasting(Duration.ofDays(1))
            .precise(TimePrecision.DAY)
            .strike();
    var window = rule.statusWindow(List.of(today), DAY, DAMASCUS);
    assertThat(window.from()).isEqualTo(MIDNIGHT.minus(Duration.ofHours(30)));
    assertThat(window.until()).isEqualTo(MIDNIGHT.plus(Duration.ofHours(24)));
    // But one that was seen at its hour decides where there is one
    assertThat(rule.statusWindow(List.of(today, Stands.as("s").strike()), DAY, DAMASCUS).from())
        .isEqualTo(NOON.minus(Duration.ofHours(6)));
    // And where nothing is known of the day, the day itself does
    assertThat(rule.statusWindow(List.of(), DAY, DAMASCUS)).isEqualTo(window);
  }

  @Test
  void shouldSpeakAsOfTheEndOfTheDayWhereNothingLiesWithinIt() {
    var week =
        Stands.as("week")
            .lasting(Duration.ofDays(7))
            .precise(TimePrecision.WEEK)
            .injured(9, 9, 9)
            .strike();
    assertThat(rule.asOf(List.of(week), DAY, DAMASCUS)).isEqualTo(MIDNIGHT);
  }

  @Test
  void shouldShareTheDaysWoundedOfTwoGroupsWithoutAddingThemUp() {
    var surge =
        only(
            judge(
                next("h"),
                Stands.as("seen").injured(10, 20, 30),
                Stands.as("counted").somewhereInTown().toldBy("agency").injured(12, 16, 40)));
    assertThat(surge.wounded()).isEqualTo(new CountRange(12, 20, 70));
    assertThat(surge.within24Hours()).isEqualTo(new CountRange(6, 20, 70));
  }

  @Test
  void shouldAddUpWhatOneSourceSaysButNotInTheLow() {
    // Given an agency that saw one, and knows the town alone of another
    var surge =
        only(
            judge(
                next("h"),
                Stands.as("seen").toldBy("agency").injured(20, 20, 20),
                Stands.as("told").somewhereInTown().toldBy("agency").injured(16, 16, 16)));
    assertThat(surge.wounded()).isEqualTo(new CountRange(20, 36, 36));
  }

  @Test
  void shouldLeaveAnOpenEndOpen() {
    var surge = only(judge(next("h"), Stands.as("s").injured(10, 10, CountRange.OPEN)));
    assertThat(surge.within90Minutes().high()).isEqualTo(CountRange.OPEN);
    assertThat(surge.within24Hours().high()).isEqualTo(CountRange.OPEN);
  }

  @Test
  void shouldRefuseThresholdsOutOfRange() {
    var ratio = new WoundedPerKilled(1, 1, 1);
    assertThatThrownBy(() -> new HospitalSurgeRule(0, ratio, 0.5, 0.8, 1, 1, 0))
        .hasMessageContaining("min-arrivals: 0");
    for (var arriving : new double[][] {{0, 0.5}, {0.6, 0.5}, {0.5, 1.01}, {Double.NaN, 1}}) {
      assertThatThrownBy(() -> new HospitalSurgeRule(1, ratio, arriving[0], arriving[1], 1, 1, 0))
          .hasMessageContaining("arriving");
    }
    assertThatThrownBy(() -> new HospitalSurgeRule(1, ratio, 0.5, 0.8, 0, 1, 0))
        .hasMessageContaining("half-way-metres");
    assertThatThrownBy(() -> new HospitalSurgeRule(1, ratio, 0.5, 0.8, 1, 0, 0))
        .hasMessageContaining("farthest-metres");
    for (var elsewhere : new double[] {-0.1, 1, Double.NaN}) {
      assertThatThrownBy(() -> new HospitalSurgeRule(1, ratio, 0.5, 0.8, 1, 1, elsewhere))
          .hasMessageContaining("elsewhere");
    }
    assertThat(new HospitalSurgeRule(1, ratio, 1, 1, 1, 1, 0).minArrivals()).isEqualTo(1);
  }

  @Test
  void shouldRefuseARatioOutOfOrder() {
    for (var ratio :
        new double[][] {{0, 1, 2}, {2, 1, 3}, {1, 3, 2}, {1, 2, Double.POSITIVE_INFINITY}}) {
      assertThatThrownBy(() -> new WoundedPerKilled(ratio[0], ratio[1], ratio[2]))
          .hasMessageContaining("wounded-per-killed");
    }
  }

  private List<Surge> judge(List<Hospital> hospitals, Stands... strikes) {
    return rule.judge(day(hospitals, List.of(), Set.of(), strikes));
  }

  private List<Surge> judge(LocalDate date, List<StandingStrike> strikes) {
    return rule.judge(
        new HospitalSurgeRule.Day(
            date, DAMASCUS, strikes, List.of(), next("h"), List.of(), Set.of(), new Distances()));
  }

  private static HospitalSurgeRule.Day day(
      List<Hospital> open, List<Hospital> confidential, Set<String> hit, Stands... strikes) {
    var standing = Arrays.stream(strikes).map(Stands::strike).toList();
    return new HospitalSurgeRule.Day(
        DAY, DAMASCUS, List.copyOf(standing), List.of(), open, confidential, hit, new Distances());
  }

  private static List<Surge> others(List<Surge> surges, String id) {
    return surges.stream().filter(surge -> !isOf(surge, id)).toList();
  }

  private static Surge of(List<Surge> surges, String id) {
    return surges.stream().filter(surge -> isOf(surge, id)).findFirst().orElseThrow();
  }

  private static boolean isOf(Surge surge, String id) {
    return surge.hospital() != null && surge.hospital().site().id().equals(id);
  }

  private static Site hidden(String id, double metresEast, int capacity) {
    return new Site(id, SiteKind.HOSPITAL, HERE.moved(metresEast, 90), capacity, true, false);
  }

  private static Surge only(List<Surge> surges) {
    assertThat(surges).hasSize(1);
    return surges.get(0);
  }

  private static List<Hospital> next(String id) {
    return List.of(new Hospital(site(id, 0, 10), Emergency.NORMAL, null, NOON));
  }

  private static Site site(String id, double metresEast, @Nullable Integer capacity) {
    return new Site(id, SiteKind.HOSPITAL, HERE.moved(metresEast, 90), capacity, false, false);
  }
}
