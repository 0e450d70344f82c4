package org.marsad.producer.report;

import java.time.Clock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Source;

/**
 * What is known about a report besides its text.
 *
 * @param source who reports, where the door knows; then the text may not say. Null: the text says
 * @param pseudonym turns the text's source id and lineage into what goes into the log
 * @param homeArea code of the area in which a bare place name is looked up first
 * @param reception how {@code receivedAt} is set
 */
public record ReportContext(
    @Nullable Source source,
    UnaryOperator<String> pseudonym,
    @Nullable String homeArea,
    Reception reception) {

  /**
   * A recorded file, whose lines name their sources themselves.
   *
   * @param clock nothing counts as received later than it says
   */
  public static ReportContext recorded(Clock clock) {
    return new ReportContext(null, UnaryOperator.identity(), null, new Reception.Recorded(clock));
  }

  /** A text taken in now that names its source itself, such as a command typed by an operator. */
  public static ReportContext live(Clock clock) {
    return new ReportContext(null, UnaryOperator.identity(), null, new Reception.Live(clock));
  }
}
