package org.marsad.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.marsad.schemas.launch.Warning;

class WarningTellerTest {
  private static final Warning LOW = Warning.of("less than 100 MB are left");

  private final WarningTeller teller = new WarningTeller();

  @Test
  void shouldTellOfEachWarningOnceAndThatItIsOver() {
    var refused = Warning.refused("subscribers", List.of("line 2: role: COOK", "line 3: areas"));
    assertThat(look(refused))
        .containsExactly(
            "subscribers: the changed file is refused (faults: 2), and those before stay in force",
            "  line 2: role: COOK",
            "  line 3: areas");
    assertThat(look(refused, LOW)).containsExactly(LOW.text());
    assertThat(look(refused, LOW)).isEmpty();
    assertThat(look(LOW)).containsExactly("no longer: " + refused.text());
    assertThat(look(refused, LOW)).hasSize(3);
  }

  @Test
  void shouldTellOfOtherFaultsOfTheSameFile() {
    assertThat(look(Warning.refused("sources", List.of("one")))).hasSize(2);
    assertThat(look(Warning.refused("sources", List.of("other"))))
        .contains("  other")
        .doesNotContain("  one")
        .hasSize(2);
  }

  @Test
  void shouldTellThatNothingIsTakenAndThatItIsAgain() {
    var full = Optional.of("less than 40 MB are left: make room");
    assertThat(teller.look(full, List.of()))
        .containsExactly("NO REPORTS ARE TAKEN: less than 40 MB are left: make room");
    assertThat(teller.look(full, List.of())).isEmpty();
    assertThat(teller.look(Optional.empty(), List.of()))
        .containsExactly("reports are being taken again");
  }

  private List<String> look(Warning... warnings) {
    return teller.look(Optional.empty(), List.of(warnings));
  }
}
