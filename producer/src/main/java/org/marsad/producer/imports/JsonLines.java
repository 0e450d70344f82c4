package org.marsad.producer.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.marsad.producer.report.Places;
import org.marsad.producer.report.ReportContext;
import org.marsad.producer.report.ReportJson;

/**
 * {@code marsad-jsonl}: a report a line; blank lines and those that begin with {@code #} are none.
 */
final class JsonLines {
  private final ReportJson json;
  private final ReportContext context;

  JsonLines(Places places, ReportContext context) {
    this.json = new ReportJson(places);
    this.context = context;
  }

  Stream<ImportedLine> open(Path file) throws IOException {
    var reader = Rows.reader(file);
    var number = new AtomicLong();
    return reader
        .lines()
        .sequential()
        .map(text -> new Line(number.incrementAndGet(), text))
        .filter(line -> !line.text().isBlank() && !line.text().startsWith("#"))
        .map(this::read)
        .onClose(
            () -> {
              try {
                reader.close();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private record Line(long number, String text) {}

  private ImportedLine read(Line line) {
    return Rows.row(line.number(), json.read(line.text(), context), line.text());
  }
}
