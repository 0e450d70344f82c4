package org.marsad.consumer.operations.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrustedProxyTest {
  private final TrustedProxy proxy = TrustedProxy.of("X-User", List.of("10.0.0.9"));

  @Test
  void shouldBelieveTheProxyAloneWhenAUserIsNamed() {
    assertThat(proxy.user("10.0.0.9", List.of("shift"))).hasValue("shift");
    assertThat(proxy.user("10.0.0.8", List.of("shift"))).isEmpty();
    assertThat(proxy.user("10.0.0.9", List.of())).isEmpty();
    assertThat(proxy.user("10.0.0.9", List.of("admin", "shift"))).isEmpty();
    assertThat(TrustedProxy.NONE.user("10.0.0.9", List.of("shift"))).isEmpty();
  }

  @Test
  void shouldTakeTheAddressThatTheProxyAddedWhenItForwards() {
    assertThat(proxy.client("10.0.0.9", "1.2.3.4, 5.6.7.8")).isEqualTo("5.6.7.8");
    assertThat(proxy.client("10.0.0.9", null)).isEqualTo("10.0.0.9");
    assertThat(proxy.client("10.0.0.8", "1.2.3.4")).isEqualTo("10.0.0.8");
  }
}
