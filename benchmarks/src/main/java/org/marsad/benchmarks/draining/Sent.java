package org.marsad.benchmarks.draining;

import java.lang.management.ManagementFactory;
import java.util.function.Predicate;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What the producers of this process have sent, as they count it themselves (JMX).
 *
 * @param records how many, each once: the first batch of a transaction is often sent again, because
 *     the broker is still closing the one before
 * @param bytes of their batches; of a record that was sent again, as of an average one
 */
public record Sent(long records, long bytes) {
  private static final String TOPICS = "kafka.producer:type=producer-topic-metrics,*";

  /** To those of their topics. */
  static Sent to(Predicate<String> topic) {
    try {
      var server = ManagementFactory.getPlatformMBeanServer();
      var records = 0.0;
      var bytes = 0.0;
      for (var name : server.queryNames(new ObjectName(TOPICS), null)) {
        if (topic.test(name.getKeyProperty("topic"))) {
          var sent = (double) server.getAttribute(name, "record-send-total");
          var once = sent - (double) server.getAttribute(name, "record-retry-total");
          records += once;
          bytes += sent == 0 ? 0 : (double) server.getAttribute(name, "byte-total") * once / sent;
        }
      }
      return new Sent((long) records, (long) bytes);
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As one line, which {@link #of} reads. */
  public String words() {
    return records + " " + bytes;
  }

  /** Reads {@link #words()}. */
  public static Sent of(String words) {
    var numbers = words.split(" ", 2);
    return new Sent(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
  }

  /** In words, for a line of progress. */
  @Override
  public String toString() {
    return "%,d records of %,d bytes".formatted(records, bytes);
  }
}
