package org.marsad.producer.imports;

import java.util.List;
import org.marsad.message.StrikeReport;
import org.marsad.producer.report.FieldError;

/** What became of one row of a file. */
public sealed interface ImportedLine {
  /** Number of the row's first line in the file, from 1; the header counts. */
  long line();

  /**
   * The row is a report.
   *
   * @param leftOut values that could not be read; the report stands without them, marked
   */
  record Report(long line, StrikeReport report, List<FieldError> leftOut) implements ImportedLine {
    public Report {
      leftOut = List.copyOf(leftOut);
    }

    /** All that was left out, in one line. */
    public String leftOutText() {
      return text(leftOut);
    }

    /** All of it was read. */
    public Report(long line, StrikeReport report) {
      this(line, report, List.of());
    }
  }

  /**
   * The row is none of ours.
   *
   * @param reason why, in words; the same for all rows of a kind, so that it can be counted
   */
  record Skipped(long line, String reason) implements ImportedLine {}

  /** The same report and revision stood further up in this run. */
  record Duplicate(long line, String reportId, int revision) implements ImportedLine {}

  /**
   * The row should be a report and cannot be.
   *
   * @param errors every fault, at least one
   * @param original the row as it stands
   */
  record Refused(long line, List<FieldError> errors, String original) implements ImportedLine {
    public Refused {
      errors = List.copyOf(errors);
    }

    /** The first field at fault. */
    public String field() {
      return errors.get(0).field();
    }

    /** Its value. */
    public String value() {
      return errors.get(0).value();
    }

    /** All faults in one line. */
    public String reason() {
      return text(errors);
    }
  }

  private static String text(List<FieldError> errors) {
    return String.join("; ", errors.stream().map(FieldError::toString).toList());
  }
}
