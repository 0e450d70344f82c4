package org.marsad.standalone.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.marsad.standalone.explain.Messages.NOON;
import static org.marsad.standalone.explain.Messages.alert;
import static org.marsad.standalone.explain.Messages.dayStrike;
import static org.marsad.standalone.explain.Messages.evidence;
import static org.marsad.standalone.explain.Messages.report;
import static org.marsad.standalone.explain.Messages.strike;
import static org.marsad.standalone.explain.Messages.town;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.CountRange;
import org.marsad.message.EmergencyDepartment;
import org.marsad.message.Measure;
import org.marsad.message.MessageType;
import org.marsad.message.Place;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Reality;
import org.marsad.message.Reason;
import org.marsad.message.ReasonNumber;
import org.marsad.message.RecordFacts;
import org.marsad.message.RepeatFacts;
import org.marsad.message.ReportStatus;
import org.marsad.message.ResidentialBasis;
import org.marsad.message.ResidentialVerdict;
import org.marsad.message.Rule;
import org.marsad.message.Scale;
import org.marsad.message.Scope;
import org.marsad.message.SilenceFacts;
import org.marsad.message.SiteBasis;
import org.marsad.message.SiteHit;
import org.marsad.message.SiteKind;
import org.marsad.message.SourceKind;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.message.StrikeStatus;
import org.marsad.message.SurgeFacts;
import org.marsad.message.Target;
import org.marsad.message.WaveFacts;
import org.marsad.processor.settings.Rules;

class ExplanationTest {
  /** The example of the processor's README. */
  private static final List<Strike> HISTORY =
      List.of(
          dayStrike("2016-09-15", 1, 1, 1),
          dayStrike("2016-10-09", 48, 48, 48),
          dayStrike("2016-10-12", 20, 20, 20),
          dayStrike("2016-10-15", 30, 40, 47),
          dayStrike("2016-10-20", 45, 48, 50));

  @Test
  void shouldDoTheArithmeticOfARecordWithTheEarlierDays() throws IOException {
    // When
    var text = explain(heaviest(), HISTORY, List.of());
    // Then
    assertThat(text)
        .contains("Strikes in Town on 20 Oct 2016: 48 people were killed (45–50).")
        .contains("No day has been as heavy since 9 Oct 2016, 11 days earlier.")
        .contains("The latest earlier day that reached 48 was 9 Oct, with 48.")
        .contains("20 Oct − 9 Oct = 11 days.")
        .contains("If only 45 is true, 15 Oct may have reached it, with up to 47.")
        .contains("20 Oct − 15 Oct = 5 days.")
        .contains("If 50 is true, no earlier day reached that for certain.")
        .contains("20 Oct − 15 Sep = 35 days.")
        .contains("rule asks 3 days or more (here 11), and a best value of at least 5 (here 48).");
  }

  @Test
  void shouldPrintNoSumsThatDoNotFitWhenHistoryHasChanged() throws IOException {
    // Given that a late report made 9 October less heavy
    var changed = new ArrayList<>(HISTORY);
    changed.set(1, dayStrike("2016-10-09", 10, 10, 10));
    // When
    var text = explain(heaviest(), changed, List.of());
    // Then
    assertThat(text)
        .contains("Reports that came after this revision changed the history")
        .contains("then 48 (45–50), the heaviest in 11 days (certain 5, possible 35).")
        .contains("now 48 (45–50), the heaviest in 35 days (certain 5, possible 35).")
        .doesNotContain("20 Oct − 9 Oct");
  }

  @Test
  void shouldSayWhatWasMergedAndWhoseCountCounts() throws IOException {
    // Given two observers, one of whom mixed up the bounds
    var first =
        report("1", "src-a", 0)
            .setLat(36.2)
            .setLon(37.15)
            .setRadiusMetres(100.0)
            .setKilled(new CountRange(12, 8, 6))
            .setTargets(List.of(Target.RESIDENTIAL))
            .setNote("secret note")
            .build();
    var second =
        report("2", "src-b", 4)
            .setLat(36.2018)
            .setLon(37.15)
            .setRadiusMetres(150.0)
            .setKilled(new CountRange(5, 5, 9))
            .build();
    // When
    var text =
        explain(
            residential(ResidentialBasis.REPORT, "REPORTED_RESIDENTIAL"),
            List.of(strike("s-1", first, second).build()),
            List.of(first, second));
    // Then
    assertThat(text)
        .contains("report A src-a:1 · from src-a (an observer), received 11 Oct 2016 12:03")
        .contains("said: 11 Oct 2016 12:04 (to the minute) · “the mill”, found by its name: Mill")
        .contains("A and B are one strike: 4 min apart (up to 15 min beyond")
        .contains("200 m apart (up to 1 km beyond their radii of 100 m and 150 m), both in Mill.")
        .contains("killed best 5 is B's, the latest received among equals (observers);")
        .contains("least 5 is B's, most 12 is A's.")
        .contains(
            "repaired: killed came as 12, 8, 6 (least, best, most) and was put in order: 6, 8, 12")
        .contains("By report: src-a:1 says that homes were hit.")
        .contains("2 independent sources, so the strike is observed.")
        .doesNotContain("secret note", "36.2", "37.15");
  }

  @Test
  void shouldNameTheLandUseWhenTheMapDecides() throws IOException {
    var report = report("1", "src-a", 0).build();
    var text =
        explain(
            residential(ResidentialBasis.MAP, "LAND_USE_RESIDENTIAL"),
            List.of(strike("s-1", report).build()),
            List.of(report));
    assertThat(text)
        .contains("By map: no report says that homes were hit")
        .contains("calls it mixed");
  }

  @Test
  void shouldNameShareAndThresholdWhenOnlyACircleIsKnown() throws IOException {
    var report = report("1", "src-a", 0).build();
    var alert = residential(ResidentialBasis.RADIUS, "LIVED_IN_SHARE");
    alert.setResidential(new ResidentialVerdict(ResidentialBasis.RADIUS, Certainty.POSSIBLE, 0.57));
    var strike = strike("s-1", report).setRadiusMetres(8_000.0).build();
    assertThat(explain(alert, List.of(strike), List.of(report)))
        .contains("only a circle of 8 km radius")
        .contains("57 % of the land in that circle is lived in")
        .contains("The rule asks for at least 50 %.");
    assertThat(explain(alert.setRulesHash("000000000000"), List.of(strike), List.of(report)))
        .doesNotContain("The rule asks for")
        .contains("rules 000000000000, which are not the shipped defaults");
  }

  @Test
  void shouldTellHowAWithdrawnAlertCameAboutAndWhy() throws IOException {
    // Given an exercise in which the only report is taken back
    var said = report("1", "src-a", 0).setReality(Reality.EXERCISE).build();
    var takenBack =
        StrikeReport.newBuilder(said).setRevision(2).setStatus(ReportStatus.RETRACTED).build();
    var strike = strike("s-1", said).setStatus(StrikeStatus.RETRACTED).build();
    var raised =
        residential(ResidentialBasis.REPORT, "REPORTED_RESIDENTIAL").setReality(Reality.EXERCISE);
    var withdrawn =
        Alert.newBuilder(raised.build())
            .setRevision(2)
            .setMessageType(MessageType.CANCEL)
            .setReason(new Reason("STRIKE_RETRACTED", List.of()));
    // When
    var text =
        text(List.of(raised.build(), withdrawn.build()), List.of(strike), List.of(said, takenBack));
    // Then
    assertThat(text)
        .startsWith("EXERCISE (nothing of this happened) · RESIDENTIAL STRIKE · Mill, Town")
        .contains("WITHDRAWN. What it said: A strike on 11 Oct 2016 12:00")
        .contains("withdrawn on 11 Oct 2016 12:00: every report of the strike was taken back")
        .contains("revision 2, received 11 Oct 2016 12:03: taken back")
        .contains("2 CANCEL 11 Oct 2016 12:00 withdrawn");
  }

  @Test
  void shouldTellOfMergesAndSplits() throws IOException {
    // Given a strike that another became part of, and a report that left it
    var stays = report("1", "src-a", 0).build();
    var left = report("2", "src-b", 0).build();
    var before = strike("s-1", stays, left).build();
    var after = strike("s-1", stays).setRevision(2).build();
    var own = strike("s-2", left).build();
    var ended = strike("s-3", left).setStatus(StrikeStatus.MERGED).setMergedInto("s-1").build();
    // When
    var text =
        explain(
            residential(ResidentialBasis.REPORT, "REPORTED_RESIDENTIAL"),
            List.of(before, after, own, ended),
            List.of(stays, left));
    // Then
    assertThat(text)
        .contains("merged strike s-3 became part of it on 11 Oct 2016 12:03.")
        .contains("split report src-b:2 was part of it once; it is now strike s-2's.");
  }

  @Test
  void shouldSayHowSoonAndHowNearASecondStrikeFell() throws IOException {
    // Given a strike 16 minutes after another, and a third one before both
    var first = report("1", "src-a", 0).build();
    var second = report("2", "src-a", 16).build();
    var alert =
        alert(Rule.REPEAT_STRIKE, "SECOND_STRIKE_ON_THE_SPOT", "s-0", "s-1", "s-2")
            .setOnset(second.getOccurredFrom())
            .setDangerUntil(NOON.plusSeconds(76 * 60))
            .setRepeat(
                RepeatFacts.newBuilder()
                    .setEarlierStrikeIds(List.of("s-1", "s-0"))
                    .setEarlierOnset(NOON)
                    .setSecondsAfter(960)
                    .setDistanceMetres(340.1)
                    .setWindowMinutes(60)
                    .setReachMetres(500.0)
                    .build());
    // When
    var text =
        explain(
            alert,
            List.of(
                strike("s-1", first).setRadiusMetres(100.0).build(),
                strike("s-2", second).setRadiusMetres(250.0).build()),
            List.of(first, second));
    // Then
    assertThat(text)
        .contains("A second strike on one spot: on 11 Oct 2016 12:16 (to the minute), 16 min after")
        .contains("the strike of 11 Oct 2016 12:00 and 340 m from it.")
        .contains("The spot counts as dangerous until 11 Oct 2016 13:16.")
        .contains("From its end to this one passed 16 min. The rule asks for at most 1 h.")
        .contains("340 m from middle to middle. The rule asks for at most 500 m between the edges")
        .contains("(radius 100 m and 250 m)")
        .contains("1 more earlier strike lies so near")
        .doesNotContain("seconds after");
  }

  @Test
  void shouldGoThroughTheEstimateOfASurgeStepByStep() throws IOException {
    // Given
    var report = report("1", "src-a", 0).build();
    var alert = surge("site-1").setAddressees(List.of("site-1"));
    // When
    var text = explain(alert, List.of(strike("s-1", report).build()), List.of(report));
    // Then
    assertThat(text)
        .contains("After the strikes of 11 Oct 2016, wounded to be expected at")
        .contains("within 24 hours: 114 (25–328); within the first 90 minutes: 0 (0–263);")
        .contains("in critical condition: 38 (8–110). An estimate, not a count.")
        .contains("224 (100–644) in the whole area, of 4 strikes. Reported for 1 strike.")
        .contains("For 2 strikes only the killed are known: 3.8 wounded are taken for each one")
        .contains("killed (1.7–8.7). For 1 strike neither is known, so there may be more.")
        .contains("51 % of the best guess. 3 hospitals receive;")
        .contains("The nearest strike lies 1.4 km away. Its emergency department was advisory on")
        .contains("11 Oct 2016 12:00, with 1 bed free.")
        .contains("50 % to 80 % arrive so early.")
        .contains("at least 5 within 24 hours (here 114).");
  }

  @Test
  void shouldNotTellHowFarFromAConfidentialHospitalTheStrikesFell() throws IOException {
    // Given a hospital that is confidential now, and was not when the alert was made
    var report = report("1", "src-a", 0).build();
    var first = surge("site-9").build();
    var nearer =
        Alert.newBuilder(first)
            .setRevision(2)
            .setMessageType(MessageType.UPDATE)
            .setSurge(SurgeFacts.newBuilder(first.getSurge()).setDistanceMetres(812.0).build())
            .build();
    // When
    var text =
        text(List.of(first, nearer), List.of(strike("s-1", report).build()), List.of(report));
    // Then
    assertThat(text)
        .contains("How far from it the strikes fell is not shown.")
        .doesNotContain("812", "1.4 km", "1,365", "1365", "site-9", "Saint Hidden");
  }

  @Test
  void shouldSayThatTheWoundedHaveNowhereToGoWhenNoHospitalIsOpen() throws IOException {
    var report = report("1", "src-a", 0).build();
    assertThat(explain(surge(null), List.of(strike("s-1", report).build()), List.of(report)))
        .contains("No hospital of Town is open. After the strikes of 11 Oct 2016, wounded looking")
        .contains("All of them: no hospital receives. That is no all clear.");
  }

  private static Alert.Builder surge(@Nullable String site) {
    return alert(Rule.HOSPITAL_SURGE, "ARRIVALS_EXPECTED", "s-1")
        .setSurge(
            SurgeFacts.newBuilder()
                .setSiteId(site)
                .setConfidential(false)
                .setDay(LocalDate.parse("2016-10-11"))
                .setAsOf(NOON)
                .setWithin90Minutes(new CountRange(0, 0, 263))
                .setWithin24Hours(new CountRange(25, 114, 328))
                .setCritical(new CountRange(8, 38, 110))
                .setWounded(new CountRange(100, 224, 644))
                .setStrikes(4)
                .setInjuredReported(1)
                .setInjuredEstimated(2)
                .setUnreported(1)
                .setShare(0.51)
                .setDistanceMetres(1_365.3)
                .setReceiving(3)
                .setEmergencyDepartment(EmergencyDepartment.ADVISORY)
                .setBedsAvailable(1)
                .setStatusAt(NOON)
                .setWoundedPerKilledLow(1.7)
                .setWoundedPerKilledBest(3.8)
                .setWoundedPerKilledHigh(8.7)
                .setArrivingLow(0.5)
                .setArrivingHigh(0.8)
                .build());
  }

  @Test
  void shouldListFactsAndNumbersOfARuleThatHasNoWordsOfItsOwn() throws IOException {
    // Given a rule whose own facts are not there, with a reason that nobody wrote words for
    var report = report("1", "src-a", 0).build();
    var alert =
        alert(Rule.WAVE, "SECOND_STRIKE", "s-1")
            .setReason(new Reason("SECOND_STRIKE", List.of(new ReasonNumber("gapMinutes", 17.0))))
            .setResidential(
                new ResidentialVerdict(ResidentialBasis.RADIUS, Certainty.POSSIBLE, 0.5));
    // When
    var text = explain(alert, List.of(strike("s-1", report).build()), List.of(report));
    // Then
    assertThat(text)
        .startsWith("WAVE · Mill, Town")
        .contains("From 11 Oct 2016 12:00 (to the minute) in Mill, Town")
        .contains("Reason SECOND_STRIKE.")
        .contains("Its numbers: gap minutes 17.")
        .contains(
            "residential, lived in share 0.50 Share of lived-in land within the uncertainty circle");
  }

  @Test
  void shouldNotChangeAByteWhenTheNameOfAConfidentialSiteChanges() throws IOException {
    assertThat(withConfidentialSite("Saint Hidden", 36.20123))
        .isEqualTo(withConfidentialSite("A Name That Is Much Longer Than The Other One", 36.20999))
        .anyMatch(line -> line.contains("[confidential site]"));
  }

  @Test
  void shouldTellHowCloselyTheStrikesOfAWaveFollowedOneAnotherAndAddThemUp() throws IOException {
    // Given the last without any count, and told of before the others
    var reports = waveReports();
    var alert = wave(3, 3, "s-1", "s-2", "s-3");
    // When
    var text = explainWave(alert, waveStrikes(reports), reports);
    // Then
    assertThat(text)
        .contains("Strikes followed one another closely in Town, 11 Oct 2016 12:00 to 12:40:")
        .contains("12:40: 3 strikes. Known to be hit: Mill. Of them 1 counts as residential.")
        .contains("In all: at least 3 impacts, at least 12 killed (9–16). Not reported: injured.")
        .contains("at least 3 strikes, each begun at most 30 min after all before it had ended.")
        .contains("found 3 strikes, which are certainly different ones.")
        .contains(
            "strike 1 11 Oct 2016 12:00 (to the minute) · Mill · 8 killed (6–12)"
                + " · where people live")
        .contains(
            "strike 2 11 Oct 2016 12:17 (to the minute) · Mill · 4 killed (3–4)"
                + " · 17 min after those before it")
        .contains(
            "strike 3 11 Oct 2016 12:40 (to the minute) · Mill · no counts"
                + " · 23 min after those before it")
        .contains("residential 1 strike counts as having hit where people live: by report,")
        .contains("impacts at least 3: 1 + 1 + 1 = 3. 3 strikes have no count; where time and")
        .contains("killed at least 12 (9–16): 8 + 4 = 12. 1 strike has no count, so there may be")
        .contains("injured no strike has a count. That does not mean that there were none.")
        .contains(
            "certainty likely: one credible source says so, and no second, independent one confirms it. So are")
        .doesNotContain("unreported");
  }

  @Test
  void shouldOnlyCountStrikesThatAreCertainlyDifferentOnes() throws IOException {
    // Given an agency's strike of which only the town is known: it may be one of the others
    var reports = waveReports();
    var strikes = waveStrikes(reports);
    strikes.get(1).setNeighbourhood(null);
    var facts =
        waveFacts(2, 3).setImpacts(new CountRange(2, 2, 2)).setKilled(new CountRange(6, 8, 16));
    // When
    var text =
        explainWave(
            wave(2, 3, "s-1", "s-2", "s-3").setCertainty(Certainty.POSSIBLE).setWave(facts.build()),
            strikes,
            reports);
    // Then
    assertThat(text)
        .contains("2 strikes (2–3)")
        .contains("No more than 2 of the 3 are certainly different ones; the others' times or")
        .contains("strike 2 11 Oct 2016 12:17 (to the minute) · no neighbourhood of Town known")
        .contains(
            "impacts at least 2: 1 + 1 = 2, the largest sum of strikes that are certainly different")
        .contains("killed at least 8 (6–16). 1 strike has no count")
        .contains("only possible: only 2 strikes are certain to be different from one another,")
        .contains("fewer than the 3 that the rule asks for.");
  }

  @Test
  void shouldSayWhatOfAWaveIsNoLongerInTheLogAndShowNoSums() throws IOException {
    // Given one strike of which nothing is left, and one that was taken back
    var reports = waveReports();
    var strikes = waveStrikes(reports);
    strikes.remove(0);
    strikes.get(1).setStatus(StrikeStatus.RETRACTED);
    // When
    var text = explainWave(wave(3, 3, "s-1", "s-2", "s-3"), strikes, reports);
    // Then
    assertThat(text)
        .contains("1 strike is no longer in the log, so gaps may be shorter than they look here.")
        .contains("1 strike does not stand any more, or only with a coarser time.")
        .contains("What follows is known of the rest now; sums over it would not fit.")
        .contains("strike 1 11 Oct 2016 12:17 (to the minute)")
        .contains("killed at least 12 (9–16). 1 strike has no count")
        .doesNotContain("8 + 4", "strike 2 11 Oct");
  }

  @Test
  void shouldNotAddUpAWaveWhoseStrikesHaveChanged() throws IOException {
    // Given that a report that came later says more of the second
    var reports = waveReports();
    var strikes = waveStrikes(reports);
    strikes.get(1).setKilled(new CountRange(5, 5, 5));
    // When
    var text = explainWave(wave(3, 3, "s-1", "s-2", "s-3"), strikes, reports);
    // Then
    assertThat(text)
        .contains(
            "Reports that came after this revision changed its strikes. What follows is known")
        .contains("killed at least 12 (9–16). 1 strike has no count")
        .doesNotContain("8 + 5", "8 + 4");
  }

  @Test
  void shouldSayHowFarAProtectedSiteLiesAndWhyItIsOnlyPossible() throws IOException {
    // Given
    var report = report("1", "src-a", 0).build();
    var alert =
        protectedSites("SITE_WITHIN_REACH", 100, hit("site-7", SiteKind.SCHOOL, 133.2))
            .setCertainty(Certainty.POSSIBLE);
    // When
    var text = explain(alert, List.of(strike("s-1", report).build()), List.of(report));
    // Then
    assertThat(text)
        .contains("A strike on 11 Oct 2016 12:00 (to the minute) in Mill, Town: no counts.")
        .contains(
            "It may have hit School Seven (school), which lies within reach of where it fell,")
        .contains("at most 100 m from the edge of the circle to the site.")
        .contains("circle 100 m radius.")
        .contains("school School Seven lies 133.2 m from the circle's middle: 133.2 m − 100 m =")
        .contains("= 33.2 m from its edge, of at most 100 m. No report says that it was hit.")
        .contains("only possible: no report says that a protected site was hit, and if the strike")
        .contains("that is 133.2 m + 100 m = 233.2 m from School Seven, more than 100 m.")
        .doesNotContain("By report", "37.15", "itself is only possible");
  }

  @Test
  void shouldSayThatTheWholeCircleLiesWithinReach() throws IOException {
    var report = report("1", "src-a", 0).build();
    var alert = protectedSites("SITE_WITHIN_REACH", 40, hit("site-7", SiteKind.SCHOOL, 30));
    assertThat(explain(alert, List.of(strike("s-1", report).build()), List.of(report)))
        .contains("School Seven lies 30 m from the circle's middle, inside the circle.")
        .contains("even at the far edge of the circle it fell within reach, 30 m + 40 m = 70 m")
        .doesNotContain("only possible");
    // And that the far edge does not, though the middle does
    var farther =
        protectedSites("SITE_WITHIN_REACH", 40, hit("site-7", SiteKind.SCHOOL, 60.5))
            .setCertainty(Certainty.POSSIBLE);
    assertThat(explain(farther, List.of(strike("s-1", report).build()), List.of(report)))
        .contains("that is 60.5 m + 40 m = 100.5 m from School Seven, more than 100 m.");
  }

  @Test
  void shouldSayWhichReportsNameAProtectedSiteAndThatNoneOfItsKindIsKnownThere()
      throws IOException {
    // Given two reports of a school and one of a bakery, of which the map has none
    var a = report("1", "src-a", 0).setTargets(List.of(Target.SCHOOL)).build();
    var b = report("2", "src-b", 0).setTargets(List.of(Target.SCHOOL, Target.BAKERY)).build();
    var alert =
        protectedSites(
            "SITE_REPORTED",
            100,
            byReport("site-7", SiteKind.SCHOOL, 50.0),
            byReport(null, SiteKind.BAKERY, null));
    var strikes = List.of(strike("s-1", a, b).build());
    // Then
    assertThat(explain(alert, strikes, List.of(a, b)))
        .contains("By report it hit a school and a bakery.")
        .contains("school src-a:1 and src-b:2 say that a school was hit, but not which.")
        .contains("bakery src-b:2 says that a bakery was hit, but not which. None that Marsad")
        .contains("that of the strike, because a report says so: likely: one credible source")
        .doesNotContain("may have hit");
    assertThat(explain(alert, strikes, List.of()))
        .contains(
            "bakery A report, which is not in the log any more or was changed since, says that");
    assertThat(
            explain(
                alert.setRulesHash("0").setReason(new Reason("X", List.of())), strikes, List.of()))
        .contains("rule asks a distance that is not known here");
    alert.setPlace(Place.newBuilder().setBasis(PlaceBasis.NAME).build());
    assertThat(
            explain(
                alert.setProtectedSites(List.of(byReport(null, SiteKind.BAKERY, null))),
                strikes,
                List.of()))
        .contains(
            "circle none is known of where the strike fell, so no site can be said to be near");
  }

  @Test
  void shouldTellNeitherWhichConfidentialSiteWasHitNorHowFarItIs() throws IOException {
    assertThat(withConfidentialHit("Saint Hidden", 36.20123, 31.7, true))
        .isEqualTo(withConfidentialHit("A Name That Is Much Longer", 36.20999, 84.1, true))
        .anyMatch(line -> line.contains("[confidential site] lies within reach. Which it is and"))
        .anyMatch(
            line -> line.contains("and School Seven (school), which lie within reach of where"));
    // And where it became confidential since
    assertThat(withConfidentialHit("Saint Hidden", 36.20123, 31.7, false))
        .isEqualTo(withConfidentialHit("A Name That Is Much Longer", 36.20999, 84.1, true));
  }

  @Test
  void shouldSayHowLongASourceHasBeenSilentAndNotWhichItIs() throws IOException {
    var silence =
        SilenceFacts.newBuilder()
            .setSourceKind(SourceKind.OBSERVER)
            .setLastHeardAt(NOON)
            .setEverySeconds(300)
            .setSilentAfterSeconds(900)
            .setSourcesHeard(1)
            .setSourcesExpected(3)
            .build();
    var alert =
        alert(Rule.SOURCE_SILENT, "NOT_HEARD")
            .setNeighbourhoods(List.of())
            .setSources(0)
            .setCertainty(Certainty.OBSERVED)
            .setSilence(silence);
    assertThat(explain(alert, List.of(), List.of()))
        .contains("A source of Town (an observer) was last heard on 11 Oct 2016 12:00, though it")
        .contains("promised to be heard every 5 min. Silence is not calm.")
        .contains("Of the area's 3 sources with heartbeats 1 is heard.")
        .contains("more than 15 min with neither a heartbeat nor a report: 3 × 5 min.")
        .contains("certainty observed by Marsad itself; no source says so")
        .doesNotContain("THE 0 STRIKES", "independent source");
    alert.setSilence(
        SilenceFacts.newBuilder(silence).setSourcesHeard(0).setSourcesExpected(1).build());
    assertThat(explain(alert, List.of(), List.of()))
        .contains("Of the area's 1 source with heartbeats none is heard.");
  }

  @Test
  void shouldRepeatWhatWasSaidOfAPlaceThatIsOnNoMap() throws IOException {
    var report = report("1", "src-a", 0).build();
    var alert =
        alert(Rule.UNPLACED_STRIKE, "PLACE_UNKNOWN", "s-1")
            .setPlace(
                Place.newBuilder()
                    .setBasis(PlaceBasis.NONE)
                    .setText("the yard of Saint Hidden")
                    .build());
    var strikes = List.of(strike("s-1", report).build());
    assertThat(explain(alert, strikes, List.of(report)))
        .contains("at a place that is on no map, “the yard of [confidential site]”: no counts.")
        .contains("What was said, “the yard of [confidential site]”, leads to no area on the maps")
        .doesNotContain("Saint Hidden");
    alert.setPlace(Place.newBuilder().setBasis(PlaceBasis.NONE).build());
    assertThat(explain(alert, strikes, List.of(report)))
        .contains("A strike on 11 Oct 2016 12:00 (to the minute) of which no place is known: no")
        .contains("No report gives a place that leads to an area on the maps.");
  }

  @Test
  void shouldRefuseARevisionThatIsNot() {
    var evidence =
        evidence(
            List.of(residential(ResidentialBasis.MAP, "LAND_USE_RESIDENTIAL").build()),
            town("x", 36.2),
            List.of(),
            List.of());
    assertThatThrownBy(() -> Explanation.of(evidence, 3, Rules.DEFAULTS))
        .hasMessage("--revision: 3 (expected: 1 to 1)");
  }

  /** A school, a confidential hospital. */
  private static List<String> withConfidentialHit(
      String name, double lat, double metres, boolean marked) throws IOException {
    var report = report("1", "src-a", 0).build();
    var hospital = new SiteHit("site-9", SiteKind.HOSPITAL, SiteBasis.REACH, metres, marked);
    var alert =
        protectedSites("SITE_WITHIN_REACH", 20, hospital, hit("site-7", SiteKind.SCHOOL, 90));
    var before = alert.build();
    var after =
        Alert.newBuilder(before)
            .setRevision(2)
            .setMessageType(MessageType.UPDATE)
            .setProtectedSites(List.of(hospital))
            .build();
    var lines =
        Explanation.of(
            evidence(
                List.of(before, after),
                town(name, lat),
                List.of(strike("s-1", report).build()),
                List.of(report)),
            1,
            Rules.DEFAULTS);
    assertThat(String.join(" ", lines)).doesNotContain("site-9", name, metres + "", "32 m", "84 m");
    return lines;
  }

  private static Alert.Builder protectedSites(String reason, double radius, SiteHit... hits) {
    return alert(Rule.PROTECTED_SITE_STRIKE, reason, "s-1")
        .setPlace(
            Place.newBuilder()
                .setLat(36.2)
                .setLon(37.15)
                .setRadiusMetres(radius)
                .setBasis(PlaceBasis.NAME)
                .build())
        .setProtectedSites(List.of(hits))
        .setReason(new Reason(reason, List.of(new ReasonNumber("reachMetres", 100.0))));
  }

  private static SiteHit hit(String site, SiteKind kind, double metres) {
    return new SiteHit(site, kind, SiteBasis.REACH, metres, false);
  }

  private static SiteHit byReport(@Nullable String site, SiteKind kind, @Nullable Double metres) {
    return new SiteHit(site, kind, SiteBasis.REPORT, metres, false);
  }

  private static Alert.Builder wave(int best, int all, String... strikes) {
    return alert(Rule.WAVE, "STRIKES_CLOSE_IN_TIME", strikes).setWave(waveFacts(best, all).build());
  }

  private static String explainWave(
      Alert.Builder alert, List<Strike.Builder> strikes, List<StrikeReport> reports)
      throws IOException {
    return explain(alert, strikes.stream().map(Strike.Builder::build).toList(), reports);
  }

  /** Of the strikes below. */
  private static WaveFacts.Builder waveFacts(int best, int all) {
    return WaveFacts.newBuilder()
        .setStrikes(new CountRange(best, best, all))
        .setUntil(NOON.plusSeconds(40 * 60))
        .setResidential(1)
        .setImpacts(new CountRange(3, 3, 3))
        .setKilled(new CountRange(9, 12, 16))
        .setUnreportedImpacts(3)
        .setUnreportedKilled(1)
        .setUnreportedInjured(3)
        .setMinStrikes(3)
        .setGapMinutes(30);
  }

  private static List<StrikeReport> waveReports() {
    return List.of(
        report("1", "src-a", 0).setKilled(new CountRange(6, 8, 12)).build(),
        report("2", "src-a", 17).setKilled(new CountRange(3, 4, 4)).build(),
        report("3", "src-a", 40).build());
  }

  private static List<Strike.Builder> waveStrikes(List<StrikeReport> reports) {
    var strikes = new ArrayList<Strike.Builder>();
    for (var report : reports) {
      strikes.add(strike("s-" + (strikes.size() + 1), report));
    }
    strikes
        .get(0)
        .setResidential(new ResidentialVerdict(ResidentialBasis.MAP, Certainty.LIKELY, null));
    return strikes;
  }

  private static List<String> withConfidentialSite(String name, double lat) throws IOException {
    var town = town(name, lat);
    var report =
        report("1", "src-a", 0)
            .setPlaceText(
                "in the second street behind the old mill, beside " + name + ", by the bridge")
            .build();
    return Explanation.of(
        evidence(
            List.of(alert(Rule.WAVE, "X", "s-1").setAddressees(List.of("site-9")).build()),
            town,
            List.of(strike("s-1", report).build()),
            List.of(report)),
        null,
        Rules.DEFAULTS);
  }

  private static Alert.Builder heaviest() {
    return alert(Rule.HEAVIEST_IN_DAYS, "HEAVIEST_IN_DAYS", "s-2016-10-20")
        .setNeighbourhoods(List.of())
        .setRecord(
            RecordFacts.newBuilder()
                .setMeasure(Measure.KILLED)
                .setScope(Scope.AREA)
                .setScopeCode("town")
                .setScale(Scale.DAY)
                .setDay(LocalDate.parse("2016-10-20"))
                .setValue(new CountRange(45, 48, 50))
                .setLikelyDays(11)
                .setCertainDays(5)
                .setPossibleDays(35)
                .setSinceRecordsBegan(false)
                .setRecordsBegan(LocalDate.parse("2016-09-15"))
                .setUnreported(0)
                .setMinDays(3)
                .setFloor(5)
                .build());
  }

  private static Alert.Builder residential(ResidentialBasis basis, String reason) {
    return alert(Rule.RESIDENTIAL_STRIKE, reason, "s-1")
        .setOnset(NOON)
        .setResidential(new ResidentialVerdict(basis, Certainty.LIKELY, null));
  }

  private static String explain(
      Alert.Builder alert, List<Strike> strikes, List<StrikeReport> reports) throws IOException {
    return text(List.of(alert.build()), strikes, reports);
  }

  /** The explanation on one line, so that line breaks do not matter; each line fits. */
  private static String text(
      List<Alert> revisions, List<Strike> strikes, List<StrikeReport> reports) throws IOException {
    var lines =
        Explanation.of(
            evidence(revisions, town("Saint Hidden", 36.2), strikes, reports),
            null,
            Rules.DEFAULTS);
    assertThat(lines).allMatch(line -> line.length() <= 100);
    return String.join(" ", lines).replaceAll(" +", " ");
  }
}
