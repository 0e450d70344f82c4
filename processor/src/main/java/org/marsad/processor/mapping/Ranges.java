package org.marsad.processor.mapping;

import org.jspecify.annotations.Nullable;
import org.marsad.message.CountRange;

/** Ranges as messages. */
public final class Ranges {
  private Ranges() {}

  /** Absent where not reported; an open end has no high. */
  public static @Nullable CountRange of(org.marsad.processor.rules.@Nullable CountRange range) {
    return range == null ? null : ofKnown(range);
  }

  public static CountRange ofKnown(org.marsad.processor.rules.CountRange range) {
    return new CountRange(
        range.low(),
        range.best(),
        range.high() == org.marsad.processor.rules.CountRange.OPEN ? null : range.high());
  }
}
