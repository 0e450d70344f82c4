package org.marsad.standalone.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.standalone.explain.Explained.explain;
import static org.marsad.standalone.explain.Explained.text;
import static org.marsad.standalone.explain.Messages.report;
import static org.marsad.standalone.explain.Messages.strike;
import static org.marsad.standalone.explain.Messages.surge;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;
import org.marsad.message.SurgeFacts;

class HospitalSurgeWordsTest {
  @Test
  void shouldGoThroughTheEstimateOfASurgeStepByStep() throws IOException {
    // Given
    var report = report("1", "src-a", 0).build();
    var alert = surge("site-1").setAddressees(List.of("site-1"));
    // When
    var text = explain(alert, List.of(strike("s-1", report).build()), List.of(report));
    // Then
    assertThat(text)
        .contains("After the strikes of 11 Oct 2016, wounded to be expected at")
        .contains("within 24 hours: 114 (25–328); within the first 90 minutes: up to 263;")
        .contains("in critical condition: 38 (8–110). An estimate, not a count.")
        .contains("224 (100–644) in the whole area, of 4 strikes. Reported for 1 strike.")
        .contains("For 2 strikes only the killed are known: 3.8 wounded are taken for each one")
        .contains("killed (1.7–8.7). For 1 strike neither is known, so there may be more.")
        .contains("51 % of the best guess. 3 hospitals receive;")
        .contains("The nearest strike lies 1.4 km away. Its emergency department was advisory on")
        .contains("11 Oct 2016 12:00, with 1 bed free.")
        .contains("50 % to 80 % arrive so early.")
        .contains("at least 5 within 24 hours (here 114).");
  }

  @Test
  void shouldNotTellHowFarFromAConfidentialHospitalTheStrikesFell() throws IOException {
    // Given a hospital that is confidential now, and was not when the alert was made
    var report = report("1", "src-a", 0).build();
    var first = surge("site-9").setAlertId("hospital-surge:site-9:2016-10-11").build();
    var nearer =
        Alert.newBuilder(first)
            .setRevision(2)
            .setMessageType(MessageType.UPDATE)
            .setSurge(SurgeFacts.newBuilder(first.getSurge()).setDistanceMetres(812.0).build())
            .build();
    // When
    var text =
        text(List.of(first, nearer), List.of(strike("s-1", report).build()), List.of(report));
    // Then
    assertThat(text)
        .contains("How far from it the strikes fell is not shown.")
        .doesNotContain("812", "1.4 km", "1,365", "1365", "site-9", "Saint Hidden");
  }

  @Test
  void shouldSayThatTheWoundedHaveNowhereToGoWhenNoHospitalIsOpen() throws IOException {
    var report = report("1", "src-a", 0).build();
    assertThat(explain(surge(null), List.of(strike("s-1", report).build()), List.of(report)))
        .contains("No hospital of Town is open. After the strikes of 11 Oct 2016, wounded looking")
        .contains("All of them: no hospital receives. That is no all clear.");
  }
}
