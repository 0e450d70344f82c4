package org.marsad.producer.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.marsad.producer.text.TextFile;

/**
 * {@code marsad-jsonl}: a report a line; blank lines and those that begin with {@code #} are none.
 */
final class JsonLines {
  private final RowReader reader;

  JsonLines(RowReader reader) {
    this.reader = reader;
  }

  Stream<ImportedLine> open(Path file) throws IOException {
    var text = TextFile.of(file, null);
    var lines = text.open();
    var number = new AtomicLong();
    return lines
        .lines()
        .sequential()
        .map(line -> new Line(number.incrementAndGet(), line))
        .filter(line -> !line.text().isBlank() && !line.text().startsWith("#"))
        .map(line -> read(line, text))
        .onClose(
            () -> {
              try {
                lines.close();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private record Line(long number, String text) {}

  private ImportedLine read(Line line, TextFile text) {
    return text.isDamagedIn(line.text())
        ? new ImportedLine.Refused(line.number(), RowReader.DAMAGED, line.text())
        : reader.read(line.number(), line.text());
  }
}
