package org.marsad.consumer.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.message.Alert;
import org.marsad.message.CountRange;

class OperatorViewTest {
  @Test
  void shouldBeTheSameWhateverTheSourcesAreCalled() {
    // Given
    var one = Examples.strike("s").setLineages(List.of("a", "b")).setReportIds(List.of("a:1"));
    var other = Examples.strike("s").setLineages(List.of("x", "y")).setReportIds(List.of("z:9"));
    // Then
    assertThat(json(OperatorView.of(one.build())))
        .isEqualTo(json(OperatorView.of(other.build())))
        .contains("\"sources\":2");
  }

  @Test
  void shouldBeTheSameWhomeverAnAlertIsAddressedTo() {
    // Given
    var one = Examples.alert("a").setAddressees(List.of("hospital-m10"));
    var other = Examples.alert("a").setAddressees(List.of());
    // Then
    assertThat(json(one.build())).isEqualTo(json(other.build()));
  }

  @Test
  void shouldHaveNoKeyForWhatWasNotReported() {
    // Given
    var strike = Examples.strike("s").setKilled(new CountRange(10, 10, null)).setInjured(null);
    // Then
    assertThat(json(OperatorView.of(strike.build())))
        .contains("\"killed\":{\"low\":10,\"best\":10}")
        .doesNotContain("injured");
  }

  private static String json(Alert alert) {
    return json(OperatorView.of(alert, alert));
  }

  private static String json(Item item) {
    return new String(item.json(), StandardCharsets.UTF_8);
  }
}
