package org.marsad.consumer.operations.people;

import java.util.List;
import org.marsad.consumer.subscribers.TokenHash;

/**
 * The operator at this machine, who stands in no file: signed in by a link that the terminal shows,
 * and by a token that the command line finds.
 *
 * @param token for the command line, shown to nobody else
 */
public record LocalOperator(User user, String token) {
  /** The name that audit and answers show. */
  public static final String NAME = "local";

  /** An operator with a new token. */
  public static LocalOperator create() {
    var token = Secrets.generate();
    var hashed = new AccessToken("command-line", TokenHash.of(token));
    return new LocalOperator(new User(NAME, UserRole.ADMIN, null, null, List.of(hashed)), token);
  }

  @Override
  public String toString() {
    return "LocalOperator[user=" + user + "]";
  }
}
