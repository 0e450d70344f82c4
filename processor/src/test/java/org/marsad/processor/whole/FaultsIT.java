package org.marsad.processor.whole;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.processor.ProcessorApp;

/**
 * On a real broker, with an area book so small that it forgets all the time: what stands in the end
 * is what the oracle counts, and no revision is missing or published twice. {@code
 * -Dmarsad.kills=N} kills so often, {@code -Dmarsad.rebalances=N} hands the work over so often.
 */
class FaultsIT {
  private static final int KILLS = Integer.getInteger("marsad.kills", 1);
  private static final int REBALANCES = Integer.getInteger("marsad.rebalances", 2);
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
          broker.say(part(said, kill, KILLS + 1));
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

  @Test
  void shouldEndAsTheOracleCountsWhileTheWorkIsHandedOverAgainAndAgain() throws Exception {
    var worlds = IntStream.rangeClosed(1, TOWNS).mapToObj(Story::of).toList();
    var said = Play.inTurn(worlds);
    try (var broker = OnBroker.start();
        var stays = processor(broker, "stays")) {
      stays.start();
      broker.say(OnBroker.profiles(worlds));
      broker.awaitAllRead();
      for (var handover = 0; handover < REBALANCES; handover++) {
        try (var comes = processor(broker, "comes")) {
          comes.start();
          broker.say(part(said, handover, REBALANCES));
          broker.awaitMembersAtWork(2);
        } // When it leaves while there is work to do
      }
      broker.awaitAllRead();
      broker.assertNoFaults(worlds);
    }
  }

  private static <T> List<T> part(List<T> all, int number, int parts) {
    return all.subList(
        (int) ((long) all.size() * number / parts),
        (int) ((long) all.size() * (number + 1) / parts));
  }

  private ProcessorApp processor(OnBroker broker, String instance) {
    return OnBroker.processor(broker.address(), instance, directory.resolve(instance), BOOK_BYTES);
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
