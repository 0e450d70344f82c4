package org.marsad.producer.publish;

/** The spool has reached its capacity. */
final class SpoolFullException extends Exception {
  SpoolFullException(long bytes, long capacity) {
    super(
        "spool: full at " + bytes + " bytes (expected: at most " + capacity + "; is Kafka away?)");
  }
}
