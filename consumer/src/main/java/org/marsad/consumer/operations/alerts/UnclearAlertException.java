package org.marsad.consumer.operations.alerts;

import java.io.IOException;

/** No single alert is meant: there is none, or there are several. */
public final class UnclearAlertException extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean isUnknown;

  UnclearAlertException(String message, boolean isUnknown) {
    super(message);
    this.isUnknown = isUnknown;
  }

  /** Whether there is no such alert at all, or none that whoever asks may know of. */
  public boolean isUnknown() {
    return isUnknown;
  }
}
