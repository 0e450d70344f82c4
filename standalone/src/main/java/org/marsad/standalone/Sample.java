package org.marsad.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.message.StrikeReport;
import org.marsad.producer.imports.ImportedLine;
import org.marsad.producer.imports.Imports;
import org.marsad.producer.imports.Include;
import org.marsad.producer.report.Places;

/** The bundled reports: facts of autumn 2016, and an exercise that is moved to now. */
public final class Sample {
  /** The town of the bundled neighbourhoods. */
  public static final String HOME_AREA = "aleppo";

  private static final String FOLDER = "/org/marsad/producer/sample/";

  private Sample() {}

  /** Real facts; credit stands in the file. Close the stream. */
  public static Stream<ImportedLine> autumn2016(Places places) throws IOException {
    return rows("autumn-2016.jsonl", places).stream();
  }

  /**
   * An invented, marked exercise whose last report comes now.
   *
   * @param now when
   */
  public static Stream<ImportedLine> exercise(Places places, Instant now) throws IOException {
    var rows = rows("exercise.jsonl", places);
    var last =
        rows.stream()
            .map(Sample::report)
            .filter(Objects::nonNull)
            .map(StrikeReport::getReceivedAt)
            .max(Instant::compareTo)
            .orElseThrow();
    var shift = Duration.between(last, now.truncatedTo(ChronoUnit.MINUTES));
    return rows.stream().map(row -> moved(row, shift));
  }

  private static List<ImportedLine> rows(String name, Places places) throws IOException {
    var copy = Files.createTempFile("marsad-sample", ".jsonl");
    try (var in = Objects.requireNonNull(Places.class.getResourceAsStream(FOLDER + name))) {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      try (var rows =
          new Imports(places, Include.ALL, null).open(Imports.Format.MARSAD_JSONL, copy)) {
        return new ArrayList<>(rows.toList());
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      Files.delete(copy);
    }
  }

  private static ImportedLine moved(ImportedLine row, Duration by) {
    var report = report(row);
    if (report == null) {
      return row;
    }
    var reportedAt = report.getReportedAt();
    return new ImportedLine.Report(
        row.line(),
        StrikeReport.newBuilder(report)
            .setOccurredFrom(report.getOccurredFrom().plus(by))
            .setOccurredUntil(report.getOccurredUntil().plus(by))
            .setReportedAt(reportedAt == null ? null : reportedAt.plus(by))
            .setReceivedAt(report.getReceivedAt().plus(by))
            .build());
  }

  private static @Nullable StrikeReport report(ImportedLine row) {
    return row instanceof ImportedLine.Report report ? report.report() : null;
  }
}
