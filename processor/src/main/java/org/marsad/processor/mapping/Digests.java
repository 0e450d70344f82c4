package org.marsad.processor.mapping;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names for what must not show its own: the same for the same parts, telling nothing of them. */
public final class Digests {
  private static final int BYTES = 10;

  /** Of 56 bits to the base of 36. */
  private static final int LETTERS = 11;

  private Digests() {}

  /** 20 hexadecimal digits of a SHA-256 over the parts. */
  public static String of(String... parts) {
    return of(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
  }

  /** 11 letters and digits, 56 bits: an alert about many strikes names twenty of them. */
  static String ofStrike(String... parts) {
    var bytes = digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    var letters = Long.toString(ByteBuffer.wrap(bytes).getLong() >>> 8, Character.MAX_RADIX);
    return "0".repeat(LETTERS - letters.length()) + letters;
  }

  /** 20 hexadecimal digits of a SHA-256 over bytes. */
  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(digest(bytes), 0, BYTES);
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has SHA-256
    }
  }
}
