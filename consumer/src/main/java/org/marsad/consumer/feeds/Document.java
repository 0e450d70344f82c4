package org.marsad.consumer.feeds;

import java.time.Instant;
import org.marsad.consumer.areas.Etag;
import org.marsad.consumer.feeds.cap.Cap;
import org.marsad.message.Alert;

/**
 * What a reader gets.
 *
 * @param bytes UTF-8, shared by all readers, never changed
 * @param type media type
 * @param etag quoted hash of {@code bytes}
 * @param modified when it last changed, UTC
 */
@SuppressWarnings("ArrayRecordComponent") // served as it is; nobody compares two
record Document(byte[] bytes, String type, String etag, Instant modified) {
  static Document of(byte[] bytes, String type, Instant modified) {
    return new Document(bytes, type, Etag.of(bytes), modified);
  }

  /** A CAP message, as old as its alert; HTTP wants no time that is yet to come. */
  static Document cap(byte[] bytes, Alert alert, Instant now) {
    return of(bytes, Cap.MEDIA_TYPE, alert.getSentAt().isAfter(now) ? now : alert.getSentAt());
  }

  /** The same, as old as an earlier one with the same bytes. */
  Document asOldAs(Document earlier) {
    return earlier.etag.equals(etag) ? earlier : this;
  }
}
