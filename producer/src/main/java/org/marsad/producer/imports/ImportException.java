package org.marsad.producer.imports;

import java.io.IOException;
import java.util.List;

/** A file or a mapping that cannot be used as a whole. */
public final class ImportException extends IOException {
  private final List<String> faults;

  ImportException(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
    this.faults = List.copyOf(faults);
  }

  /** One line a fault: {@code name: value (expected: …)}. */
  public List<String> faults() {
    return faults;
  }
}
