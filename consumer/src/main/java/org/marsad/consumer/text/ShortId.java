package org.marsad.consumer.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.marsad.message.Alert;

/** A name of an alert that is short enough to be said over a radio: the same for all revisions. */
final class ShortId {
  /** Without vowels, which make words, and what is easily misread. */
  private static final String ALPHABET = "23456789CDFGHJKMNPQRTVWXY";

  private static final int LENGTH = 5;

  private ShortId() {}

  /** Five characters; one alert in ten million has that of another. */
  static String of(Alert alert) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(alert.getAlertId().getBytes(UTF_8));
      var id = new StringBuilder();
      for (var index = 0; index < LENGTH; index++) {
        id.append(ALPHABET.charAt((hash[index] & 0xff) % ALPHABET.length()));
      }
      return id.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has SHA-256
    }
  }
}
