package org.marsad.processor.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.processor.state.AreaBook;

/** State that cannot be read, or must not be. */
class OtherStateIT {
  private static final int TOWNS = 12;

  @TempDir private Path directory;

  @Test
  void shouldJudgeAllAnewWhereTheStateIsOfAnotherVersion() throws Exception {
    var worlds = IntStream.rangeClosed(1, TOWNS).mapToObj(Story::of).toList();
    try (var broker = OnBroker.start()) {
      run(
          broker,
          () -> {
            broker.say(OnBroker.profiles(worlds));
            broker.awaitAllRead();
            broker.say(Play.inTurn(worlds));
          });
      // When a processor comes whose store, and so its changelog, has another name
      broker.lookFromNowOn();
      broker.forgetChangelog();
      run(broker, () -> {});
      // Then it has published all anew, and what was on disk is left aside
      broker.assertNoFaults(worlds);
      assertThat(directory.resolve(OnBroker.APPLICATION + ".left-aside")).isDirectory();
    }
  }

  @Test
  void shouldRebuildStateThatIsDamaged() throws Exception {
    var worlds = IntStream.rangeClosed(1, TOWNS).mapToObj(Story::of).toList();
    var said = Play.inTurn(worlds);
    try (var broker = OnBroker.start()) {
      run(
          broker,
          () -> {
            broker.say(OnBroker.profiles(worlds));
            broker.awaitAllRead();
            broker.say(said.subList(0, said.size() / 2));
          });
      // When its files are nonsense by the next start
      assertThat(damage()).isPositive();
      run(broker, () -> broker.say(said.subList(said.size() / 2, said.size())));
      // Then
      broker.assertNoFaults(worlds);
    }
  }

  @FunctionalInterface
  private interface Saying {
    void say() throws Exception;
  }

  private void run(OnBroker broker, Saying saying) throws Exception {
    try (var processor =
        OnBroker.processor(broker.address(), "1", directory, AreaBook.USUAL_LIMIT)) {
      processor.start();
      saying.say();
      broker.awaitAllRead();
    }
  }

  /** Writes over what RocksDB keeps; tells how many files. */
  private int damage() throws IOException {
    var random = new Random(1);
    List<Path> files;
    try (var all = Files.walk(directory.resolve(OnBroker.APPLICATION))) {
      files =
          all.filter(Files::isRegularFile)
              .filter(file -> file.toString().contains("rocksdb"))
              .filter(file -> !file.endsWith("LOCK"))
              .toList();
    }
    for (var file : files) {
      var bytes = new byte[(int) Math.max(64, Files.size(file))];
      random.nextBytes(bytes);
      Files.write(file, bytes);
    }
    return files.size();
  }
}
