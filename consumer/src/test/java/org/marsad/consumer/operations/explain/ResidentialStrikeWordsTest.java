package org.marsad.consumer.operations.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.operations.explain.Explained.explain;
import static org.marsad.consumer.operations.explain.Explained.residential;
import static org.marsad.consumer.operations.explain.Messages.alert;
import static org.marsad.consumer.operations.explain.Messages.report;
import static org.marsad.consumer.operations.explain.Messages.strike;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.message.ResidentialBasis;

class ResidentialStrikeWordsTest {
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
    var alert = residential(ResidentialBasis.RADIUS, "LIVED_IN_SHARE", 0.57);
    var strike = strike("s-1", report).setRadiusMetres(8_000.0).build();
    assertThat(explain(alert, List.of(strike), List.of(report)))
        .contains("only a circle of 8.0 km radius")
        .contains("57 % of the land in that circle is lived in")
        .contains("The rule asks for at least 50 %.");
    assertThat(explain(alert.setRulesHash("000000000000"), List.of(strike), List.of(report)))
        .doesNotContain("The rule asks for")
        .contains("rules 000000000000, which are not the shipped defaults");
  }
}
