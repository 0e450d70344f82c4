package org.marsad.producer.replay;

import java.util.List;
import org.marsad.producer.imports.ImportSummary;

/**
 * What a replay did. {@code rows.reports() = published + spooled + failed}.
 *
 * @param rows what became of the rows read
 * @param published reports that the log has
 * @param spooled reports that wait on the disk
 * @param failed reports that nobody has
 * @param failures why, the first few
 */
public record ReplaySummary(
    ImportSummary rows, long published, long spooled, long failed, List<String> failures) {
  public ReplaySummary {
    failures = List.copyOf(failures);
  }
}
