package org.marsad.processor.state;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.AlertReference;
import org.marsad.message.MessageType;
import org.marsad.processor.mapping.Limits;
import org.marsad.processor.rules.interruption.SituationBytes;
import org.marsad.processor.rules.interruption.Told;
import org.marsad.schemas.MessageCodec;

/**
 * An alert in its store.
 *
 * @param newest its newest revision
 * @param told what people were last woken for; null where they never were
 * @param interrupting the revisions that woke them, oldest first
 */
public record KnownAlert(Alert newest, @Nullable Told told, List<Earlier> interrupting) {
  /** An earlier revision. */
  record Earlier(int revision, Instant sentAt, Instant expiresAt) {}

  public KnownAlert {
    interrupting = List.copyOf(interrupting);
  }

  public boolean stands() {
    return newest.getMessageType() != MessageType.CANCEL;
  }

  /** What a revision that follows refers to: the newest, and those that woke people and live. */
  public List<AlertReference> references(Instant sentAt) {
    var references = new ArrayList<AlertReference>();
    for (var earlier : interrupting) {
      if (earlier.expiresAt.isAfter(sentAt) && earlier.revision != newest.getRevision()) {
        references.add(new AlertReference(earlier.revision, earlier.sentAt, true));
      }
    }
    references.add(
        new AlertReference(newest.getRevision(), newest.getSentAt(), newest.getInterrupts()));
    return references.subList(
        Math.max(0, references.size() - Limits.REFERENCES), references.size());
  }

  /** With one more revision, those that are stale forgotten. */
  public static KnownAlert following(
      @Nullable KnownAlert known, Alert revision, @Nullable Told told) {
    var interrupting = new ArrayList<Earlier>();
    if (known != null) {
      interrupting.addAll(known.interrupting);
    }
    if (revision.getInterrupts()) {
      interrupting.add(
          new Earlier(revision.getRevision(), revision.getSentAt(), revision.getExpiresAt()));
    }
    interrupting.removeIf(earlier -> !earlier.expiresAt.isAfter(revision.getSentAt()));
    var most = interrupting.size() - Limits.REFERENCES;
    return new KnownAlert(
        revision, told, most > 0 ? interrupting.subList(most, interrupting.size()) : interrupting);
  }

  public byte[] toBytes(MessageCodec<Alert> codec) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeBoolean(told != null);
      if (told != null) {
        SituationBytes.write(told.situation(), out);
        out.writeLong(told.at().toEpochMilli());
      }
      out.writeByte(interrupting.size());
      for (var earlier : interrupting) {
        out.writeInt(earlier.revision);
        out.writeLong(earlier.sentAt.toEpochMilli());
        out.writeLong(earlier.expiresAt.toEpochMilli());
      }
      out.write(codec.encode(newest));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static KnownAlert from(byte[] bytes, MessageCodec<Alert> codec) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      var told =
          in.readBoolean()
              ? new Told(SituationBytes.read(in), Instant.ofEpochMilli(in.readLong()))
              : null;
      var interrupting = new ArrayList<Earlier>();
      for (var left = in.readByte(); left > 0; left--) {
        interrupting.add(
            new Earlier(
                in.readInt(),
                Instant.ofEpochMilli(in.readLong()),
                Instant.ofEpochMilli(in.readLong())));
      }
      return new KnownAlert(codec.decode(in.readAllBytes()), told, interrupting);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
