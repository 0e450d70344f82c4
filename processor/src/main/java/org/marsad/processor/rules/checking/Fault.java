package org.marsad.processor.rules.checking;

import org.jspecify.annotations.Nullable;

/**
 * Why a report cannot be used.
 *
 * @param reason stable code
 * @param field the field at fault, empty where it is the message as a whole
 * @param message one line: {@code name: value (expected: …)}
 */
public record Fault(Reason reason, String field, String message) {
  /** The reason codes. */
  public enum Reason {
    /** The bytes are no report. */
    UNDECODABLE,
    /** It names no area, or its key is not its area. */
    NO_AREA,
    /** A latitude, longitude or radius that no place on Earth has. */
    IMPOSSIBLE_COORDINATES,
    /** It ends before it starts. */
    END_BEFORE_START,
    /** It claims to have happened after it was received. */
    IN_THE_FUTURE,
    /** A time that cannot be meant: before 1990, or an interval of more than 366 days. */
    IMPLAUSIBLE_TIME,
    /** A count below zero. */
    NEGATIVE_COUNT,
    /** A text beyond its limit. */
    TEXT_TOO_LONG,
    /** A decision that is not about one report or two different ones. */
    UNUSABLE_DECISION,
    /** It hit a fault of ours; the input may be fine. */
    PROCESSING_FAILED
  }

  /** A fault in one field. */
  public static Fault in(String field, @Nullable Object value, String expected, Reason reason) {
    return new Fault(reason, field, "%s: %s (expected: %s)".formatted(field, value, expected));
  }
}
