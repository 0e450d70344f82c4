package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A file of lines, such as JSON Lines. */
final class LinesFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LinesFile() {}

  /** Writes the lines where a file is named. */
  static void write(@Nullable Path file, Stream<String> lines) throws IOException {
    if (file == null) {
      return;
    }
    try (var out = Files.newBufferedWriter(file)) {
      for (var line : (Iterable<String>) lines::iterator) {
        out.write(line);
        out.write('\n');
      }
    }
  }

  /** A tree as one line. */
  static String json(ObjectNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
