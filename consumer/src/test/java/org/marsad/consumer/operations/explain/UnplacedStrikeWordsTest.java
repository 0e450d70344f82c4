package org.marsad.consumer.operations.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.operations.explain.Explained.explain;
import static org.marsad.consumer.operations.explain.Messages.alert;
import static org.marsad.consumer.operations.explain.Messages.finding;
import static org.marsad.consumer.operations.explain.Messages.report;
import static org.marsad.consumer.operations.explain.Messages.strike;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.message.Place;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Rule;

class UnplacedStrikeWordsTest {
  @Test
  void shouldRepeatWhatWasSaidOfAPlaceThatIsOnNoMap() throws IOException {
    var report = report("1", "src-a", 0).build();
    var alert =
        alert(finding(Rule.UNPLACED_STRIKE, "PLACE_UNKNOWN"), "s-1")
            .setPlace(
                Place.newBuilder()
                    .setBasis(PlaceBasis.NONE)
                    .setText("the yard of Saint Hidden")
                    .build());
    var strikes = List.of(strike("s-1", report).build());
    assertThat(explain(alert, strikes, List.of(report)))
        .contains("The place that was said is on no map: “the yard of Saint Hidden”.")
        .contains("What was said, “the yard of Saint Hidden”, leads to no area on the maps");
    alert.setPlace(Place.newBuilder().setBasis(PlaceBasis.NONE).build());
    assertThat(explain(alert, strikes, List.of(report)))
        .contains("No place of it is known. Somebody has to find out where.")
        .contains("No report gives a place that leads to an area on the maps.");
  }
}
