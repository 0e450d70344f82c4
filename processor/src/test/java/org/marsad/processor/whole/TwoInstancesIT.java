package org.marsad.processor.whole;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.processor.ProcessorApp;
import org.marsad.processor.state.AreaBook;

/**
 * On a real broker: one processor, then a second one beside it, then the second one alone. What
 * stands in the end is what the oracle counts, and no revision is missing or published twice.
 */
class TwoInstancesIT {
  private static final int TOWNS = 60;

  @TempDir private Path directory;

  @Test
  void shouldEndAsTheOracleCountsWhileOneProcessorJoinsAndAnotherLeaves() throws Exception {
    var worlds = IntStream.rangeClosed(1, TOWNS).mapToObj(Story::of).toList();
    var said = Play.inTurn(worlds);
    var third = said.size() / 3;
    try (var broker = OnBroker.start();
        var second = processor(broker, "2")) {
      try (var first = processor(broker, "1")) {
        first.start();
        broker.say(OnBroker.profiles(worlds));
        broker.awaitAllRead();
        broker.say(said.subList(0, third));
        // When a second one joins while there is work to do
        second.start();
        broker.say(said.subList(third, 2 * third));
        broker.awaitMembersAtWork(2);
        broker.awaitAllRead();
        // And the first one leaves in the middle of the rest
        broker.say(said.subList(2 * third, said.size()));
      }
      broker.awaitMembersAtWork(1);
      broker.awaitAllRead();
      broker.assertNoFaults(worlds);
    }
  }

  private ProcessorApp processor(OnBroker broker, String instance) {
    return OnBroker.processor(
        broker.address(), instance, directory.resolve(instance), AreaBook.USUAL_LIMIT);
  }
}
