package org.marsad.consumer.operations.http;

import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.people.User;
import org.marsad.consumer.operations.people.UserRole;

/**
 * Who may use a route.
 *
 * @param least role of a user who is bound to no subscriber; null: anybody, also who is not signed
 *     in
 * @param leastBound role of a user who is bound to one; null: no such user, unless anybody may
 */
public record Access(@Nullable UserRole least, @Nullable UserRole leastBound) {
  /** Anybody, also who is not signed in. */
  public static final Access ANYBODY = new Access(null, null);

  /** Users of this role, bound to no subscriber. */
  public static Access of(UserRole least) {
    return new Access(least, null);
  }

  /** And users of this role that are bound to a subscriber, for what is theirs. */
  public Access orBound(UserRole leastOfThem) {
    return new Access(least, leastOfThem);
  }

  /** Whether somebody has to be signed in. */
  public boolean isForUsers() {
    return least != null;
  }

  /**
   * Whether a user may use the route.
   *
   * @param user null: nobody is signed in
   */
  public boolean admits(@Nullable User user) {
    if (least == null) {
      return true;
    }
    if (user == null) {
      return false;
    }
    var needed = user.isBound() ? leastBound : least;
    return needed != null && user.role().includes(needed);
  }

  /** In words, for the API's description. */
  public String words() {
    if (least == null) {
      return "Anybody.";
    }
    return leastBound == null
        ? "Users from " + least + " up."
        : "Users from %s up; bound to a subscriber from %s up.".formatted(least, leastBound);
  }
}
