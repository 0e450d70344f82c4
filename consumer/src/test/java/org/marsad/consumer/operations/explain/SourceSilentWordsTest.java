package org.marsad.consumer.operations.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.operations.explain.Explained.explain;
import static org.marsad.consumer.operations.explain.Messages.NOON;
import static org.marsad.consumer.operations.explain.Messages.alert;
import static org.marsad.consumer.operations.explain.Messages.finding;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.Rule;
import org.marsad.message.SilentSource;
import org.marsad.message.SourceKind;
import org.marsad.message.SubjectKind;

class SourceSilentWordsTest {
  @Test
  void shouldSayHowLongASourceHasBeenSilentAndNotWhichItIs() throws IOException {
    var facts =
        SilentSource.newBuilder()
            .setSourceKind(SourceKind.OBSERVER)
            .setLastHeardAt(NOON)
            .setEverySeconds(300)
            .setSilentAfterSeconds(900)
            .setSourcesHeard(1)
            .setSourcesExpected(3)
            .build();
    var alert = silent(facts);
    assertThat(explain(alert, List.of(), List.of()))
        .contains("A source of Town (an observer) was last heard on 11 Oct 2016 12:00, though it")
        .contains("promised to be heard every 5 min. Silence is not calm.")
        .contains("Of the area's 3 sources with heartbeats 1 is heard.")
        .contains("more than 15 min with neither a heartbeat nor a report: 3 × 5 min.")
        .contains("certainty observed by Marsad itself; no source says so")
        .doesNotContain("THE 0 STRIKES", "independent source");
    var alone = SilentSource.newBuilder(facts).setSourcesHeard(0).setSourcesExpected(1).build();
    assertThat(explain(silent(alone), List.of(), List.of()))
        .contains("Of the area's 1 source with heartbeats none is heard.");
  }

  private static Alert.Builder silent(SilentSource facts) {
    return alert(
            SubjectKind.SOURCE,
            finding(Rule.SOURCE_SILENT, "NOT_HEARD")
                .setCertainty(Certainty.OBSERVED)
                .setSilentSource(facts))
        .setNeighbourhoods(List.of())
        .setSources(0)
        .setCertainty(Certainty.OBSERVED);
  }
}
