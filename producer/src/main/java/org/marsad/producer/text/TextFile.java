package org.marsad.producer.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of text whose encoding is known: by its mark, as stated, or UTF-8. A file in another
 * encoding is refused as a whole; in one of UTF-8 with some damage, only the damaged rows are.
 *
 * @param damaged some bytes are no UTF-8: what they were is read as U+FFFD
 */
public record TextFile(Path file, Charset charset, boolean damaged) {
  private static final int BYTE_ORDER_MARK = 0xFEFF;
  private static final char REPLACEMENT = '\uFFFD';
  private static final int BUFFER = 1 << 16;

  /**
   * Finds the encoding out.
   *
   * @param stated what the mapping says, null where it says nothing
   * @throws UnreadableTextException where it is another than UTF-8 and nobody said which, or no
   *     text at all
   */
  public static TextFile of(Path file, @Nullable Charset stated) throws IOException {
    if (!Files.isRegularFile(file)) { // a pipe cannot be read twice
      return new TextFile(file, stated == null ? StandardCharsets.UTF_8 : stated, stated == null);
    }
    var start = start(file);
    if (begins(start, 0x50, 0x4B, 0x03, 0x04) || begins(start, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw refused(file, "a workbook or an archive", "text: save the sheet as CSV UTF-8");
    }
    if (begins(start, 0xFF, 0xFE) || begins(start, 0xFE, 0xFF)) {
      return new TextFile(file, StandardCharsets.UTF_16, false);
    }
    var isMarked = begins(start, 0xEF, 0xBB, 0xBF);
    if (stated != null && !stated.equals(StandardCharsets.UTF_8) && !isMarked) {
      return new TextFile(file, stated, false);
    }
    return new TextFile(file, StandardCharsets.UTF_8, Bytes.of(file).isDamagedUtf8(file));
  }

  /** The text from its first character, without a byte order mark. */
  public BufferedReader open() throws IOException {
    var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset));
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  /** Whether a row holds bytes that are no UTF-8. */
  public boolean isDamagedIn(String row) {
    return damaged && row.indexOf(REPLACEMENT) >= 0;
  }

  private static byte[] start(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(4);
    }
  }

  private static boolean begins(byte[] start, int... bytes) {
    for (var i = 0; i < bytes.length; i++) {
      if (i >= start.length || (start[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static UnreadableTextException refused(Path file, String what, String expected) {
    return new UnreadableTextException(
        file.getFileName() + ": " + what + " (expected: " + expected + ")");
  }

  /** What the bytes of a file are, read as UTF-8. */
  private record Bytes(long foreign, long bad, long zero, long all) {
    static Bytes of(Path file) throws IOException {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      var in = ByteBuffer.allocate(BUFFER).flip();
      var out = CharBuffer.allocate(BUFFER);
      long foreign = 0;
      long bad = 0;
      long zero = 0;
      long all = 0;
      try (var channel = Files.newByteChannel(file)) {
        var atEnd = false;
        while (!atEnd) {
          in.compact();
          var read = channel.read(in);
          atEnd = read < 0;
          all += Math.max(read, 0);
          in.flip();
          CoderResult result;
          do {
            result = decoder.decode(in, out.clear(), atEnd);
            out.flip();
            foreign += out.chars().filter(c -> c >= 0x80).count();
            zero += out.chars().filter(c -> c == 0).count();
            if (result.isError()) {
              bad++;
              in.position(in.position() + result.length());
            }
          } while (!result.isUnderflow());
        }
      }
      return new Bytes(foreign, bad, zero, all);
    }

    boolean isDamagedUtf8(Path file) throws UnreadableTextException {
      if (zero * 4 > all) {
        throw refused(
            file, "UTF-16 without its mark", "UTF-8, or in the mapping encoding: UTF-16LE");
      }
      if (bad > foreign) { // most of what is not ASCII is no UTF-8: it never was
        throw refused(
            file, "not UTF-8", "UTF-8, or the encoding in the mapping, as encoding: windows-1256");
      }
      return bad > 0;
    }
  }
}
