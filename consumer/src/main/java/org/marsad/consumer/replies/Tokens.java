package org.marsad.consumer.replies;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.subscribers.TokenHash;

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
        : Optional.of(TokenHash.of(authorization.substring(SCHEME.length()).strip()));
  }

  /** Whether two hashes are the same; takes the same time for all that are not. */
  static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }
}
