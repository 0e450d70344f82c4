package org.marsad.producer.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a replay did.
 *
 * @param published reports that the log has
 * @param spooled reports that wait on the disk
 * @param failed reports that nobody has
 * @param failures why no broker will take some of them, the first few
 * @param stopped why the rest was not read, null where all was
 */
public record ReplaySummary(
    long published, long spooled, long failed, List<String> failures, @Nullable String stopped) {
  public ReplaySummary {
    failures = List.copyOf(failures);
  }
}
