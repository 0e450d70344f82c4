package org.marsad.consumer.subscribers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What is kept of a token, a key or another secret that nobody can guess, instead of itself. */
public final class TokenHash {
  private TokenHash() {}

  /** The secret's SHA-256, 64 hexadecimal digits in lower case. */
  public static String of(String secret) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
