package org.marsad.schemas.checks;

import org.jspecify.annotations.Nullable;

/**
 * Why a message cannot be used.
 *
 * @param reason stable code
 * @param field the field at fault, empty where it is the message as a whole
 * @param value what stands there
 * @param expected what would have been right
 */
public record Fault(Reason reason, String field, String value, String expected) {
  /** The reason codes. */
  public enum Reason {
    /** The bytes are no report. */
    UNDECODABLE,
    /** It names no area, or its key is not its area. */
    NO_AREA,
    /** Its local id is empty, too long or cannot be printed. */
    UNUSABLE_ID,
    /** A revision below 1 or above {@link ReportChecks#MAX_REVISION}. */
    IMPLAUSIBLE_REVISION,
    /** A latitude, longitude or radius that no place on Earth has. */
    IMPOSSIBLE_COORDINATES,
    /** It ends before it starts. */
    END_BEFORE_START,
    /** It claims to have happened after it was received. */
    IN_THE_FUTURE,
    /** A time that cannot be meant: before 1990, or an interval of more than 366 days. */
    IMPLAUSIBLE_TIME,
    /** Dated so long before the newest of its area that what it may belong to is forgotten. */
    TOO_OLD,
    /** A count below zero. */
    NEGATIVE_COUNT,
    /** A count above {@link ReportChecks#MAX_COUNT} that nobody confirmed. */
    UNCONFIRMED_COUNT,
    /** A text beyond its limit. */
    TEXT_TOO_LONG,
    /** More pieces of evidence than {@link ReportChecks#MAX_EVIDENCE}. */
    TOO_MUCH_EVIDENCE,
    /** A decision that is not about one report or two different ones. */
    UNUSABLE_DECISION,
    /** It hit a fault of ours; the input may be fine. */
    PROCESSING_FAILED
  }

  /** A fault in one field. */
  public static Fault in(String field, @Nullable Object value, String expected, Reason reason) {
    return new Fault(reason, field, String.valueOf(value), expected);
  }

  /** A fault of the message as a whole. */
  public static Fault ofMessage(Object value, String expected, Reason reason) {
    return new Fault(reason, "", String.valueOf(value), expected);
  }

  /** One line: {@code name: value (expected: …)}. */
  public String message() {
    return "%s: %s (expected: %s)".formatted(field.isEmpty() ? "message" : field, value, expected);
  }
}
