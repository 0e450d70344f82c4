package org.marsad.consumer.operations.mutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.fixtures.Areas;
import org.marsad.message.Reality;

class MuteDraftTest {
  @Test
  void shouldNameThePlacesThatAMistypedOneComesNearTo() {
    assertThat(faults("aleppo", "Fardus"))
        .singleElement()
        .asString()
        .startsWith("neighbourhood: Fardus (expected: the code of one of aleppo; did you mean ")
        .contains("(aleppo/al-fardous)");
    assertThat(faults("alepo", null))
        .singleElement()
        .asString()
        .startsWith(
            "area: alepo (expected: the code of a known area; did you mean Aleppo (aleppo)");
  }

  @Test
  void shouldNameNoneWhereNoneIsNear() {
    assertThat(faults("aleppo", "Reykjavik"))
        .containsExactly("neighbourhood: Reykjavik (expected: the code of one of aleppo)");
    assertThat(faults("aleppo", "aleppo/al-fardous")).isEmpty();
  }

  private static List<String> faults(String area, @Nullable String neighbourhood) {
    var areas = List.of(Areas.aleppo().build());
    return new MuteDraft(
            Reality.ACTUAL,
            area,
            neighbourhood,
            null,
            null,
            false,
            "shift leader",
            "known to all",
            Duration.ofHours(1))
        .faults(areas);
  }
}
