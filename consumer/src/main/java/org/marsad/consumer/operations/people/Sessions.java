package org.marsad.consumer.operations.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.subscribers.TokenHash;

/**
 * Who is signed in. A session ends when it was not used for a while, at its longest, when its user
 * signs out or is removed, and when its user's password changes. Only hashes of the secrets are
 * kept. Thread-safe.
 */
public final class Sessions {
  private static final int MOST_PER_USER = 20;

  private final Supplier<Users> users;
  private final Duration idle;
  private final Duration longest;
  private final Clock clock;
  private final Map<String, Session> byHash = new LinkedHashMap<>(); // the longest unused first

  private record Session(
      String user, @Nullable String passwordHash, Instant began, Instant lastUsed) {
    Session usedAt(Instant now) {
      return new Session(user, passwordHash, began, now);
    }
  }

  /**
   * @param users those in force
   * @param idle how long a session lives unused
   * @param longest how long it lives at most
   */
  public Sessions(Supplier<Users> users, Duration idle, Duration longest, Clock clock) {
    this.users = users;
    this.idle = idle;
    this.longest = longest;
    this.clock = clock;
  }

  /** Begins a session; a user's longest unused one ends where there are too many. */
  public synchronized String begin(User user) {
    forgetOver();
    var secret = Secrets.generate();
    var now = clock.instant();
    byHash.put(TokenHash.of(secret), new Session(user.name(), user.passwordHash(), now, now));
    endTooMany(user.name());
    return secret;
  }

  /** The user of a session that is not over; that uses it. */
  public synchronized Optional<User> user(String secret) {
    var hash = TokenHash.of(secret);
    var session = byHash.remove(hash);
    if (session == null || isOver(session)) {
      return Optional.empty();
    }
    var user = users.get().named(session.user());
    if (user.isEmpty() || !Objects.equals(user.get().passwordHash(), session.passwordHash())) {
      return Optional.empty();
    }
    byHash.put(hash, session.usedAt(clock.instant()));
    return user;
  }

  /** Ends a session. */
  public synchronized void end(String secret) {
    byHash.remove(TokenHash.of(secret));
  }

  /** How long a session lives at most. */
  public Duration longest() {
    return longest;
  }

  private boolean isOver(Session session) {
    var now = clock.instant();
    return !now.isBefore(session.lastUsed().plus(idle))
        || !now.isBefore(session.began().plus(longest));
  }

  private void forgetOver() {
    byHash.values().removeIf(this::isOver);
  }

  private void endTooMany(String user) {
    var own = new HashMap<String, Session>();
    byHash.forEach(
        (hash, session) -> {
          if (session.user().equals(user)) {
            own.put(hash, session);
          }
        });
    if (own.size() > MOST_PER_USER) {
      byHash.keySet().stream().filter(own::containsKey).findFirst().ifPresent(byHash::remove);
    }
  }
}
