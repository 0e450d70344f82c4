package org.marsad.consumer.operations.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.marsad.consumer.subscribers.TokenHash;

/** Secrets that sign a user in once, each within its time. Thread-safe. */
public final class SignInLinks {
  private final Clock clock;
  private final Map<String, Offer> byHash = new HashMap<>();

  private record Offer(User user, Instant until) {}

  public SignInLinks(Clock clock) {
    this.clock = clock;
  }

  /**
   * A new secret for a user.
   *
   * @param within how long it can be used
   */
  public synchronized String offer(User user, Duration within) {
    byHash.values().removeIf(this::isOver);
    var secret = Secrets.generate();
    byHash.put(TokenHash.of(secret), new Offer(user, clock.instant().plus(within)));
    return secret;
  }

  /** The user of a secret, which is used up by that. */
  public synchronized Optional<User> take(String secret) {
    var offer = byHash.remove(TokenHash.of(secret));
    return offer == null || isOver(offer) ? Optional.empty() : Optional.of(offer.user());
  }

  private boolean isOver(Offer offer) {
    return !clock.instant().isBefore(offer.until());
  }
}
