package org.marsad.processor.whole;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.processor.ProcessorApp;

/**
 * Work that is handed over again and again, on a real broker, with an area book so small that it
 * forgets all the time: what stands in the end is what the oracle counts, and no revision is
 * missing or published twice. {@code -Dmarsad.rebalances=N} hands it over so often.
 */
class HandedOverIT {
  private static final int REBALANCES = Integer.getInteger("marsad.rebalances", 2);
  private static final int TOWNS = Integer.getInteger("marsad.faultTowns", 15);
  private static final long BOOK_BYTES = Long.getLong("marsad.bookBytes", 64 * 1024);

  @TempDir private Path directory;

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
          broker.say(Play.part(said, handover, REBALANCES));
          broker.awaitMembersAtWork(2);
        } // When it leaves while there is work to do
      }
      broker.awaitAllRead();
      broker.assertNoFaults(worlds);
    }
  }

  private ProcessorApp processor(OnBroker broker, String instance) {
    return OnBroker.processor(broker.address(), instance, directory.resolve(instance), BOOK_BYTES);
  }
}
