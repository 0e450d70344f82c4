package org.marsad.consumer.operations.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.operations.explain.Explained.explain;
import static org.marsad.consumer.operations.explain.Messages.NOON;
import static org.marsad.consumer.operations.explain.Messages.alert;
import static org.marsad.consumer.operations.explain.Messages.finding;
import static org.marsad.consumer.operations.explain.Messages.report;
import static org.marsad.consumer.operations.explain.Messages.strike;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.RepeatFacts;
import org.marsad.message.Rule;
import org.marsad.message.StrikeReport;

class RepeatStrikeWordsTest {
  private static final StrikeReport FIRST = report("1", "src-a", 0).build();
  private static final StrikeReport SECOND = report("2", "src-a", 16).build();

  @Test
  void shouldSayHowSoonAndHowNearASecondStrikeFell() throws IOException {
    // Given a strike 16 minutes after another, and a third one before both
    var alert =
        repeat(Certainty.LIKELY, facts().build())
            .setOnset(SECOND.getOccurredFrom())
            .setDangerUntil(NOON.plusSeconds(76 * 60));
    // When
    var text = explained(alert);
    // Then
    assertThat(text)
        .contains("A second strike on one spot: 16 min after the strike of 11 Oct 2016 12:00 and")
        .contains("340 m from it. The spot counts as dangerous until 11 Oct 2016 13:16.")
        .contains("From its end to this one passed 16 min. The rule asks for at most 60 min.")
        .contains("340 m from middle to middle, with circles of radius 100 m and 250 m.")
        .contains("1 more earlier strike lies so near")
        .contains("That is why it goes first, and passes mutes")
        .doesNotContain("seconds after");
  }

  @Test
  void shouldNotCallItTheSameSpotWhereItOnlyMayBeNear() throws IOException {
    assertThat(explained(repeat(Certainty.POSSIBLE, facts().setDistanceMetres(1_900.0).build())))
        .contains("It may be near an earlier strike: 16 min after the strike of 11 Oct 2016 12:00")
        .contains("and 1.9 km from it.")
        .contains("possible: only the edges of the circles come so close")
        .contains("Only what is likely at least goes first and passes mutes")
        .doesNotContain("A second strike on one spot", "why it goes first");
  }

  @Test
  void shouldSayThatOnlyTheNeighbourhoodIsTheSame() throws IOException {
    var byName = facts().setDistanceMetres(null).setSameNeighbourhood(true).build();
    assertThat(explained(repeat(Certainty.LIKELY, byName)))
        .contains("after the strike of 11 Oct 2016 12:00 and in the same neighbourhood.")
        .contains("at least one of the two is known by its neighbourhood alone, so no distance")
        .contains("is told. Both name the same neighbourhood.")
        .contains("likely: both name one neighbourhood, but no two points are close for certain.");
  }

  @Test
  void shouldSayWhoseCirclesComeCloseWhereAPointIsMissing() throws IOException {
    var circles = facts().setDistanceMetres(null).setSameNeighbourhood(false).build();
    assertThat(explained(repeat(Certainty.POSSIBLE, circles)).replaceAll("\\s+", " "))
        .contains("only the edges of the circles (where no point is known, the neighbourhood's)")
        .doesNotContain("no point of both", "Both name");
  }

  @Test
  void shouldSayThatOneStrikeMayBeTwo() throws IOException {
    var inOne =
        facts()
            .setEarlierStrikes(0)
            .setEarlierStrikeIds(List.of())
            .setSecondsAfter(420)
            .setDistanceMetres(null)
            .build();
    assertThat(explained(repeat(Certainty.POSSIBLE, inOne)))
        .contains("It may be two strikes, 7 min apart: its reports do not state the same time.")
        .contains("WHY IT MAY BE TWO STRIKES")
        .doesNotContain("WHY IT COUNTS AS A SECOND STRIKE");
  }

  private static String explained(Alert.Builder alert) throws IOException {
    return explain(
        alert,
        List.of(
            strike("s-1", FIRST).setRadiusMetres(100.0).build(),
            strike("s-2", SECOND).setRadiusMetres(250.0).build()),
        List.of(FIRST, SECOND));
  }

  private static Alert.Builder repeat(Certainty certainty, RepeatFacts facts) {
    return alert(
        finding(Rule.REPEAT_STRIKE, "SECOND_STRIKE_ON_THE_SPOT")
            .setCertainty(certainty)
            .setRepeat(facts),
        "s-2");
  }

  private static RepeatFacts.Builder facts() {
    return RepeatFacts.newBuilder()
        .setEarlierStrikes(2)
        .setEarlierStrikeIds(List.of("s-1", "s-0"))
        .setEarlierOnset(NOON)
        .setSecondsAfter(960)
        .setDistanceMetres(340.1)
        .setSameNeighbourhood(false)
        .setWindowMinutes(60)
        .setReachMetres(500.0);
  }
}
