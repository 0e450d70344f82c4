package org.marsad.producer.areas;

/** A file of areas, or one that areas are built from, that cannot be used; says where and why. */
public final class AreaFileException extends RuntimeException {
  AreaFileException(String message) {
    super(message);
  }

  AreaFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
