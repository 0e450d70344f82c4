package org.marsad.consumer.fanout.stages;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;
import org.marsad.schemas.MessageCodec;

/**
 * Digests what a view shows. Its number, its times of sending and expiry, and what it says of
 * earlier revisions are left out: they are about the message, not about what happened. Confined to
 * one thread.
 */
final class ViewDigest {
  private static final int BYTES = 16;

  private final MessageCodec<Alert> codec = MessageCodec.of(Alert.class);

  /** 32 hexadecimal digits. */
  String of(Alert view) {
    var withdrawn = view.getMessageType() == MessageType.CANCEL;
    var shown =
        Alert.newBuilder(view)
            .setRevision(1)
            .setMessageType(withdrawn ? MessageType.CANCEL : MessageType.ALERT)
            .setSentAt(Instant.EPOCH)
            .setExpiresAt(Instant.EPOCH)
            .setInterrupts(false)
            .setNotBefore(null)
            .setChanges(List.of())
            .setReferences(List.of())
            .setRulesHash("")
            .build();
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(codec.encode(shown));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has SHA-256
    }
  }
}
