package org.marsad.producer.imports;

/**
 * What became of the rows: {@code rows = reports + skipped + refused + duplicates}.
 *
 * @param rows rows read; blank lines, comments and headers are none
 */
public record ImportSummary(long rows, long reports, long skipped, long refused, long duplicates) {
  /** Nothing read yet. */
  public static final ImportSummary NONE = new ImportSummary(0, 0, 0, 0, 0);

  /** With one row more. */
  public ImportSummary plus(ImportedLine line) {
    return new ImportSummary(
        rows + 1,
        reports + count(line instanceof ImportedLine.Report),
        skipped + count(line instanceof ImportedLine.Skipped),
        refused + count(line instanceof ImportedLine.Refused),
        duplicates + count(line instanceof ImportedLine.Duplicate));
  }

  private static int count(boolean yes) {
    return yes ? 1 : 0;
  }
}
