package org.marsad.consumer.replies;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bearer tokens, of which only the SHA-256 is kept. */
final class Tokens {
  private static final String SCHEME = "Bearer ";

  private Tokens() {}

  /**
   * The hash of the token that a request brings.
   *
   * @param authorization the header; null: none
   * @return 64 hexadecimal digits in lower case; empty where it brings none
   */
  static Optional<String> hash(@Nullable String authorization) {
    return authorization == null
            || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? Optional.empty()
        : Optional.of(sha256(authorization.substring(SCHEME.length()).strip()));
  }

  /** Whether two hashes are the same; takes the same time for all that are not. */
  static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }

  static String sha256(String token) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
