package org.marsad.standalone.machine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file of text that is appended to and kept small. Full, it becomes {@code NAME.1}, which becomes
 * {@code NAME.2} and so on; the oldest is deleted. What cannot be written, as on a full disk, is
 * lost, and the next line is tried again. Safe for several threads.
 */
final class RotatingFile extends OutputStream {
  private final Path file;
  private final long fullAtBytes;
  private final int older;
  private OutputStream out;
  private long bytes;
  private boolean isAtLineStart = true;

  /**
   * @param fullAtBytes ends with the line that reaches it, bytes, positive
   * @param older how many full files are kept, 1 or more
   */
  RotatingFile(Path file, long fullAtBytes, int older) throws IOException {
    this.file = file;
    this.fullAtBytes = fullAtBytes;
    this.older = older;
    this.out = opened();
  }

  @Override
  public void write(int single) throws IOException {
    write(new byte[] {(byte) single}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] text, int from, int length) throws IOException {
    if (length == 0) {
      return;
    }
    if (isAtLineStart && bytes >= fullAtBytes) {
      rotate();
    }
    out.write(text, from, length);
    bytes += length;
    isAtLineStart = text[from + length - 1] == '\n';
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }

  private void rotate() throws IOException {
    out.close();
    try {
      for (var number = older; number > 1; number--) {
        move(numbered(number - 1), numbered(number));
      }
      move(file, numbered(1));
    } finally {
      out = opened();
    }
  }

  private OutputStream opened() throws IOException {
    var opened = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    bytes = Files.size(file);
    return opened;
  }

  private Path numbered(int number) {
    return file.resolveSibling(file.getFileName() + "." + number);
  }

  private static void move(Path from, Path to) throws IOException {
    if (Files.exists(from)) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
