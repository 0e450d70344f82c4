package org.marsad.consumer.operations.people;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Lets users in by password. Failures are counted by user and by address, and too many make the
 * next try wait. An address from which a user came in before has a count of its own, so that nobody
 * can keep that user out by failing elsewhere.
 */
public final class LogIn {
  private static final int AT_ONCE = 10;
  private static final Duration PERIOD = Duration.ofSeconds(10);
  private static final int MOST_KNOWN = 1_000;

  private final Supplier<Users> users;
  private final Throttle byUser;
  private final Throttle byAddress;
  private final Set<String> known =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > MOST_KNOWN;
                }
              }));

  /**
   * @param users those in force
   */
  public LogIn(Supplier<Users> users) {
    this(users, System::nanoTime);
  }

  LogIn(Supplier<Users> users, LongSupplier nanoTime) {
    this.users = users;
    this.byUser = new Throttle(AT_ONCE, PERIOD, nanoTime);
    this.byAddress = new Throttle(AT_ONCE, PERIOD, nanoTime);
  }

  /** What came of a try. */
  public sealed interface Outcome {
    /** The user is who it says. */
    record Welcome(User user) implements Outcome {}

    /** Name or password is wrong; which of them nobody learns. */
    record Wrong() implements Outcome {}

    /**
     * Too many failures before; the password was not looked at.
     *
     * @param delay until the next try
     */
    record Later(Duration delay) implements Outcome {}
  }

  /**
   * Looks at a password.
   *
   * @param address of the one who tries
   */
  public Outcome attempt(String name, String password, String address) {
    var place = name + "\n" + address;
    var user = known.contains(place) ? place : name;
    var wait = longer(byUser.delay(user), byAddress.delay(address));
    if (!wait.isZero()) {
      return new Outcome.Later(wait);
    }
    var named = users.get().named(name);
    if (Passwords.matches(password, named.map(User::passwordHash).orElse(null))) {
      known.add(place);
      return new Outcome.Welcome(named.orElseThrow());
    }
    byUser.failed(user);
    byAddress.failed(address);
    return new Outcome.Wrong();
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
