package org.marsad.processor.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.processor.state.AreaBook;

/** How the state is written, byte for byte, under the version that the store's name says. */
class StateFormTest {
  private static final String APPROVED =
      "area-book-3 eae1efc085155a36b12eed95d219efa950402c11522acb4bcfeb1dfde666cf2d";

  @TempDir private Path directory;

  /**
   * State of an earlier form cannot be read: whoever changes it makes {@code AreaBook.VERSION} one
   * more, so that it is rebuilt, and approves both here.
   */
  @Test
  void shouldBeOfTheApprovedForm() throws Exception {
    var world = BusyDay.of(20);
    try (var stage = Stage.inMemory(directory)) {
      stage.say(Objects.requireNonNull(world.profile()));
      world.said().forEach(stage::say);
      assertThat(AreaBook.NAME + " " + stage.digest()).isEqualTo(APPROVED);
    }
  }
}
