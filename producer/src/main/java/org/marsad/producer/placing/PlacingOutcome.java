package org.marsad.producer.placing;

import java.util.List;
import org.marsad.message.Decision;
import org.marsad.message.StrikeReport;

/** What became of a person's wish to place a report. */
public sealed interface PlacingOutcome {
  /**
   * It is where the person put it, and those who were told elsewhere are told so.
   *
   * @param report as it stands now
   * @param from codes of the areas that it was taken from; its own where only the neighbourhood is
   *     another
   */
  record Placed(Decision decision, StrikeReport report, List<String> from)
      implements PlacingOutcome {}

  /** The log has no such report. */
  record Unknown() implements PlacingOutcome {}

  /** Its source took it back: there is nothing to place. */
  record TakenBack() implements PlacingOutcome {}

  /** It is there already. */
  record ThereAlready(StrikeReport report) implements PlacingOutcome {}

  /**
   * Nothing was changed, or it is not known: to try again does no harm.
   *
   * @param reason one line
   */
  record Refused(String reason) implements PlacingOutcome {}
}
