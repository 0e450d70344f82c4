package org.marsad.schemas;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.marsad.message.DecisionKind;

/** Names decisions: the same kind about the same reports is the same decision, whoever takes it. */
public final class DecisionIds {
  private static final int BYTES = 10;

  private DecisionIds() {}

  /** {@code associate:} and 20 hexadecimal digits of the SHA-256 of the reports' ids. */
  public static String of(DecisionKind kind, List<String> sortedReportIds) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("\n", sortedReportIds).getBytes(StandardCharsets.UTF_8));
      return kind.name().toLowerCase(Locale.ROOT)
          + ":"
          + HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has SHA-256
    }
  }
}
