package org.marsad.consumer.operations.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.operations.explain.Explained.explain;
import static org.marsad.consumer.operations.explain.Messages.report;
import static org.marsad.consumer.operations.explain.Messages.strike;
import static org.marsad.consumer.operations.explain.Messages.surge;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.message.Standing;
import org.marsad.message.StrikeReport;

class HospitalSurgeWordsTest {
  private static final StrikeReport REPORT = report("1", "src-a", 0).build();

  @Test
  void shouldGoThroughTheEstimateOfASurgeStepByStep() throws IOException {
    // Given
    var alert = surge("site-7", Standing.RECEIVING);
    // When
    var text = explain(alert, List.of(strike("s-1", REPORT).build()), List.of(REPORT));
    // Then
    assertThat(text)
        .contains("What School Seven, Town has to expect after the strikes of 11 Oct 2016.")
        .contains(
            "Wounded to be expected at School Seven within 24 hours: 114 (25–328); within the first"
                + " 90 minutes: up to 263;")
        .contains("in critical condition: 38 (8–110). An estimate, not a count.")
        .contains("224 (100–644) in the whole area, of 4 strikes. Reported for 1 strike.")
        .contains("For 2 strikes only the killed are known: 3.8 wounded are taken for each one")
        .contains("killed (1.7–8.7). For 1 strike neither is known, so there may be more.")
        .contains("51 % of the best guess. 3 public hospitals receive within 50 km;")
        .contains("The nearest strike lies 1.4 km away. It said that its emergency")
        .contains("department is advisory, with 1 bed free.")
        .contains("50 % to 80 % arrive so early.")
        .contains("at least 5 within 24 hours (here 114).");
  }

  @Test
  void shouldSayHowAHospitalStands() throws IOException {
    var strikes = List.of(strike("s-1", REPORT).build());
    assertThat(explain(surge("site-7", Standing.HIT), strikes, List.of(REPORT)))
        .contains("School Seven was itself hit, so perhaps nobody can be brought there.");
    assertThat(explain(surge("site-7", Standing.CLOSED), strikes, List.of(REPORT)))
        .contains("School Seven said that it is closed, so nobody should be brought there.");
  }

  @Test
  void shouldSayThatTheWoundedHaveNowhereToGoWhenNoHospitalIsOpen() throws IOException {
    assertThat(
            explain(
                surge(null, Standing.NOWHERE_TO_GO),
                List.of(strike("s-1", REPORT).build()),
                List.of(REPORT)))
        .contains("No hospital within 50 km of the strikes in Town is open. Wounded looking")
        .contains("All of them: no hospital receives. That is no all clear.");
  }
}
