package org.marsad.schemas.settings;

import java.util.List;

/** Settings that cannot be used, with all faults at once. */
public final class SettingsException extends RuntimeException {
  private final List<String> faults;

  public SettingsException(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
    this.faults = List.copyOf(faults);
  }

  /** One line a fault: {@code name: value (expected: …)}. */
  public List<String> faults() {
    return faults;
  }
}
