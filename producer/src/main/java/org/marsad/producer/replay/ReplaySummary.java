package org.marsad.producer.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.producer.imports.ImportSummary;

/**
 * What a replay did. {@code rows.reports() = published + spooled + failed}.
 *
 * @param rows what became of the rows read
 * @param published reports that the log has
 * @param spooled reports that wait on the disk
 * @param failed reports that nobody has
 * @param failures why no broker will take some of them, the first few
 * @param stopped why the rest was not read, null where all was
 */
public record ReplaySummary(
    ImportSummary rows,
    long published,
    long spooled,
    long failed,
    List<String> failures,
    @Nullable String stopped) {
  public ReplaySummary {
    failures = List.copyOf(failures);
  }
}
