package org.marsad.standalone.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.marsad.standalone.explain.Explained.explain;
import static org.marsad.standalone.explain.Explained.residential;
import static org.marsad.standalone.explain.Explained.text;
import static org.marsad.standalone.explain.Messages.alert;
import static org.marsad.standalone.explain.Messages.evidence;
import static org.marsad.standalone.explain.Messages.report;
import static org.marsad.standalone.explain.Messages.strike;
import static org.marsad.standalone.explain.Messages.town;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Reason;
import org.marsad.message.ReasonNumber;
import org.marsad.message.ReportStatus;
import org.marsad.message.ResidentialBasis;
import org.marsad.message.ResidentialVerdict;
import org.marsad.message.Rule;
import org.marsad.message.StrikeReport;
import org.marsad.message.StrikeStatus;
import org.marsad.processor.settings.Rules;

class ExplanationTest {
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
}
