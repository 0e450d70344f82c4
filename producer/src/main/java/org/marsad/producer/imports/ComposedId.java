package org.marsad.producer.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.marsad.schemas.checks.ReportChecks;

/** An id that is put together from several columns, which may be longer than an id can be. */
final class ComposedId {
  private static final int DIGITS = 16;

  private ComposedId() {}

  /** The id; of a long one its beginning, and a digest of all of it, so that no two become one. */
  static String of(String composed) {
    if (composed.length() <= ReportChecks.LOCAL_ID_LIMIT) {
      return composed;
    }
    var kept = composed.substring(0, ReportChecks.LOCAL_ID_LIMIT - 1 - DIGITS);
    return kept + "~" + digest(composed).substring(0, DIGITS);
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has SHA-256
    }
  }
}
