package org.marsad.consumer.areas;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The name of a document's content, so that a browser need not fetch what it has (RFC 9110). */
public final class Etag {
  private static final int BYTES = 8;

  private Etag() {}

  /** The quoted start of the content's SHA-256. */
  public static String of(byte[] content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(content);
      return '"' + HexFormat.of().formatHex(digest, 0, BYTES) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
