package org.marsad.producer.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.marsad.producer.report.ReportOutcome;

/** What all importers share. */
final class Rows {
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private Rows() {}

  /** UTF-8, without a byte order mark; bytes that are no UTF-8 become U+FFFD and stop nothing. */
  static BufferedReader reader(Path file) throws IOException {
    var reader =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  /** The row that a reading of it led to. */
  static ImportedLine row(long line, ReportOutcome outcome, String original) {
    if (outcome instanceof ReportOutcome.Accepted accepted) {
      return new ImportedLine.Report(line, accepted.report());
    }
    return new ImportedLine.Refused(line, ((ReportOutcome.Refused) outcome).errors(), original);
  }
}
