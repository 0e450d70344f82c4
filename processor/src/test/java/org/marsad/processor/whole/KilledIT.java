package org.marsad.processor.whole;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A processor that is killed in the middle, on a real broker, with an area book so small that it
 * forgets all the time: what stands in the end is what the oracle counts, and no revision is
 * missing or published twice. {@code -Dmarsad.kills=N} kills so often.
 */
class KilledIT {
  private static final int KILLS = Integer.getInteger("marsad.kills", 1);
  private static final int TOWNS = Integer.getInteger("marsad.faultTowns", 15);
  private static final long BOOK_BYTES = Long.getLong("marsad.bookBytes", 64 * 1024);
  private static final Duration SOON = Duration.ofMinutes(5);

  @TempDir private Path directory;

  @Test
  void shouldEndAsTheOracleCountsThoughItIsKilledInTheMiddle() throws Exception {
    var worlds = IntStream.rangeClosed(1, TOWNS).mapToObj(Story::of).toList();
    var said = Play.inTurn(worlds);
    try (var broker = OnBroker.start()) {
      broker.say(OnBroker.profiles(worlds));
      for (var kill = 0; kill <= KILLS; kill++) {
        var process = process(broker);
        try {
          if (kill == 0) {
            broker.awaitAllRead(); // no report comes before its area
          }
          var before = broker.read();
          broker.say(Play.part(said, kill, KILLS + 1));
          if (kill < KILLS) {
            // When it is killed as soon as something of this is committed
            await().atMost(SOON).until(broker::read, read -> read > before);
          } else {
            broker.awaitAllRead();
          }
        } finally {
          process.destroyForcibly().waitFor();
        }
      }
      broker.assertNoFaults(worlds);
    }
  }

  private Process process(OnBroker broker) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(
            java,
            "-Xmx512m",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            KilledMain.class.getName(),
            broker.address(),
            directory.resolve("killed").toString(),
            Long.toString(BOOK_BYTES));
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("killed.log").toFile())
        .start();
  }
}
