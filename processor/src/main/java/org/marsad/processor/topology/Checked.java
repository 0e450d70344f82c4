package org.marsad.processor.topology;

import org.marsad.message.StrikeReport;

/** A record of the topic {@code reports} once it was checked. */
sealed interface Checked {
  /** It can be used. */
  record Usable(StrikeReport report) implements Checked {}

  /** It cannot; the bytes are those that came, the headers tell why. */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Refused(byte[] original) implements Checked {}
}
