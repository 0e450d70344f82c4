package org.marsad.consumer.operations.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.marsad.consumer.operations.explain.Explained.explain;
import static org.marsad.consumer.operations.explain.Explained.residential;
import static org.marsad.consumer.operations.explain.Explained.text;
import static org.marsad.consumer.operations.explain.Messages.NOON;
import static org.marsad.consumer.operations.explain.Messages.alert;
import static org.marsad.consumer.operations.explain.Messages.bare;
import static org.marsad.consumer.operations.explain.Messages.evidence;
import static org.marsad.consumer.operations.explain.Messages.finding;
import static org.marsad.consumer.operations.explain.Messages.privateEvidence;
import static org.marsad.consumer.operations.explain.Messages.report;
import static org.marsad.consumer.operations.explain.Messages.strike;
import static org.marsad.consumer.operations.explain.Messages.town;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.message.Alert;
import org.marsad.message.CancelReason;
import org.marsad.message.Certainty;
import org.marsad.message.Change;
import org.marsad.message.CountRange;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.ReasonNumber;
import org.marsad.message.ReportStatus;
import org.marsad.message.ResidentialBasis;
import org.marsad.message.ResidentialVerdict;
import org.marsad.message.Rule;
import org.marsad.message.SiteBasis;
import org.marsad.message.SiteHit;
import org.marsad.message.SiteKind;
import org.marsad.message.StrikeReport;
import org.marsad.message.StrikeStatus;
import org.marsad.message.SubjectKind;
import org.marsad.schemas.Marks;

class ExplanationTest {
  private static final StrikeReport REPORT = report("1", "src-a", 0).build();

  @Test
  void shouldExplainEveryFindingInTheOrderOfTheAlert() throws IOException {
    // Given a strike with two findings of different certainty
    var casualties = finding(Rule.CASUALTIES, "MANY_KILLED_OR_INJURED").setMass(true).build();
    var residential =
        finding(Rule.RESIDENTIAL_STRIKE, "LIVED_IN_SHARE")
            .setCertainty(Certainty.POSSIBLE)
            .setResidential(
                new ResidentialVerdict(ResidentialBasis.RADIUS, Certainty.POSSIBLE, 0.57))
            .build();
    var alert =
        bare(SubjectKind.STRIKE, "s-1")
            .setKilled(new CountRange(40, 45, 50))
            .setFindings(List.of(casualties, residential));
    // When
    var text = explain(alert, List.of(strike("s-1", REPORT).build()), List.of(REPORT));
    // Then
    assertThat(text)
        .startsWith("STRIKE · Mill, Town · casualties, residential A strike on 11 Oct 2016")
        .contains("in Mill, Town: 45 killed (40–50). Many people were killed or injured. It may")
        .containsSubsequence("WHY IT IS ABOUT CASUALTIES", "WHY IT COUNTS AS RESIDENTIAL")
        .contains("finding is possible: not verified")
        .contains(
            "+ casualties, because MANY_KILLED_OR_INJURED – many people were killed or injured");
  }

  @Test
  void shouldSayThatAStrikeWithoutAFindingIsToldOfAllTheSame() throws IOException {
    assertThat(
            explain(
                bare(SubjectKind.STRIKE, "s-1"),
                List.of(strike("s-1", REPORT).build()),
                List.of(REPORT)))
        .startsWith("STRIKE · Mill, Town A strike on")
        .contains("No rule has anything to say of it. It is told of all the same");
  }

  @Test
  void shouldTellWhatRangAndWhy() throws IOException {
    // Given an alert whose second revision rang, and whose third did not
    var first = residential(ResidentialBasis.MAP, "LAND_USE_RESIDENTIAL").build();
    var second =
        Alert.newBuilder(first)
            .setRevision(2)
            .setMessageType(MessageType.UPDATE)
            .setKilled(new CountRange(6, 6, 6))
            .setChanges(List.of(Change.SEVERITY_ROSE, Change.KILLED_ROSE))
            .build();
    var third =
        Alert.newBuilder(second)
            .setRevision(3)
            .setInterrupts(false)
            .setKilled(new CountRange(7, 7, 7))
            .setSources(second.getSources() + 1)
            .setChanges(List.of(Change.COUNTS, Change.SOURCES))
            .build();
    // When
    var text =
        text(
            List.of(first, second, third), List.of(strike("s-1", REPORT).build()), List.of(REPORT));
    // Then
    assertThat(text)
        .contains(
            "rings no: it only brings what was told up to date (counts changed a little, the number"
                + " of its sources changed).")
        .contains("HOW IT CAME ABOUT: 3 REVISIONS, OF WHICH 2 RANG")
        .contains("1 ALERT 11 Oct 2016 12:00 Rang. First told: no counts.")
        .contains(
            "2 UPDATE 11 Oct 2016 12:00 Rang. killed none → 6 [the severity rose, clearly more"
                + " people were killed].")
        .contains("3 UPDATE 11 Oct 2016 12:00 Did not ring. sources 1 → 2 · killed 6 → 7");
  }

  @Test
  void shouldSayThatAHospitalsRevisionHasToWait() throws IOException {
    var alert =
        alert(SubjectKind.HOSPITAL, finding(Rule.HOSPITAL_SURGE, "ARRIVALS_EXPECTED"))
            .setChanges(List.of(Change.ARRIVALS_ROSE))
            .setNotBefore(NOON.plusSeconds(1_800));
    assertThat(explain(alert, List.of(), List.of()))
        .contains("rings yes: more wounded are expected; but not before 11 Oct 2016 12:30.");
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
    var withdrawn = cancel(raised, CancelReason.WITHDRAWN);
    // When
    var text =
        text(List.of(raised.build(), withdrawn.build()), List.of(strike), List.of(said, takenBack));
    // Then
    assertThat(text)
        .startsWith("EXERCISE (nothing of this happened) · STRIKE · Mill, Town · residential")
        .contains("TAKEN BACK. What it said: A strike on 11 Oct 2016 12:00")
        .contains("taken back on 11 Oct 2016 12:00: every report of it was retracted (WITHDRAWN)")
        .contains("remains nothing: no report of it stands any more.")
        .contains("revision 2, received 11 Oct 2016 12:03: taken back")
        .contains("2 CANCEL 11 Oct 2016 12:00 Rang. Taken back: every report of it was retracted");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MOVED|it was placed in another area|the strike, at the place where it is told of now",
        "NOT_ACTUAL|it was a drill or a test|nothing: it did not happen",
        "CORRECTED|the claim fell away, and the strikes stand|the strikes: only what was said",
        "REPLACED|its strike turned out to be part of another one|the strike: the alert of the one"
      })
  void shouldSayWhatRemainsTrueOfAnAlertThatWasTakenBack(
      CancelReason reason, String why, String remains) throws IOException {
    var cancel =
        cancel(residential(ResidentialBasis.MAP, "LAND_USE_RESIDENTIAL"), reason)
            .setReplacedBy("strike:s-2");
    assertThat(explain(cancel, List.of(strike("s-1", REPORT).build()), List.of(REPORT)))
        .contains(why + " (" + reason + "); strike:s-2 speaks for it now")
        .contains("remains " + remains);
  }

  @Test
  void shouldTellWhatIntakeDoubts() throws IOException {
    var alert =
        residential(ResidentialBasis.MAP, "LAND_USE_RESIDENTIAL")
            .setMarks(List.of(Marks.POINT_OUTSIDE_PLACE, "A_MARK_OF_TOMORROW"));
    assertThat(explain(alert, List.of(strike("s-1", REPORT).build()), List.of(REPORT)))
        .contains("The point that a report gives lies outside the place that it names.")
        .contains("a mark of tomorrow (A_MARK_OF_TOMORROW)");
  }

  @Test
  void shouldSayThatAPointCountsAsEvidenceOnlyAndNotHowFineItIs() throws IOException {
    var far =
        StrikeReport.newBuilder(REPORT)
            .setLat(35.57)
            .setLon(39.92)
            .setRadiusMetres(800.0)
            .setMarks(List.of(Marks.POINT_FAR_FROM_PLACE))
            .build();
    var alert =
        residential(ResidentialBasis.MAP, "LAND_USE_RESIDENTIAL")
            .setMarks(List.of(Marks.POINT_FAR_FROM_PLACE));
    assertThat(explain(alert, List.of(strike("s-1", far).build()), List.of(far)))
        .contains("The point that a report gives lies far from the place that it names.")
        .contains("though its point says otherwise and is evidence only")
        .doesNotContain("good to 800 m");
  }

  @Test
  void shouldListFactsAndNumbersOfAFindingThatHasNoWordsOfItsOwn() throws IOException {
    // Given a rule whose own facts are not there, with a code that nobody wrote words for
    var alert =
        alert(
            SubjectKind.WAVE,
            finding(Rule.WAVE, "SECOND_STRIKE", new ReasonNumber("gapMinutes", 17.0))
                .setResidential(
                    new ResidentialVerdict(ResidentialBasis.RADIUS, Certainty.POSSIBLE, 0.5)),
            "s-1");
    // When
    var text = explain(alert, List.of(strike("s-1", REPORT).build()), List.of(REPORT));
    // Then
    assertThat(text)
        .startsWith("WAVE · Town · wave A wave of strikes on Town, 1 strike: no counts.")
        .contains("Code SECOND_STRIKE.")
        .contains("Its numbers: gap minutes 17.")
        .contains(
            "residential, lived in share 0.50 Share of lived-in land within the uncertainty"
                + " circle");
  }

  /** Whether words of a report are the name of a confidential site must not show. */
  @Test
  void shouldShowWhatAReportSaysAsItIs() throws IOException {
    assertThat(beside("Saint Hidden"))
        .isEqualTo(beside("Another Name"))
        .anyMatch(line -> line.contains("Saint Hidden"))
        .noneMatch(line -> line.contains("site-9"));
  }

  @Test
  void shouldNameTheSiteThatAPrivateAlertIsForAndSayWhoMayKnow() throws IOException {
    // Given
    var hit = new SiteHit("site-9", SiteKind.HOSPITAL, SiteBasis.REACH, 40.0);
    var alert =
        alert(
                SubjectKind.SITE,
                finding(Rule.PROTECTED_SITE_STRIKE, "SITE_WITHIN_REACH").setSites(List.of(hit)),
                "s-1")
            .setAddressee("site-9")
            .build();
    // When
    var lines =
        Explanation.of(
            privateEvidence(
                List.of(alert),
                town("Saint Hidden", 36.2),
                List.of(strike("s-1", REPORT).build()),
                List.of(REPORT)),
            null,
            Messages.SHIPPED);
    // Then
    assertThat(String.join(" ", lines))
        .contains("SITE · site-9, Town")
        .contains("for that site and the administrator alone: tell nobody else.");
  }

  @Test
  void shouldRefuseARevisionThatIsNot() {
    var evidence =
        evidence(
            List.of(residential(ResidentialBasis.MAP, "LAND_USE_RESIDENTIAL").build()),
            town("x", 36.2),
            List.of(),
            List.of());
    assertThatThrownBy(() -> Explanation.of(evidence, 3, Messages.SHIPPED))
        .hasMessage("revision: 3 (expected: 1 to 1)");
  }

  private static Alert.Builder cancel(Alert.Builder raised, CancelReason reason) {
    return Alert.newBuilder(raised.build())
        .setRevision(2)
        .setMessageType(MessageType.CANCEL)
        .setReason(reason);
  }

  /** A report that names Saint Hidden, in a town with a confidential site of some name. */
  private static List<String> beside(String confidentialName) throws IOException {
    var report = report("1", "src-a", 0).setPlaceText("beside Saint Hidden, by the bridge").build();
    return Explanation.of(
        evidence(
            List.of(alert(SubjectKind.WAVE, finding(Rule.WAVE, "X"), "s-1").build()),
            town(confidentialName, 36.2),
            List.of(strike("s-1", report).build()),
            List.of(report)),
        null,
        Messages.SHIPPED);
  }
}
