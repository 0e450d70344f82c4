package org.marsad.schemas;

/** Headers of a record in the topic {@code rejected}; its key and value are those that came. */
public final class RejectedHeaders {
  /** Topic that it came from. */
  public static final String TOPIC = "marsad.topic";

  /** Partition that it came from, a decimal number. */
  public static final String PARTITION = "marsad.partition";

  /** Offset that it came from, a decimal number. */
  public static final String OFFSET = "marsad.offset";

  /** Stable reason code, such as {@code END_BEFORE_START}. */
  public static final String REASON = "marsad.reason";

  /** The field at fault, or empty. */
  public static final String FIELD = "marsad.field";

  /** One line: {@code name: value (expected: …)}. */
  public static final String MESSAGE = "marsad.message";

  private RejectedHeaders() {}
}
