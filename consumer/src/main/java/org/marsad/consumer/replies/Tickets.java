package org.marsad.consumer.replies;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.marsad.message.Intent;

/**
 * Tickets as they stand in links: base64url of the ticket and the first 128 bits of its
 * HMAC-SHA256. Whoever holds one can read it, and change nothing.
 */
final class Tickets {
  private static final String PURPOSE = "reply-link";
  private static final int VERSION = 1;
  private static final int SIGNATURE = 16;
  private static final int MOST_CHARACTERS = 2_000;

  private final ReplyKey key;

  Tickets(ReplyKey key) {
    this.key = key;
  }

  String sign(Ticket ticket) {
    var content = content(ticket);
    var signed = Arrays.copyOf(content, content.length + SIGNATURE);
    System.arraycopy(key.mac(PURPOSE, content), 0, signed, content.length, SIGNATURE);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
  }

  /** The ticket, also where it has expired; empty where we did not sign it. */
  Optional<Ticket> verify(String token) {
    if (token.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    byte[] signed;
    try {
      signed = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    if (signed.length <= SIGNATURE) {
      return Optional.empty();
    }
    var content = Arrays.copyOf(signed, signed.length - SIGNATURE);
    var signature = Arrays.copyOfRange(signed, content.length, signed.length);
    var genuine = Arrays.copyOf(key.mac(PURPOSE, content), SIGNATURE);
    return MessageDigest.isEqual(genuine, signature) ? ticket(content) : Optional.empty();
  }

  private static byte[] content(Ticket ticket) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeUTF(ticket.alertId());
      out.writeInt(ticket.revision());
      out.writeUTF(ticket.subscriber());
      out.writeUTF(ticket.channel());
      out.writeUTF(ticket.intent().name());
      out.writeUTF(ticket.language().toLanguageTag());
      out.writeLong(ticket.expiresAt().getEpochSecond());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text of more than 65,535 bytes
    }
    return bytes.toByteArray();
  }

  /** Empty where another version of ours has signed what we do not know. */
  private static Optional<Ticket> ticket(byte[] content) {
    try (var in = new DataInputStream(new ByteArrayInputStream(content))) {
      if (in.readByte() != VERSION) {
        return Optional.empty();
      }
      return Optional.of(
          new Ticket(
              in.readUTF(),
              in.readInt(),
              in.readUTF(),
              in.readUTF(),
              Intent.valueOf(in.readUTF()),
              Locale.forLanguageTag(in.readUTF()),
              Instant.ofEpochSecond(in.readLong())));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
