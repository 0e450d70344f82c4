package org.marsad.producer.report;

import org.jspecify.annotations.Nullable;
import org.marsad.message.CountRange;

/**
 * A count in JSON: a plain number, or {@code {"low": 45, "best": 47, "high": 50}}. An absent best
 * means low, an absent high is open-ended. A range out of order stays as said, and is marked
 * ({@link ReportMarks}): the processor sorts it.
 */
final class CountField {
  private CountField() {}

  static @Nullable CountRange read(Fields report, String name) {
    if (!report.has(name)) {
      return null;
    }
    if (report.value(name).isNumber()) {
      var count = report.whole(name, 0);
      return count == null ? null : new CountRange(count, count, count);
    }
    if (!report.value(name).isObject()) {
      report.fail(name, "a whole number of at least 0, or {low, best, high}");
      return null;
    }
    var range = report.object(name);
    return range == null ? null : read(range);
  }

  private static @Nullable CountRange read(Fields range) {
    if (!range.has("low")) {
      range.fail("low", "a whole number of at least 0");
    }
    var low = range.whole("low", 0);
    var best = range.whole("best", 0);
    var high = range.whole("high", 0);
    range.refuseUnknown();
    return low == null ? null : new CountRange(low, best == null ? low : best, high);
  }
}
