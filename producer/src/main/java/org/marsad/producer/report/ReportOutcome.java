package org.marsad.producer.report;

import java.util.List;
import org.marsad.message.StrikeReport;

/** What became of a text that should be a report. */
public sealed interface ReportOutcome {
  /** It is a report. */
  record Accepted(StrikeReport report) implements ReportOutcome {}

  /**
   * It is none.
   *
   * @param errors every fault, at least one, in the order of the contract
   */
  record Refused(List<FieldError> errors) implements ReportOutcome {
    public Refused {
      errors = List.copyOf(errors);
    }
  }
}
