package org.marsad.producer.publish;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How reports are published.
 *
 * @param topic the topic of the reports
 * @param spoolFolder where reports wait while the broker is away; null: they are refused instead
 * @param spoolMaxBytes most bytes that the spool takes, positive
 * @param retryEvery pause before each attempt to empty the spool
 */
public record PublisherSettings(
    String topic, @Nullable Path spoolFolder, long spoolMaxBytes, Duration retryEvery) {
  /** 256 MiB: about a million reports. */
  public static final long DEFAULT_SPOOL_BYTES = 256L << 20;

  private static final Duration DEFAULT_RETRY = Duration.ofSeconds(1);

  public PublisherSettings {
    if (spoolMaxBytes <= 0) {
      throw new IllegalArgumentException("spoolMaxBytes: " + spoolMaxBytes + " (expected: > 0)");
    }
  }

  /** Without a spool: who publishes a file has the file still. */
  public static PublisherSettings withoutSpool(String topic) {
    return new PublisherSettings(topic, null, DEFAULT_SPOOL_BYTES, DEFAULT_RETRY);
  }

  public static PublisherSettings withSpool(String topic, Path folder, long maxBytes) {
    return new PublisherSettings(topic, folder, maxBytes, DEFAULT_RETRY);
  }
}
