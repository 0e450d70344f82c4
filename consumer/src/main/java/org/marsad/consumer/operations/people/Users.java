package org.marsad.consumer.operations.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marsad.consumer.subscribers.TokenHash;

/** All users at one moment. Immutable. */
public final class Users {
  private final List<User> all;
  private final Map<String, User> byName = new HashMap<>();
  private final Map<String, User> byTokenHash = new HashMap<>();

  public Users(Collection<User> users) {
    this.all = List.copyOf(users);
    for (var user : all) {
      byName.put(user.name(), user);
      user.tokens().forEach(token -> byTokenHash.put(token.sha256(), user));
    }
  }

  /** In the order in which they were given. */
  public List<User> all() {
    return all;
  }

  /** These and others; of two with one name the other one counts. */
  public Users with(Collection<User> others) {
    var names = others.stream().map(User::name).toList();
    var users = new ArrayList<>(all);
    users.removeIf(user -> names.contains(user.name()));
    users.addAll(others);
    return new Users(users);
  }

  /** The user of that name. */
  public Optional<User> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The user whose program shows a token. */
  public Optional<User> ofToken(String token) {
    return Optional.ofNullable(byTokenHash.get(TokenHash.of(token)));
  }
}
