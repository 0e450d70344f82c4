package org.marsad.consumer.operations.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.operations.explain.Explained.explain;
import static org.marsad.consumer.operations.explain.Messages.NOON;
import static org.marsad.consumer.operations.explain.Messages.alert;
import static org.marsad.consumer.operations.explain.Messages.finding;
import static org.marsad.consumer.operations.explain.Messages.report;
import static org.marsad.consumer.operations.explain.Messages.strike;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.CountRange;
import org.marsad.message.ResidentialBasis;
import org.marsad.message.ResidentialVerdict;
import org.marsad.message.Rule;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.message.StrikeStatus;
import org.marsad.message.SubjectKind;
import org.marsad.message.WaveFacts;

class WaveWordsTest {
  @Test
  void shouldTellHowCloselyTheStrikesOfAWaveFollowedOneAnotherAndAddThemUp() throws IOException {
    // Given the last without any count, and told of before the others
    var reports = waveReports();
    // When
    var text = explainWave(wave(3, 3, "s-3", "s-2", "s-1"), waveStrikes(reports), reports);
    // Then
    assertThat(text)
        .startsWith("WAVE · Town · wave A wave of strikes on Town, 3 strikes: at least 3 impacts,")
        .contains("Strikes followed one another closely in Town, 11 Oct 2016 12:00 to 12:40:")
        .contains("12:40: 3 strikes. Known to be hit: Mill. Of them 1 counts as residential.")
        .contains("Not reported: injured.")
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
        .contains("impacts at least 3: 1 + 1 + 1 = 3. 3 strikes have no count, so there may be")
        .contains("killed 12 (at least 9): 8 + 4 = 12. 1 strike has no count, so there may be")
        .contains("injured no strike has a count. That does not mean that there were none.")
        .contains(
            "certainty likely: one credible source says so, and no second, independent one confirms"
                + " it. So are")
        .doesNotContain("unreported");
  }

  @Test
  void shouldOnlyCountStrikesThatAreCertainlyDifferentOnes() throws IOException {
    // Given a strike of another source of which only the town is known: it may be one of the others
    var reports = waveReports();
    var strikes = waveStrikes(reports);
    strikes.get(1).setNeighbourhood(null).setSources(List.of("src-b"));
    // When
    var text =
        explainWave(
            wave(2, 3, "s-3", "s-2", "s-1")
                .setCertainty(Certainty.POSSIBLE)
                .setImpacts(new CountRange(2, 2, null))
                .setKilled(new CountRange(6, 8, null)),
            strikes,
            reports);
    // Then
    assertThat(text)
        .contains("2 strikes (2–3)")
        .contains("No more than 2 of the 3 are certainly different ones; the others' times or")
        .contains("strike 2 11 Oct 2016 12:17 (to the minute) · no neighbourhood of Town known")
        .contains("impacts at least 2: 1 + 1 = 2.")
        .contains("killed 8 (at least 6). 1 strike has no count")
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
    var text = explainWave(wave(3, 3, "s-3", "s-2", "s-1"), strikes, reports);
    // Then
    assertThat(text)
        .contains("1 strike is no longer in the log, so gaps may be shorter than they look here.")
        .contains("1 strike does not stand any more, or only with a coarser time.")
        .contains("strike 1 11 Oct 2016 12:17 (to the minute)")
        .contains("killed 12 (at least 9). 1 strike has no count")
        .doesNotContain("8 + 4", "strike 2 11 Oct");
  }

  @Test
  void shouldSayThatALongWaveIsCut() throws IOException {
    var reports = waveReports();
    assertThat(
            explainWave(
                wave(40, 40, "s-3", "s-2", "s-1").setStrikes(40), waveStrikes(reports), reports))
        .contains("Only the newest are listed; 37 earlier ones are not.")
        .contains(
            "THE 40 STRIKES IT IS ABOUT, AND WHO REPORTED THEM The newest 3 of 40 are listed.");
  }

  @Test
  void shouldNotAddUpAWaveWhoseStrikesHaveChanged() throws IOException {
    // Given that a report that came later says more of the second
    var reports = waveReports();
    var strikes = waveStrikes(reports);
    strikes.get(1).setKilled(new CountRange(5, 5, 5));
    // When
    var text = explainWave(wave(3, 3, "s-3", "s-2", "s-1"), strikes, reports);
    // Then
    assertThat(text)
        .contains("killed 12 (at least 9). 1 strike has no count")
        .doesNotContain("8 + 5", "8 + 4");
  }

  private static Alert.Builder wave(int best, int all, String... strikes) {
    var facts =
        WaveFacts.newBuilder()
            .setStrikes(new CountRange(best, best, all))
            .setUntil(NOON.plusSeconds(40 * 60))
            .setResidential(1)
            .setUnreportedImpacts(3)
            .setUnreportedKilled(1)
            .setUnreportedInjured(3)
            .setMinStrikes(3)
            .setGapMinutes(30)
            .build();
    return alert(
            SubjectKind.WAVE, finding(Rule.WAVE, "STRIKES_CLOSE_IN_TIME").setWave(facts), strikes)
        .setImpacts(new CountRange(3, 3, null))
        .setKilled(new CountRange(9, 12, null));
  }

  private static String explainWave(
      Alert.Builder alert, List<Strike.Builder> strikes, List<StrikeReport> reports)
      throws IOException {
    return explain(alert, strikes.stream().map(Strike.Builder::build).toList(), reports);
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
}
