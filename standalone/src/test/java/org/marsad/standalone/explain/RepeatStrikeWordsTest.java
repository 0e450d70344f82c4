package org.marsad.standalone.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.standalone.explain.Explained.explain;
import static org.marsad.standalone.explain.Messages.NOON;
import static org.marsad.standalone.explain.Messages.alert;
import static org.marsad.standalone.explain.Messages.report;
import static org.marsad.standalone.explain.Messages.strike;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.message.RepeatFacts;
import org.marsad.message.Rule;

class RepeatStrikeWordsTest {
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
}
