package org.marsad.consumer.feeds;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.subscribers.TokenHash;

/**
 * The token that a reader shows: {@code Authorization: Bearer TOKEN}, or as the password of HTTP
 * Basic, which is all that feed readers know. Only its hash is known here.
 */
final class FeedAccess {
  private static final String BEARER = "bearer ";
  private static final String BASIC = "basic ";

  private FeedAccess() {}

  /**
   * Whether the header shows the token of one of these hashes. Takes as long whichever it is.
   *
   * @param header {@code Authorization}; null: none
   * @param hashes SHA-256 of tokens, hexadecimal, lower case
   */
  static boolean opens(@Nullable String header, Iterable<String> hashes) {
    var token = token(header == null ? "" : header);
    var shown = bytes(TokenHash.of(token));
    var opens = false;
    for (var hash : hashes) {
      opens |= MessageDigest.isEqual(shown, bytes(hash));
    }
    return opens && !token.isEmpty();
  }

  private static String token(String header) {
    var scheme = header.toLowerCase(Locale.ROOT);
    if (scheme.startsWith(BEARER)) {
      return header.substring(BEARER.length()).strip();
    }
    return scheme.startsWith(BASIC) ? password(header.substring(BASIC.length()).strip()) : "";
  }

  private static String password(String credentials) {
    try {
      var text = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
      return text.substring(text.indexOf(':') + 1);
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
