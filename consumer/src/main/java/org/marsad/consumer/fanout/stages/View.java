package org.marsad.consumer.fanout.stages;

import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;

/** A revision as one audience sees it. Confined to the loop's thread. */
final class View {
  private final Alert alert;
  private final ViewDigest digest;
  private @Nullable String hash;

  View(Alert alert, ViewDigest digest) {
    this.alert = alert;
    this.digest = digest;
  }

  Alert alert() {
    return alert;
  }

  /** The same for views that show the same. */
  String hash() {
    var known = hash;
    if (known == null) {
      known = digest.of(alert);
      hash = known;
    }
    return known;
  }
}
