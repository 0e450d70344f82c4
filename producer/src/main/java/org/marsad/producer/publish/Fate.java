package org.marsad.producer.publish;

/** What became of a report that was handed over. */
public sealed interface Fate {
  /** All in-sync replicas of the log have it. */
  record Published(int partition, long offset) implements Fate {}

  /** The log is away; the report lies on our disk and is sent when the log is back. */
  record Spooled() implements Fate {}

  /**
   * Nobody has it.
   *
   * @param reason why, one line
   * @param forNow the broker is away: the same may be taken later
   */
  record Refused(String reason, boolean forNow) implements Fate {
    /** For good. */
    public Refused(String reason) {
      this(reason, false);
    }
  }
}
