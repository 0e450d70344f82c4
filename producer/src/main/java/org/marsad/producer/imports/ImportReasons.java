package org.marsad.producer.imports;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Why rows were skipped, and how many reports lost a value that could not be read. Counted. */
public final class ImportReasons {
  private final Map<String, Long> skipped = new TreeMap<>();
  private long incomplete;

  /** Counts one row. */
  public void note(ImportedLine row) {
    if (row instanceof ImportedLine.Skipped skip) {
      skipped.merge(skip.reason(), 1L, Long::sum);
    } else if (row instanceof ImportedLine.Report report && !report.leftOut().isEmpty()) {
      incomplete++;
    }
  }

  /** Reason to number of rows, in the order of the reasons. */
  public Map<String, Long> skipped() {
    return Collections.unmodifiableMap(skipped);
  }

  /** Reports that stand without a value that could not be read. */
  public long incomplete() {
    return incomplete;
  }
}
