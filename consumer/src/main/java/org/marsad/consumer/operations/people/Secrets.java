package org.marsad.consumer.operations.people;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets that nobody can guess, so that a plain hash of them is safe to keep. */
public final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private Secrets() {}

  /** A new secret: 256 random bits in base64url, 43 characters. */
  public static String generate() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
