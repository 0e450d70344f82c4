package org.marsad.producer.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.producer.report.Places;
import org.marsad.producer.report.ReportContext;

/**
 * Opens files of reports, one run over any number of files: a report that stands in two of them is
 * a duplicate. A run remembers the id and revision of each report, some 100 bytes each; otherwise
 * files are read as a stream. Not thread-safe.
 */
public final class Imports {
  private final Places places;
  private final Include include;
  private final @Nullable CsvMapping mapping;
  private final ReportContext context;
  private final Set<String> seen = new HashSet<>();

  /** A run on the system's clock. */
  public Imports(Places places, Include include, @Nullable CsvMapping mapping) {
    this(places, include, mapping, Clock.systemUTC());
  }

  /**
   * A run.
   *
   * @param mapping for the format csv
   * @param clock no report counts as received later than it says
   */
  public Imports(Places places, Include include, @Nullable CsvMapping mapping, Clock clock) {
    this.places = places;
    this.include = include;
    this.mapping = mapping;
    this.context = ReportContext.recorded(clock);
  }

  /** The formats that can be read. */
  public enum Format {
    /** Reports in our own JSON, one a line. */
    MARSAD_JSONL("marsad-jsonl"),
    /** UCDP Georeferenced Event Dataset. */
    UCDP_GED("ucdp-ged"),
    /** Any table, with a mapping. */
    CSV("csv");

    private final String symbol;

    Format(String symbol) {
      this.symbol = symbol;
    }

    /** The name on the command line. */
    public String symbol() {
      return symbol;
    }

    /**
     * The format of a name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Format of(String symbol) {
      for (var format : values()) {
        if (format.symbol.equals(symbol)) {
          return format;
        }
      }
      throw new IllegalArgumentException(
          "format: " + symbol + " (expected: marsad-jsonl, ucdp-ged or csv)");
    }
  }

  /**
   * The rows of a file, in order, read as they are asked for. Close the stream.
   *
   * @throws ImportException when the file has not the columns that it should have
   * @throws IOException when it cannot be read
   */
  public Stream<ImportedLine> open(Format format, Path file) throws IOException {
    var rows =
        switch (format) {
          case MARSAD_JSONL -> new JsonLines(places, context).open(file);
          case UCDP_GED -> new UcdpGed(places, include, context).open(file);
          case CSV ->
              new CsvRows(
                      places,
                      Objects.requireNonNull(mapping, "mapping: absent (expected: for csv, one)"),
                      context)
                  .open(file);
        };
    return rows.map(this::markDuplicate);
  }

  private ImportedLine markDuplicate(ImportedLine row) {
    if (row instanceof ImportedLine.Report report) {
      var id = report.report().getReportId();
      var revision = report.report().getRevision();
      if (!seen.add(revision + " " + id)) {
        return new ImportedLine.Duplicate(row.line(), id, revision);
      }
    }
    return row;
  }
}
