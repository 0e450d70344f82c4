package org.marsad.consumer.fanout.cap;

import java.util.List;

/** What our checks have against a message of our own. */
final class CapFaults {
  private CapFaults() {}

  /** All faults, but for texts that are still the same in both languages. */
  static List<String> of(byte[] document) {
    return CapCheck.faults(document).stream()
        .filter(fault -> !fault.contains("another text in another language"))
        .toList();
  }
}
