package org.marsad.processor.rules.interruption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.Circle;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.FindingKind;
import org.marsad.processor.rules.GeoPoint;
import org.marsad.processor.rules.Severity;
import org.marsad.processor.rules.SubjectKind;
import org.marsad.processor.rules.surge.Standing;

class InterruptionRuleTest {
  private static final Instant NOON = Instant.parse("2016-10-12T12:00:00Z");
  private static final Instant TOMORROW = NOON.plus(Duration.ofDays(1));
  private static final GeoPoint HERE = new GeoPoint(36.2, 37.16);

  private final InterruptionRule rule =
      new InterruptionRule(500, Duration.ofMinutes(10), 1.5, 5, Duration.ofMinutes(30));

  @Test
  void shouldInterruptWithTheFirstRevision() {
    var verdict = rule.judge(null, strike().now(), false, NOON, TOMORROW);
    assertThat(verdict.interrupts()).isTrue();
    assertThat(verdict.changes()).isEmpty();
    assertThat(verdict.notBefore()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, true"})
  void shouldInterruptNobodyWithWhatIsStale(long msLeft, boolean interrupts) {
    var expiresAt = NOON.plusMillis(msLeft);
    assertThat(rule.judge(null, strike().now(), false, NOON, expiresAt).interrupts())
        .isEqualTo(interrupts);
    // And the first that is not stale is the first to interrupt
    assertThat(rule.judge(null, strike().now(), false, NOON, TOMORROW).interrupts()).isTrue();
  }

  @Test
  void shouldInterruptWithWhatIsTrueOnceMore() {
    var verdict = rule.judge(told(strike()), strike().now(), true, NOON, TOMORROW);
    assertThat(verdict.interrupts()).isTrue();
    assertThat(verdict.changes()).containsExactly(Change.REINSTATED);
  }

  /** The other strike is told with the same dead: whoever was told of them here must hear. */
  @ParameterizedTest
  @CsvSource({"19, true", "20, false"})
  void shouldInterruptWhereAStrikeCountsFewerBecauseItParted(int killed, boolean interrupts) {
    var told = told(strike().killed(20));
    var now = strike().killed(killed).now();
    var parted = rule.judge(told, now, false, true, NOON, TOMORROW);
    assertThat(parted.interrupts()).isEqualTo(interrupts);
    assertThat(parted.changes()).contains(Change.PARTED);
    // Fewer by a correction alone wakes nobody
    assertThat(rule.judge(told, now, false, NOON, TOMORROW).interrupts()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "MODERATE, SEVERE, true, SEVERITY_ROSE",
    "SEVERE, MODERATE, false, SEVERITY_FELL",
    "SEVERE, SEVERE, false, DETAILS"
  })
  void shouldInterruptWhereSeverityRises(
      Severity from, Severity to, boolean interrupts, Change change) {
    check(strike().severity(from), s -> s.severity(to), interrupts, change);
  }

  @ParameterizedTest
  @CsvSource({
    "REPEAT_STRIKE, POSSIBLE, true",
    "PROTECTED_SITE_STRIKE, POSSIBLE, false",
    "PROTECTED_SITE_STRIKE, LIKELY, true",
    "HEAVIEST_IN_DAYS, POSSIBLE, true",
    "RESIDENTIAL_STRIKE, OBSERVED, false",
    "CASUALTIES, OBSERVED, false",
    "UNPLACED_STRIKE, LIKELY, false"
  })
  void shouldInterruptWithAFindingThatMatters(
      FindingKind kind, Certainty certainty, boolean interrupts) {
    check(strike(), s -> s.found(kind, certainty), interrupts, Change.valueOf(kind.name()));
    // Once told, it is no news
    check(strike().found(kind, certainty), s -> s.found(kind, certainty), false, Change.DETAILS);
    check(strike().found(kind, certainty), s -> s, false, Change.FINDING_GONE);
  }

  @Test
  void shouldInterruptWhereManyWereHurt() {
    check(strike(), s -> s.mass(), true, Change.MASS);
    check(strike().mass(), s -> s.mass(), false, Change.DETAILS);
  }

  @ParameterizedTest
  @CsvSource({
    "POSSIBLE, LIKELY, true, SURER",
    "POSSIBLE, OBSERVED, true, SURER",
    "LIKELY, OBSERVED, false, SURER",
    "OBSERVED, POSSIBLE, false, LESS_SURE"
  })
  void shouldInterruptWhereThePossibleBecomesLikely(
      Certainty from, Certainty to, boolean interrupts, Change change) {
    check(strike().certain(from), s -> s.certain(to), interrupts, change);
    var kind = FindingKind.RESIDENTIAL_STRIKE;
    check(strike().found(kind, from), s -> s.found(kind, to), interrupts, change);
  }

  @ParameterizedTest
  @CsvSource({"579, false", "581, true"})
  void shouldInterruptWhereThePlaceMoves(double metres, boolean interrupts) {
    check(
        strike().place(new Circle(HERE, 50)),
        s -> s.place(new Circle(HERE.moved(metres, 90), 30)),
        interrupts,
        interrupts ? Change.PLACE_MOVED : Change.DETAILS);
    check(strike(), s -> s.place(new Circle(HERE, 50)), false, Change.DETAILS);
  }

  @ParameterizedTest
  @CsvSource({"600, false", "601, true", "-900, false"})
  void shouldInterruptWhereTheDangerLastsLonger(long seconds, boolean interrupts) {
    check(
        strike().danger(NOON),
        s -> s.danger(NOON.plusSeconds(seconds)),
        interrupts,
        interrupts ? Change.DANGER_EXTENDED : Change.DETAILS);
    check(strike(), s -> s.danger(NOON), true, Change.DANGER_EXTENDED);
    check(strike().danger(NOON), s -> s, false, Change.DETAILS);
  }

  @ParameterizedTest
  @CsvSource({
    "4, 5, true, KILLED_ROSE",
    "5, 9, false, COUNTS",
    "20, 10, false, KILLED_FELL",
    "20, 9, true, KILLED_FELL"
  })
  void shouldInterruptWhereTheDeadReachAHigherBandOrFallByTwo(
      int from, int to, boolean interrupts, Change change) {
    // The injured make up for them, so that the casualties are as many
    check(
        strike().killed(from).injured(1_000 - from),
        s -> s.killed(to).injured(1_000 - to),
        interrupts,
        change);
  }

  @ParameterizedTest
  @CsvSource({
    "19, 20, true, CASUALTIES_ROSE",
    "20, 49, false, COUNTS",
    "50, 49, false, CASUALTIES_FELL",
    "50, 19, true, CASUALTIES_FELL"
  })
  void shouldInterruptWhereTheCasualtiesReachAHigherBandOrFallByTwo(
      int from, int to, boolean interrupts, Change change) {
    check(strike().injured(from), s -> s.injured(to), interrupts, change);
  }

  @Test
  void shouldTellOfNewSourcesWithoutAWord() {
    check(strike().sources(1), s -> s.sources(2), false, Change.SOURCES);
  }

  @ParameterizedTest
  @CsvSource({"6, 7, true", "7, 13, false", "364, 365, true"})
  void shouldInterruptOfADayWhereItsLongestRecordReachesFartherBack(
      int from, int to, boolean interrupts) {
    var kind = FindingKind.HEAVIEST_IN_DAYS;
    check(
        of(SubjectKind.DAY).found(kind, Certainty.LIKELY).recordDays(from),
        s -> s.found(kind, Certainty.LIKELY).recordDays(to),
        interrupts,
        interrupts ? Change.RECORD_LONGER : Change.DETAILS);
    // A strike's record is told, and wakes nobody
    check(
        strike().found(kind, Certainty.LIKELY).recordDays(6),
        s -> s.found(kind, Certainty.LIKELY).recordDays(7),
        false,
        Change.RECORD_LONGER);
  }

  @Test
  void shouldInterruptOfADayWhereTheDeadReachAHigherBandButNotForTheInjured() {
    check(of(SubjectKind.DAY).killed(4), s -> s.killed(5), true, Change.KILLED_ROSE);
    check(of(SubjectKind.DAY).killed(50), s -> s.killed(1), false, Change.KILLED_FELL);
    check(of(SubjectKind.DAY).injured(4), s -> s.injured(50), false, Change.CASUALTIES_ROSE);
  }

  @ParameterizedTest
  @CsvSource({"3, 5, false", "3, 6, true", "4, 7, false", "4, 8, true"})
  void shouldInterruptOfAWaveWhereItsStrikesDouble(int from, int to, boolean interrupts) {
    check(
        of(SubjectKind.WAVE).strikes(from),
        s -> s.strikes(to),
        interrupts,
        interrupts ? Change.STRIKES_DOUBLED : Change.DETAILS);
    check(of(SubjectKind.WAVE).strikes(3).killed(1), s -> s.strikes(4).killed(99), false, null);
  }

  @ParameterizedTest
  @CsvSource({"10, 14, false", "10, 15, true", "8, 12, false", "8, 13, true", "20, 29, false"})
  void shouldInterruptAHospitalWhereArrivalsRiseByHalfAndByFive(
      int from, int to, boolean interrupts) {
    check(
        hospital(from),
        s -> s.arrivals(to),
        interrupts,
        interrupts ? Change.ARRIVALS_ROSE : Change.DETAILS);
    check(
        hospital(to),
        s -> s.arrivals(from),
        false,
        interrupts ? Change.ARRIVALS_FELL : Change.DETAILS);
  }

  @Test
  void shouldInterruptAHospitalWhereItStandsOtherwise() {
    check(hospital(20), s -> s.standing(Standing.HIT), true, Change.STANDING);
  }

  @ParameterizedTest
  @CsvSource({"0, 30", "29, 30", "30, -1", "45, -1"})
  void shouldLeaveAHospitalInPeaceForHalfAnHour(long minutes, long notBefore) {
    var sentAt = NOON.plus(Duration.ofMinutes(minutes));
    var verdict = rule.judge(told(hospital(10)), hospital(30).now(), false, sentAt, TOMORROW);
    assertThat(verdict.interrupts()).isTrue();
    assertThat(verdict.notBefore())
        .isEqualTo(notBefore < 0 ? null : NOON.plus(Duration.ofMinutes(notBefore)));
  }

  @Test
  void shouldNotMakeAWaitLongerByWhatComesDuringIt() {
    // Given it waits until half past
    var waiting = new Told(hospital(10).now(), NOON.plus(Duration.ofMinutes(30)));
    var during =
        rule.judge(waiting, hospital(30).now(), false, NOON.plus(Duration.ofMinutes(10)), TOMORROW);
    assertThat(during.notBefore()).isEqualTo(NOON.plus(Duration.ofMinutes(30)));
    var after =
        rule.judge(waiting, hospital(30).now(), false, NOON.plus(Duration.ofMinutes(40)), TOMORROW);
    assertThat(after.notBefore()).isEqualTo(NOON.plus(Duration.ofMinutes(60)));
  }

  @Test
  void shouldNotLetAHospitalWaitForWhatIsGraver() {
    for (var graver :
        List.<UnaryOperator<Case>>of(
            s -> s.severity(Severity.EXTREME), s -> s.standing(Standing.HIT))) {
      var now = graver.apply(hospital(30)).now();
      assertThat(rule.judge(told(hospital(10)), now, false, NOON, TOMORROW).notBefore()).isNull();
    }
    // Nor for what was taken back before
    var again = rule.judge(told(hospital(10)), hospital(30).now(), true, NOON, TOMORROW);
    assertThat(again.interrupts()).isTrue();
    assertThat(again.notBefore()).isNull();
  }

  @ParameterizedTest
  @EnumSource(
      value = SubjectKind.class,
      names = {"DAY", "WAVE", "HOSPITAL", "SOURCE"})
  void shouldHeedPlacesOfStrikesAlone(SubjectKind kind) {
    check(
        of(kind).place(new Circle(HERE, 0)).danger(NOON),
        s -> s.place(new Circle(HERE.moved(9_000, 0), 0)).danger(NOON.plusSeconds(9_000)),
        false,
        Change.DETAILS);
  }

  @Test
  void shouldTellOfASiteAsOfAStrike() {
    check(of(SubjectKind.SITE).killed(1), s -> s.killed(5), true, Change.KILLED_ROSE);
  }

  @Test
  void shouldTellTheMostImportantFirst() {
    var verdict =
        rule.judge(
            told(strike().killed(1)),
            strike()
                .sources(2)
                .killed(30)
                .severity(Severity.EXTREME)
                .found(FindingKind.REPEAT_STRIKE, Certainty.LIKELY)
                .now(),
            false,
            NOON,
            TOMORROW);
    assertThat(verdict.changes())
        .containsExactly(
            Change.SEVERITY_ROSE,
            Change.REPEAT_STRIKE,
            Change.KILLED_ROSE,
            Change.CASUALTIES_ROSE,
            Change.SOURCES);
  }

  @Test
  void shouldRefuseThresholdsOutOfRange() {
    var ten = Duration.ofMinutes(10);
    assertThatThrownBy(() -> new InterruptionRule(-1, ten, 2, 1, ten))
        .hasMessageContaining("movedMetres");
    assertThatThrownBy(() -> new InterruptionRule(1, ten.negated(), 2, 1, ten))
        .hasMessageContaining("dangerExtended");
    assertThatThrownBy(() -> new InterruptionRule(1, ten, 2, 1, ten.negated()))
        .hasMessageContaining("hospitalWait");
    assertThatThrownBy(() -> new InterruptionRule(1, ten, 1, 1, ten))
        .hasMessageContaining("arrivals");
    assertThatThrownBy(() -> new InterruptionRule(1, ten, 2, 0, ten))
        .hasMessageContaining("arrivals");
    assertThat(new InterruptionRule(0, Duration.ZERO, 1.1, 1, Duration.ZERO).arrivalsStep())
        .isEqualTo(1);
  }

  private void check(
      Case before, UnaryOperator<Case> change, boolean interrupts, @Nullable Change expected) {
    var told = told(before);
    var now = change.apply(of(before.kind).severity(before.severity).standing(before.standing));
    var verdict = rule.judge(told, now.now(), false, NOON, TOMORROW);
    assertThat(verdict.interrupts()).as("%s", verdict).isEqualTo(interrupts);
    if (expected != null) {
      assertThat(verdict.changes()).contains(expected);
    }
    // Whatever is stale already wakes nobody
    assertThat(rule.judge(told, now.now(), false, NOON, NOON).interrupts()).isFalse();
  }

  private static Told told(Case situation) {
    return new Told(situation.now(), NOON);
  }

  private static Case strike() {
    return of(SubjectKind.STRIKE);
  }

  private static Case hospital(int arrivals) {
    return of(SubjectKind.HOSPITAL).arrivals(arrivals).standing(Standing.RECEIVING);
  }

  private static Case of(SubjectKind kind) {
    return new Case(kind);
  }

  /** A situation of which little is known, unless told otherwise. */
  private static final class Case {
    private final SubjectKind kind;
    private Severity severity = Severity.MODERATE;
    private Certainty certainty = Certainty.LIKELY;
    private final TreeMap<FindingKind, Certainty> findings = new TreeMap<>();
    private boolean mass;
    private @Nullable Circle place;
    private @Nullable Instant danger;
    private @Nullable CountRange killed;
    private @Nullable CountRange injured;
    private int sources = 1;
    private int recordDays;
    private int strikes = 1;
    private int arrivals;
    private @Nullable Standing standing;

    Case(SubjectKind kind) {
      this.kind = kind;
    }

    Case severity(Severity how) {
      severity = how;
      return this;
    }

    Case certain(Certainty how) {
      certainty = how;
      return this;
    }

    Case found(FindingKind finding, Certainty how) {
      findings.put(finding, how);
      return this;
    }

    Case mass() {
      mass = true;
      return this;
    }

    Case place(Circle where) {
      place = where;
      return this;
    }

    Case danger(Instant until) {
      danger = until;
      return this;
    }

    Case killed(int count) {
      killed = CountRange.of(count);
      return this;
    }

    Case injured(int count) {
      injured = CountRange.of(count);
      return this;
    }

    Case sources(int count) {
      sources = count;
      return this;
    }

    Case recordDays(int days) {
      recordDays = days;
      return this;
    }

    Case strikes(int count) {
      strikes = count;
      return this;
    }

    Case arrivals(int count) {
      arrivals = count;
      return this;
    }

    Case standing(@Nullable Standing how) {
      standing = how;
      return this;
    }

    Situation now() {
      return new Situation(
          kind,
          severity,
          certainty,
          findings,
          mass,
          place,
          danger,
          null,
          killed,
          injured,
          sources,
          recordDays,
          strikes,
          arrivals,
          standing);
    }
  }
}
