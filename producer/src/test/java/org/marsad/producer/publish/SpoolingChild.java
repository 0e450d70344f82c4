package org.marsad.producer.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A process that appends to a spool, notes in a file what was confirmed, and is halted. */
final class SpoolingChild {
  private SpoolingChild() {}

  public static void main(String[] arguments) throws IOException, SpoolFullException {
    var folder = Path.of(arguments[0]);
    var confirmed = Path.of(arguments[1]);
    var most = Integer.parseInt(arguments[2]);
    var spool = Spool.open(folder, 1 << 20);
    for (var i = 0; i < most; i++) {
      var text = "report-" + i;
      spool.append(text.getBytes(StandardCharsets.UTF_8));
      Files.writeString(
          confirmed, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
    Files.write(folder.resolve("reports"), new byte[] {0, 0, 0, 99, 1}, StandardOpenOption.APPEND);
    Runtime.getRuntime().halt(137);
  }
}
