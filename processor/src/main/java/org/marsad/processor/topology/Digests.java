package org.marsad.processor.topology;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names for what must not show its own: the same for the same parts, telling nothing of them. */
final class Digests {
  private static final int BYTES = 10;

  private Digests() {}

  /** 20 hexadecimal digits of a SHA-256 over the parts. */
  static String of(String... parts) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has SHA-256
    }
  }
}
