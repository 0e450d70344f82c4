package org.marsad.standalone.command;

import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.TopicPartition;
import org.marsad.processor.ProcessorSettings;
import org.marsad.producer.publish.Fate;
import org.marsad.schemas.RejectedHeaders;
import org.marsad.schemas.TopicReader;
import org.marsad.schemas.Topics;
import org.marsad.schemas.checks.Fault;
import org.marsad.schemas.launch.KafkaConnection;
import org.marsad.standalone.Drain;

/**
 * Which of the reports that were published here the processor set aside as too old: the log takes
 * them all, and whoever replays a file wants to know what became of it.
 */
final class TooOldReports {
  /** So long the processor may get no further before it is not waited for. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final KafkaConnection kafka;
  private final Topics topics;
  private final Map<Integer, BitSet> published = new TreeMap<>();

  TooOldReports(KafkaConnection kafka) {
    this.kafka = kafka;
    this.topics = kafka.topics();
  }

  /** Notes what became of a report; safe for several threads. */
  synchronized Fate note(Fate fate) {
    if (fate instanceof Fate.Published at) {
      published.computeIfAbsent(at.partition(), p -> new BitSet()).set((int) at.offset());
    }
    return fate;
  }

  /**
   * Waits until the processor has judged what was published, and counts.
   *
   * @return empty where the processor got no further for {@link #PATIENCE}
   */
  OptionalLong count() throws InterruptedException {
    if (!awaitJudged()) {
      return OptionalLong.empty();
    }
    var count = new AtomicLong();
    TopicReader.read(
        kafka.consumer(),
        topics.rejected(),
        record -> {
          var headers = record.headers();
          if (RejectedHeaders.text(headers, RejectedHeaders.TOPIC).equals(topics.reports())
              && RejectedHeaders.text(headers, RejectedHeaders.REASON)
                  .equals(Fault.Reason.TOO_OLD.name())
              && isOurs(
                  Integer.parseInt(RejectedHeaders.text(headers, RejectedHeaders.PARTITION)),
                  Long.parseLong(RejectedHeaders.text(headers, RejectedHeaders.OFFSET)))) {
            count.incrementAndGet();
          }
        });
    return OptionalLong.of(count.get());
  }

  private synchronized boolean isOurs(int partition, long offset) {
    return published.getOrDefault(partition, new BitSet()).get((int) offset);
  }

  private synchronized Map<TopicPartition, Long> ends() {
    var ends = new HashMap<TopicPartition, Long>();
    published.forEach(
        (partition, offsets) ->
            ends.put(new TopicPartition(topics.reports(), partition), (long) offsets.length()));
    return ends;
  }

  private boolean awaitJudged() throws InterruptedException {
    var ends = ends();
    try (var drain = new Drain(kafka, ProcessorSettings.APPLICATION)) {
      var least = Long.MAX_VALUE;
      var since = System.nanoTime();
      for (var left = drain.left(ends); left > 0; left = drain.left(ends)) {
        if (left < least) {
          least = left;
          since = System.nanoTime();
        } else if (System.nanoTime() - since > PATIENCE.toNanos()) {
          return false;
        }
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
      return true;
    }
  }
}
