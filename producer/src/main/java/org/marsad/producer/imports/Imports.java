package org.marsad.producer.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.producer.report.Places;

/**
 * Opens files of reports, one run over any number of files: a report that stands in two of them is
 * a duplicate. One that says something else under the same id and revision is none: which of them
 * stands, the processor decides. A run remembers each report by a digest, some 100 bytes each;
 * otherwise files are read as a stream. Not thread-safe.
 */
public final class Imports {
  private final Places places;
  private final @Nullable CsvMapping mapping;
  private final Clock clock;
  private final UcdpGed ucdp;
  private final Acled acled;
  private final Set<String> seen = new HashSet<>();

  /** A run on the system's clock. */
  public Imports(Places places, Include include, @Nullable CsvMapping mapping) {
    this(places, include, mapping, Clock.systemUTC());
  }

  /** A run with the words that ship with Marsad. */
  public Imports(Places places, Include include, @Nullable CsvMapping mapping, Clock clock) {
    this(places, include, mapping, AirWords.shipped(), clock);
  }

  /**
   * A run.
   *
   * @param mapping for the format csv, and for hxl where its own will not do
   * @param words that make an event an attack from the air, for ucdp-ged and acled
   * @param clock no report counts as received later than it says
   */
  public Imports(
      Places places, Include include, @Nullable CsvMapping mapping, AirWords words, Clock clock) {
    this.places = places;
    this.mapping = mapping;
    this.clock = clock;
    this.ucdp = new UcdpGed(places, include, words, clock);
    this.acled = new Acled(places, include, words, clock);
  }

  /** The formats that can be read. */
  public enum Format {
    /** Reports in our own JSON, one a line. */
    MARSAD_JSONL("marsad-jsonl"),
    /** UCDP Georeferenced Event Dataset. */
    UCDP_GED("ucdp-ged"),
    /** Armed Conflict Location and Event Data, and its lists of deleted events. */
    ACLED("acled"),
    /** A table with a row of HXL tags. */
    HXL("hxl"),
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
          "format: " + symbol + " (expected: marsad-jsonl, ucdp-ged, acled, hxl or csv)");
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
          case MARSAD_JSONL -> new JsonLines(new RowReader(places, clock)).open(file);
          case UCDP_GED -> ofTable(file, ucdp::open);
          case ACLED -> ofTable(file, acled::open);
          case HXL ->
              ofTable(file, rows(mapping == null ? CsvMapping.shipped("hxl") : mapping)::open);
          case CSV ->
              ofTable(
                  file,
                  rows(Objects.requireNonNull(mapping, "mapping: absent (expected: for csv, one)"))
                      ::open);
        };
    return rows.map(this::markDuplicate);
  }

  private CsvRows rows(CsvMapping mapping) {
    return new CsvRows(new RowReader(RowReader.inZone(places, mapping.zone()), clock), mapping);
  }

  private interface Opening {
    Stream<ImportedLine> open(Path file) throws IOException;
  }

  /** Tables are looked at before they are read: what can be read once only is put on disk first. */
  private static Stream<ImportedLine> ofTable(Path file, Opening opening) throws IOException {
    if (Files.isRegularFile(file) || Files.notExists(file)) {
      return opening.open(file);
    }
    var copy = Files.createTempFile("marsad-table", ".csv");
    copy.toFile().deleteOnExit();
    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    return opening.open(copy);
  }

  private ImportedLine markDuplicate(ImportedLine row) {
    if (row instanceof ImportedLine.Report report) {
      var id = report.report().getReportId();
      var revision = report.report().getRevision();
      if (!seen.add(revision + " " + report.report().hashCode() + " " + id)) {
        return new ImportedLine.Duplicate(row.line(), id, revision);
      }
    }
    return row;
  }
}
