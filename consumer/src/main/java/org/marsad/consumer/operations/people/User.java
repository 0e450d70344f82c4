package org.marsad.consumer.operations.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who uses the service, or a program that does.
 *
 * @param name unique; a role or pseudonym, never a person's name
 * @param subscriber id of the subscriber that the user is bound to: it sees and answers what that
 *     subscriber may, and nothing else; null: not bound, it sees what an operations centre may
 * @param passwordHash Argon2id in its usual text form; null: no log-in by password
 * @param tokens of its programs
 */
public record User(
    String name,
    UserRole role,
    @Nullable String subscriber,
    @Nullable String passwordHash,
    List<AccessToken> tokens) {
  public User {
    tokens = List.copyOf(tokens);
  }

  /** Whether the user is bound to a subscriber. */
  public boolean isBound() {
    return subscriber != null;
  }

  /** No text shows a hash: a weak password could be guessed from it. */
  @Override
  public String toString() {
    return "User[name=" + name + ", role=" + role + ", subscriber=" + subscriber + "]";
  }
}
