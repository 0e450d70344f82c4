package org.marsad.processor.topology;

import static java.util.Objects.requireNonNull;

import org.marsad.message.Alert;
import org.marsad.message.RecordFacts;
import org.marsad.message.RepeatFacts;
import org.marsad.message.SilentSource;
import org.marsad.message.SurgeFacts;
import org.marsad.message.WaveFacts;
import org.marsad.schemas.Findings;

/** Facts that an alert must have. */
final class Found {
  private Found() {}

  static RepeatFacts repeat(Alert alert) {
    return requireNonNull(Findings.repeat(alert));
  }

  static SurgeFacts surge(Alert alert) {
    return requireNonNull(Findings.surge(alert));
  }

  static WaveFacts wave(Alert alert) {
    return requireNonNull(Findings.wave(alert));
  }

  static SilentSource silentSource(Alert alert) {
    return requireNonNull(Findings.silentSource(alert));
  }

  static RecordFacts longestRecord(Alert alert) {
    return requireNonNull(Findings.longestRecord(alert));
  }
}
