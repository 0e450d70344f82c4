package org.marsad.consumer.fanout.stages;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.marsad.consumer.audience.Audience;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.consumer.subscribers.matching.TestAlert;
import org.marsad.message.Alert;

/**
 * Stage 2: what each audience sees of one revision, made once for all who see the same. Confined to
 * the loop's thread.
 */
final class Views {
  private final Map<Audience, Optional<View>> views = new HashMap<>(4);
  private final Alert alert;
  private final ViewDigest digest;

  Views(Alert alert, ViewDigest digest) {
    this.alert = alert;
    this.digest = digest;
  }

  /** The revision as a subscriber may see it; or not at all. */
  Optional<View> of(Subscriber subscriber) {
    return views.computeIfAbsent(
        new Audience(subscriber.role(), subscriber.site()).of(alert), this::make);
  }

  /** Nothing in a test is secret, and it goes to its subscriber alone. */
  private Optional<View> make(Audience audience) {
    var view = TestAlert.isOne(alert) ? Optional.of(alert) : audience.view(alert);
    return view.map(seen -> new View(seen, digest));
  }
}
