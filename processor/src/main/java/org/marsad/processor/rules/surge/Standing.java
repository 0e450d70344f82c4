package org.marsad.processor.rules.surge;

/** How a hospital stands on a day. */
public enum Standing {
  /** It takes the wounded in. */
  RECEIVING,
  /** A report says that it was hit itself. */
  HIT,
  /** It said that it is closed. */
  CLOSED,
  /** No hospital at all: none is open that the wounded could reach. */
  NOWHERE_TO_GO
}
