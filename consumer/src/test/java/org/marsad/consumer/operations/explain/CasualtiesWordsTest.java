package org.marsad.consumer.operations.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.operations.explain.Explained.explain;
import static org.marsad.consumer.operations.explain.Messages.alert;
import static org.marsad.consumer.operations.explain.Messages.finding;
import static org.marsad.consumer.operations.explain.Messages.report;
import static org.marsad.consumer.operations.explain.Messages.strike;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marsad.message.Alert;
import org.marsad.message.CountRange;
import org.marsad.message.Finding;
import org.marsad.message.ReasonNumber;
import org.marsad.message.Rule;
import org.marsad.message.StrikeReport;

class CasualtiesWordsTest {
  private static final StrikeReport REPORT = report("1", "src-a", 0).build();

  @Test
  void shouldSayWhyItCountsAsMany() throws IOException {
    assertThat(explained(casualties().setMass(true), new CountRange(30, 38, 38)))
        .contains("Many people were killed or injured.")
        .contains("killed 38 (30–38). injured not reported.")
        .contains("many yes: the rule asks for 10 killed, or for 20 killed and injured together.");
    assertThat(explained(casualties().setMass(false), new CountRange(3, 3, 3)))
        .contains(" People were killed or injured.")
        .contains("many no: the rule asks for 10 killed");
  }

  @Test
  void shouldGiveNoAllClearWhereNobodyCounted() throws IOException {
    assertThat(explained(finding(Rule.CASUALTIES, "NOT_COUNTED_YET").setUnknown(true), null))
        .contains("Nobody has counted yet whether people were hurt. That is no all clear.")
        .contains("No report gives a number of killed or injured.");
  }

  private static Finding.Builder casualties() {
    return finding(
        Rule.CASUALTIES,
        "KILLED_OR_INJURED",
        new ReasonNumber("massKilled", 10.0),
        new ReasonNumber("massCasualties", 20.0));
  }

  private static String explained(Finding.Builder finding, @Nullable CountRange killed)
      throws IOException {
    Alert.Builder alert = alert(finding, "s-1").setKilled(killed);
    return explain(alert, List.of(strike("s-1", REPORT).build()), List.of(REPORT));
  }
}
