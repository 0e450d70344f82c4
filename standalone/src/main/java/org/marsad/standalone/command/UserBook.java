package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.people.UserRole;

/** Where users are added, listed and removed. */
interface UserBook {
  /**
   * A user who comes.
   *
   * @param subscriber that it is bound to; null: none
   * @param password for log-in; null: none
   * @param token name of a token for its programs; null: none
   */
  record NewUser(
      String name,
      UserRole role,
      @Nullable String subscriber,
      @Nullable String password,
      @Nullable String token) {}

  /** All users, without their secrets: name, role, subscriber, password (whether), tokens. */
  List<JsonNode> all() throws IOException, InterruptedException;

  /**
   * Adds a user.
   *
   * @return its token; null where none was asked for
   */
  @Nullable String add(NewUser user) throws IOException, InterruptedException;

  /** Removes a user. */
  void remove(String name) throws IOException, InterruptedException;
}
