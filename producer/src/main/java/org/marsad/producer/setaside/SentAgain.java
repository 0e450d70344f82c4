package org.marsad.producer.setaside;

/**
 * What became of a record that was to be sent again.
 *
 * @param id of the record in {@code rejected}, {@code partition-offset}
 * @param reason one line; empty where it was sent
 */
public record SentAgain(String id, Status status, String reason) {
  /** What can become of it. */
  public enum Status {
    /** It is in its topic again. */
    PUBLISHED,
    /** There is no such record. */
    UNKNOWN,
    /** It would be set aside again. */
    UNUSABLE,
    /** The broker did not take it. */
    REFUSED
  }
}
