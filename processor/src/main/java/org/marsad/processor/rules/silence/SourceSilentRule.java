package org.marsad.processor.rules.silence;

import java.time.Duration;
import java.time.Instant;

/**
 * A source that was heard regularly and is not any more: silence is not calm. The one rule on the
 * wall clock.
 *
 * @param missedHeartbeats how many times its promised interval a source may be silent, 1 or more
 */
public record SourceSilentRule(int missedHeartbeats) {
  public SourceSilentRule {
    if (missedHeartbeats < 1) {
      throw new IllegalArgumentException(
          "missed-heartbeats: " + missedHeartbeats + " (expected: >= 1)");
    }
  }

  /** After how long a source is silent that promised to be heard every so often. */
  public Duration silentAfter(Duration every) {
    return every.multipliedBy(missedHeartbeats);
  }

  /**
   * Whether a source is silent.
   *
   * @param heardAt when it was last heard
   * @param listeningSince since when we listen: our own outage is not its silence
   * @param every how often it promised to be heard
   */
  public boolean isSilent(Instant heardAt, Instant listeningSince, Duration every, Instant now) {
    var since = heardAt.isAfter(listeningSince) ? heardAt : listeningSince;
    return Duration.between(since, now).compareTo(silentAfter(every)) > 0;
  }
}
