package org.marsad.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.marsad.message.StrikeReport;
import org.marsad.producer.imports.Imports;
import org.marsad.producer.imports.Include;
import org.marsad.producer.replay.Played;
import org.marsad.producer.replay.Recording;
import org.marsad.producer.report.Places;

/** The bundled reports: facts of autumn 2016, and an exercise that is moved to now. */
public final class Sample {
  /** The town of the bundled neighbourhoods. */
  public static final String HOME_AREA = "aleppo";

  private static final String FOLDER = "/org/marsad/producer/sample/";

  private Sample() {}

  /** Real facts; credit stands in the file. */
  public static List<StrikeReport> autumn2016(Places places) throws IOException {
    return reports("autumn-2016.jsonl", places);
  }

  /**
   * An invented, marked exercise whose last report comes now.
   *
   * @param now when
   */
  public static List<StrikeReport> exercise(Places places, Instant now) throws IOException {
    var reports = reports("exercise.jsonl", places);
    var last =
        reports.stream().map(StrikeReport::getReceivedAt).max(Instant::compareTo).orElseThrow();
    var shift = Duration.between(last, now.truncatedTo(ChronoUnit.MINUTES));
    return reports.stream().map(report -> moved(report, shift)).toList();
  }

  private static List<StrikeReport> reports(String name, Places places) throws IOException {
    var copy = Files.createTempFile("marsad-sample", ".jsonl");
    try (var in = Objects.requireNonNull(Places.class.getResourceAsStream(FOLDER + name))) {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      var recording =
          new Recording(new Imports(places, Include.ALL, null), Imports.Format.MARSAD_JSONL);
      recording.read(copy, row -> {});
      if (recording.rows().refused() > 0) {
        throw new IOException(name + " has rows that cannot be used: " + recording.rows());
      }
      return recording.played().map(Played::report).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      Files.delete(copy);
    }
  }

  private static StrikeReport moved(StrikeReport report, Duration by) {
    var reportedAt = report.getReportedAt();
    return StrikeReport.newBuilder(report)
        .setOccurredFrom(report.getOccurredFrom().plus(by))
        .setOccurredUntil(report.getOccurredUntil().plus(by))
        .setReportedAt(reportedAt == null ? null : reportedAt.plus(by))
        .setReceivedAt(report.getReceivedAt().plus(by))
        .build();
  }
}
