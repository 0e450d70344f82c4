package org.marsad.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.schemas.settings.SettingsException;

class OneOfTest {
  private static final List<String> IDS = List.of("ab3", "ab", "c1");

  @Test
  void shouldTakeAnIdItsBeginningOrTheNewest() {
    assertThat(OneOf.these("mute", "ab", IDS)).isEqualTo("ab");
    assertThat(OneOf.these("mute", "c", IDS)).isEqualTo("c1");
    assertThat(OneOf.these("mute", "latest", IDS)).isEqualTo("ab3");
  }

  @Test
  void shouldSayWhichAreMeantWhereItIsNotOne() {
    assertFault("a", IDS, "mute: a (expected: one of ab3, ab)");
    var none = "(expected: the id of one, the beginning of it, or latest)";
    assertFault("x", IDS, "mute: x " + none);
    assertFault("latest", List.of(), "mute: latest " + none);
  }

  private static void assertFault(String said, List<String> ids, String fault) {
    assertThatThrownBy(() -> OneOf.these("mute", said, ids))
        .isInstanceOfSatisfying(
            SettingsException.class, e -> assertThat(e.faults()).containsExactly(fault));
  }
}
