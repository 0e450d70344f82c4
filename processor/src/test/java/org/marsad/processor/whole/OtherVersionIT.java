package org.marsad.processor.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State of another version, which must not be read. */
class OtherVersionIT {
  private static final int TOWNS = 12;

  @TempDir private Path directory;

  @Test
  void shouldJudgeAllAnewWhereTheStateIsOfAnotherVersion() throws Exception {
    var worlds = IntStream.rangeClosed(1, TOWNS).mapToObj(Story::of).toList();
    try (var broker = OnBroker.start()) {
      broker.run(
          directory,
          () -> {
            broker.say(OnBroker.profiles(worlds));
            broker.awaitAllRead();
            broker.say(Play.inTurn(worlds));
          });
      // When a processor comes whose store, and so its changelog, has another name
      broker.lookFromNowOn();
      broker.forgetChangelog();
      assertThat(broker.run(directory, () -> {})).isPresent();
      // Then it has published all anew, and what was on disk is left aside
      broker.assertNoFaults(worlds);
      assertThat(directory.resolve(OnBroker.APPLICATION + ".left-aside")).isDirectory();
    }
  }
}
