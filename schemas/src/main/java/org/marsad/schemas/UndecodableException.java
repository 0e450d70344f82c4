package org.marsad.schemas;

/** Bytes that are no message of the expected type in any published version. */
public final class UndecodableException extends RuntimeException {
  UndecodableException(Throwable cause) {
    super(
        "message: undecodable (expected: Avro single-object encoding of a published version)",
        cause);
  }

  UndecodableException(int bytesLeft) {
    super("message: " + bytesLeft + " bytes after its end (expected: none)");
  }
}
