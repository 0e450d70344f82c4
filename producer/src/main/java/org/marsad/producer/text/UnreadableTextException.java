package org.marsad.producer.text;

import java.io.IOException;

/** A file that is no text, or one in an encoding that nobody stated; says which it may be. */
public final class UnreadableTextException extends IOException {
  UnreadableTextException(String message) {
    super(message);
  }
}
