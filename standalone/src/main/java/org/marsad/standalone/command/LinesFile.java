package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A file of lines, such as JSON Lines; none where no file is named. */
final class LinesFile implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final @Nullable BufferedWriter out;

  private LinesFile(@Nullable BufferedWriter out) {
    this.out = out;
  }

  /** Opens the file where one is named. */
  static LinesFile open(@Nullable Path file) throws IOException {
    return new LinesFile(file == null ? null : Files.newBufferedWriter(file));
  }

  /** Writes the lines where a file is named. */
  static void write(@Nullable Path file, Stream<String> lines) throws IOException {
    try (var written = open(file)) {
      if (file != null) {
        lines.forEach(written::add);
      }
    }
  }

  /**
   * Writes one line, on any thread.
   *
   * @throws UncheckedIOException where the disk does not take it
   */
  synchronized void add(String line) {
    if (out == null) {
      return;
    }
    try {
      out.write(line);
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
    }
  }
}
