package org.marsad.standalone.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.marsad.standalone.explain.Messages.alert;
import static org.marsad.standalone.explain.Messages.surge;
import static org.marsad.standalone.explain.Messages.town;

import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.marsad.message.Alert;
import org.marsad.message.Rule;
import org.marsad.message.SurgeFacts;

class AlertIdsTest {
  @Test
  void shouldTakeAnExactIdThatAlsoBeginsAnother() throws IOException {
    assertThat(only("a", "a", "ab")).isEqualTo("a");
  }

  @Test
  void shouldTakeTheBeginningOfOneId() throws IOException {
    assertThat(only("resid", "residential-strike:s-1")).isEqualTo("residential-strike:s-1");
  }

  @Test
  void shouldListTheCandidatesWhenSeveralAreMeant() {
    assertThatThrownBy(() -> only("a", "ac", "ab"))
        .hasMessage("alert id: a begins 2 ids (expected: one of them)\n  ab\n  ac");
  }

  @Test
  void shouldSayHowToFindIdsWhenNoneIsMeant() {
    assertThatThrownBy(() -> only("x"))
        .hasMessageContaining("x is unknown")
        .hasMessageContaining("./marsad watch --ids");
  }

  /** By the profile, by the alert itself, and where neither says so. */
  @Test
  void shouldListNoConfidentialSite() {
    // Given
    var ids = new TreeMap<String, Alert>();
    for (var site : List.of("site-9", "site-8", "site-7")) {
      var facts = SurgeFacts.newBuilder(surge(site).getSurge());
      var surge =
          surge(site)
              .setAlertId("hospital-surge:" + site + ":2016-10-11")
              .setAddressees(List.of(site))
              .setSurge(facts.setConfidential(site.equals("site-8")).build())
              .build();
      ids.put(surge.getAlertId(), surge);
    }
    // Then
    assertThatThrownBy(
            () -> AlertIds.only("hospital", ids, () -> List.of(town("Saint Hidden", 36.2))))
        .hasMessageContaining("hospital begins 3 ids")
        .hasMessageContaining("hospital-surge:site-7:2016-10-11")
        .hasMessageContaining("hospital-surge:[confidential site]:2016-10-11")
        .hasMessageNotContainingAny("site-8", "site-9");
  }

  private static String only(String said, String... ids) throws IOException {
    var alerts = new TreeMap<String, Alert>();
    for (var id : ids) {
      alerts.put(id, alert(Rule.WAVE, "STRIKES_CLOSE_IN_TIME").setAlertId(id).build());
    }
    return AlertIds.only(said, alerts, List::of);
  }
}
