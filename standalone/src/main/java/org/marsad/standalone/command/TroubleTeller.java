package org.marsad.standalone.command;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Says on the terminal when alerts do not go out, and when they do again; once each. While Marsad
 * starts, nothing goes out yet, and that is no trouble.
 */
final class TroubleTeller {
  private final Duration patience;
  private OptionalLong since = OptionalLong.empty();
  private boolean wasWell;
  private boolean isTold;

  /**
   * @param patience how long a start may take
   */
  TroubleTeller(Duration patience) {
    this.patience = patience;
  }

  /**
   * What is to be said now; empty where there is nothing new.
   *
   * @param trouble empty where all is well
   * @param nanos of a clock that only goes forward
   */
  Optional<String> look(Optional<String> trouble, long nanos) {
    if (since.isEmpty()) {
      since = OptionalLong.of(nanos);
    }
    if (trouble.isEmpty()) {
      wasWell = true;
      var wasTold = isTold;
      isTold = false;
      return wasTold ? Optional.of("alerts are being sent again") : Optional.empty();
    }
    var isStarting = !wasWell && nanos - since.getAsLong() < patience.toNanos();
    if (isTold || isStarting) {
      return Optional.empty();
    }
    isTold = true;
    return Optional.of("ALERTS ARE NOT BEING SENT: " + trouble.get());
  }
}
