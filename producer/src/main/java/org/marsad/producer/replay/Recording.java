package org.marsad.producer.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.marsad.message.StrikeReport;
import org.marsad.producer.imports.ImportReasons;
import org.marsad.producer.imports.ImportSummary;
import org.marsad.producer.imports.ImportedLine;
import org.marsad.producer.imports.Imports;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.checks.Horizon;

/**
 * The reports of recorded files, whichever row or file they stand in, in the order in which they
 * are played: as they were received, so that a file may begin with its newest row. Each report is
 * kept in some hundred bytes. Not thread-safe.
 */
public final class Recording {
  private final MessageCodec<StrikeReport> codec = MessageCodec.of(StrikeReport.class);
  private final List<byte[]> reports = new ArrayList<>();
  private final List<Turn> turns = new ArrayList<>();
  private final ImportReasons reasons = new ImportReasons();
  private final Imports imports;
  private final Imports.Format format;
  private ImportSummary rows = ImportSummary.NONE;

  /** When which report is played. */
  private record Turn(Instant at, String reportId, int revision, int report) {
    /** As received; of the same time corrections later, else as they were read. */
    static final Comparator<Turn> ORDER =
        Comparator.comparing(Turn::at).thenComparing(Turn::revision).thenComparing(Turn::report);

    Turn notBefore(Instant other) {
      return other.isAfter(at) ? new Turn(other, reportId, revision, report) : this;
    }
  }

  /** Nothing read yet. */
  public Recording(Imports imports, Imports.Format format) {
    this.imports = imports;
    this.format = format;
  }

  /**
   * Reads a file.
   *
   * @param onRow sees each of its rows, in order
   * @throws org.marsad.producer.imports.ImportException when it has not the columns that it should
   *     have
   * @throws IOException when it cannot be read
   */
  public void read(Path file, Consumer<ImportedLine> onRow) throws IOException {
    try (var lines = imports.open(format, file)) {
      lines.forEach(
          line -> {
            note(line);
            onRow.accept(line);
          });
    }
  }

  /** What became of the rows read so far. */
  public ImportSummary rows() {
    return rows;
  }

  /** Why rows were skipped. */
  public ImportReasons reasons() {
    return reasons;
  }

  /** The reports, in the order in which they are played. */
  public Stream<Played> played() {
    return inOrder().stream()
        .map(turn -> new Played(turn.at(), codec.decode(reports.get(turn.report()))));
  }

  /** How much time lies between the first and the last. */
  public Duration length() {
    var order = inOrder();
    return order.isEmpty()
        ? Duration.ZERO
        : Duration.between(order.get(0).at(), order.get(order.size() - 1).at());
  }

  /** A correction is never played before what it corrects: that would be lost unseen. */
  private List<Turn> inOrder() {
    var latest = new HashMap<String, Instant>();
    return turns.stream()
        .sorted(Comparator.comparing(Turn::revision))
        .map(
            turn ->
                turn.notBefore(
                    latest.merge(turn.reportId(), turn.at(), (a, b) -> a.isAfter(b) ? a : b)))
        .sorted(Turn.ORDER)
        .toList();
  }

  private void note(ImportedLine line) {
    rows = rows.plus(line);
    reasons.note(line);
    if (line instanceof ImportedLine.Report report) {
      turns.add(turn(report.report()));
      reports.add(codec.encode(report.report()));
    }
  }

  private Turn turn(StrikeReport report) {
    return new Turn(playedAt(report), report.getReportId(), report.getRevision(), reports.size());
  }

  /** When it was received; what was entered long after it happened is history: when it happened. */
  private static Instant playedAt(StrikeReport report) {
    var happened = report.getOccurredUntil();
    return happened.plus(Duration.ofDays(Horizon.DEFAULTS.days())).isBefore(report.getReceivedAt())
        ? happened
        : report.getReceivedAt();
  }
}
