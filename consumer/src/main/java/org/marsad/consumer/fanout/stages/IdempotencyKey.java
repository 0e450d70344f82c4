package org.marsad.consumer.fanout.stages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.marsad.message.Alert;

/** Names one revision of one alert to one recipient: the same over attempts and restarts. */
final class IdempotencyKey {
  private static final int BYTES = 16;

  private IdempotencyKey() {}

  /** {@code msg_} and 32 hexadecimal digits. */
  static String of(Alert alert, RecipientId recipient) {
    return of(alert.getAlertId(), alert.getRevision(), recipient);
  }

  /** The key of the sound that follows a revision which was shown without one. */
  static String ofTheSound(Alert alert, RecipientId recipient) {
    return of(alert.getAlertId() + "/sound", alert.getRevision(), recipient);
  }

  /** The key of a summary of these, which name alerts and revisions. */
  static String ofSummary(List<String> names, RecipientId recipient) {
    return of(String.join(" ", names), 0, recipient);
  }

  /** The key that a revision has or had. */
  static String of(String alertId, int revision, RecipientId recipient) {
    var name = revision + "/" + recipient.keyFor(alertId);
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
      return "msg_" + HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has SHA-256
    }
  }
}
