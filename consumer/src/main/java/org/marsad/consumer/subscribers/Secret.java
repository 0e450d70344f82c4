package org.marsad.consumer.subscribers;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/** A webhook's signing key. Neither its text nor any error shows it. */
public final class Secret {
  private static final String PREFIX = "whsec_";
  private static final int SHORTEST = 24;
  private static final int LONGEST = 64;

  private final byte[] key;

  private Secret(byte[] key) {
    this.key = key;
  }

  /**
   * Reads {@code whsec_} and the base64 of 24 to 64 bytes (Standard Webhooks 1.0.0).
   *
   * @throws IllegalArgumentException when it is no such text; the message does not repeat it
   */
  public static Secret of(String text) {
    if (text.startsWith(PREFIX)) {
      var key = decode(text.substring(PREFIX.length()));
      if (key.length >= SHORTEST && key.length <= LONGEST) {
        return new Secret(key);
      }
    }
    throw new IllegalArgumentException(
        "(hidden) (expected: whsec_ and the base64 of 24 to 64 bytes)");
  }

  /** A copy of the key's bytes. */
  public byte[] key() {
    return key.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && MessageDigest.isEqual(key, secret.key);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(key);
  }

  @Override
  public String toString() {
    return "[hidden]";
  }

  private static byte[] decode(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }
}
