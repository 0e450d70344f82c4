package org.marsad.standalone.command;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody still reads a pipe. A write tells it too, but only the next one, which may be
 * hours away. Known on Linux alone, by {@code /proc}.
 */
final class PipeReader {
  private static final Path PROCESSES = Path.of("/proc");
  private static final String FLAGS = "flags:";
  private static final int OCTAL = 8;
  private static final int ACCESS = 3;

  private final @Nullable String pipe;
  private final boolean wasSeen;

  /**
   * @param pipe as the system names it, such as {@code pipe:[4711]}; null: none, or not known
   */
  PipeReader(@Nullable String pipe) {
    this.pipe = pipe;
    this.wasSeen = pipe != null && isRead(pipe);
  }

  /** That of our own output. */
  static PipeReader ofOutput() {
    var output = target(PROCESSES.resolve("self/fd/1"));
    return new PipeReader(output != null && output.startsWith("pipe:") ? output : null);
  }

  /** Whether the reader that was there at first has gone; false where that cannot be known. */
  boolean hasGone() {
    return wasSeen && pipe != null && !isRead(pipe);
  }

  private static boolean isRead(String pipe) {
    try (var processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
      for (var process : processes) {
        if (isReadBy(process, pipe)) {
          return true;
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return true; // not known
    }
    return false;
  }

  private static boolean isReadBy(Path process, String pipe) {
    try (var files = Files.newDirectoryStream(process.resolve("fd"))) {
      for (var file : files) {
        if (pipe.equals(target(file))
            && isForReading(
                process.resolve("fdinfo").resolve(String.valueOf(file.getFileName())))) {
          return true;
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return false; // another user's, or gone
    }
    return false;
  }

  private static boolean isForReading(Path info) throws IOException {
    for (var line : Files.readAllLines(info)) {
      if (line.startsWith(FLAGS)) {
        return (Integer.parseInt(line.substring(FLAGS.length()).strip(), OCTAL) & ACCESS) == 0;
      }
    }
    return false;
  }

  private static @Nullable String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException | UnsupportedOperationException e) {
      return null;
    }
  }
}
