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

/** State that cannot be read. */
class DamagedStateIT {
  private static final int TOWNS = 12;

  @TempDir private Path directory;

  @Test
  void shouldRebuildStateThatIsDamaged() throws Exception {
    var worlds = IntStream.rangeClosed(1, TOWNS).mapToObj(Story::of).toList();
    var said = Play.inTurn(worlds);
    try (var broker = OnBroker.start()) {
      broker.run(
          directory,
          () -> {
            broker.say(OnBroker.profiles(worlds));
            broker.awaitAllRead();
            broker.say(said.subList(0, said.size() / 2));
          });
      // When its files are nonsense by the next start
      assertThat(damage()).isPositive();
      var warning =
          broker.run(directory, () -> broker.say(said.subList(said.size() / 2, said.size())));
      // Then
      assertThat(warning.orElseThrow().text())
          .startsWith("the state on disk was damaged: it lies in " + directory)
          .endsWith(OnBroker.APPLICATION + ".left-aside, and is rebuilt");
      broker.assertNoFaults(worlds);
    }
  }

  @Test
  void shouldRebuildStateThatIsDamagedWhileItIsUsed() throws Exception {
    var worlds = IntStream.rangeClosed(1, TOWNS).mapToObj(Story::of).toList();
    var said = Play.inTurn(worlds);
    try (var broker = OnBroker.start()) {
      broker.run(
          directory,
          () -> {
            broker.say(OnBroker.profiles(worlds));
            broker.awaitAllRead();
            broker.say(said.subList(0, said.size() / 2));
          });
      var warning =
          broker.run(
              directory,
              () -> {
                broker.say(said.subList(said.size() / 2, said.size() / 2 + 1));
                broker.awaitAllRead();
                // When its tables are nonsense while it runs
                assertThat(damage(".sst")).isPositive();
                broker.say(said.subList(said.size() / 2 + 1, said.size()));
              });
      // Then
      assertThat(warning.orElseThrow().text()).startsWith("the state on disk was damaged");
      broker.assertNoFaults(worlds);
    }
  }

  /** Writes over what RocksDB keeps; tells how many files. */
  private int damage() throws IOException {
    return damage("");
  }

  /** The same of files whose names end so. */
  private int damage(String ending) throws IOException {
    var random = new Random(1);
    List<Path> files;
    try (var all = Files.walk(directory.resolve(OnBroker.APPLICATION))) {
      files =
          all.filter(Files::isRegularFile)
              .filter(file -> file.toString().contains("rocksdb"))
              .filter(file -> !file.endsWith("LOCK"))
              .filter(file -> file.toString().endsWith(ending))
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
