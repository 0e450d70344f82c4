package org.marsad.consumer.operations.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.audit.AuditLog;
import org.marsad.consumer.operations.audit.Deed;
import org.marsad.consumer.operations.http.Access;
import org.marsad.consumer.operations.http.Field;
import org.marsad.consumer.operations.http.Problem;
import org.marsad.consumer.operations.http.Reply;
import org.marsad.consumer.operations.http.Request;
import org.marsad.consumer.operations.http.Route;
import org.marsad.consumer.operations.people.AccessToken;
import org.marsad.consumer.operations.people.Passwords;
import org.marsad.consumer.operations.people.Secrets;
import org.marsad.consumer.operations.people.User;
import org.marsad.consumer.operations.people.UserRole;
import org.marsad.consumer.operations.people.UsersFile;
import org.marsad.consumer.operations.people.UsersSource;
import org.marsad.consumer.subscribers.TokenHash;
import org.marsad.schemas.settings.SettingsException;

/** Users: who there are, who comes and who goes. */
public final class UserRoutes {
  private static final Access ADMINS = Access.of(UserRole.ADMIN);
  private static final int LONGEST_NAME = 64;

  private final UsersSource users;
  private final AuditLog audit;

  public UserRoutes(UsersSource users, AuditLog audit) {
    this.users = users;
    this.audit = audit;
  }

  /** Its routes. */
  public List<Route> routes() {
    return List.of(
        Route.get("/users", "listUsers")
            .summary("All users, without their secrets.")
            .access(ADMINS)
            .answers("UserList")
            .by(request -> list()),
        Route.post("/users", "addUser")
            .summary("Adds a user; a token, where one is asked for, is shown here and never again.")
            .access(ADMINS)
            .body(
                Field.text("name", LONGEST_NAME, "New name: " + UsersFile.NAME_FORM + ".")
                    .required(),
                Field.symbol("role", UserRole.class, "What the user may do.").required(),
                Field.text("subscriber", LONGEST_NAME, "Id of the subscriber it is bound to."),
                Field.text("password", Passwords.LONGEST, "For log-in; absent: none."),
                Field.text("token", LONGEST_NAME, "Name of a token for its programs."))
            .answers("NewUser")
            .by(this::add),
        Route.delete("/users/{name}", "removeUser")
            .summary("Removes a user; its sessions and tokens end at once.")
            .access(ADMINS)
            .by(this::remove));
  }

  private Reply list() {
    var json = JsonNodeFactory.instance.objectNode();
    var list = json.putArray("users");
    users.current().all().forEach(user -> list.add(json(user)));
    users
        .warning()
        .ifPresent(
            warning -> {
              var faults = json.putArray("faults");
              warning.details().forEach(faults::add);
            });
    return Reply.json(json);
  }

  /** The audit is private: who is bound to a confidential site, none but an administrator knows. */
  private Reply add(Request request) throws IOException {
    var said = request.body();
    var name = said.required("name");
    if (!UsersFile.NAME.matcher(name).matches()) {
      throw new SettingsException(
          List.of("name: " + name + " (expected: " + UsersFile.NAME_FORM + ")"));
    }
    var details = said.json(List.of("password"));
    var deed = new Deed(request.caller(), "addUser", name, details, null, true);
    var token = said.text("token") == null ? null : Secrets.generate();
    audit.perform(
        deed,
        () -> {
          users.add(user(request, name, token));
          return name;
        });
    var json = json(users.current().named(name).orElseThrow());
    if (token != null) {
      json.put("token", token);
    }
    return Reply.json(json);
  }

  private static User user(Request request, String name, @Nullable String token) {
    var said = request.body();
    var role = said.symbol("role", UserRole.class);
    var tokenName = said.text("token");
    return new User(
        name,
        role == null ? UserRole.VIEWER : role,
        said.text("subscriber"),
        hash(said.text("password")),
        token == null || tokenName == null
            ? List.of()
            : List.of(new AccessToken(tokenName, TokenHash.of(token))));
  }

  private static @Nullable String hash(@Nullable String password) {
    try {
      return password == null ? null : Passwords.hash(password);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(List.of(String.valueOf(e.getMessage())));
    }
  }

  private Reply remove(Request request) throws IOException {
    var name = request.path("name");
    if (users.current().named(name).isEmpty()) {
      throw Problem.unknown("user", name).exception();
    }
    var deed = new Deed(request.caller(), "removeUser", name, null, null, true);
    audit.perform(
        deed,
        () -> {
          if (!users.remove(name)) {
            throw new SettingsException(
                List.of("name: " + name + " (expected: a user of the file)"));
          }
          return name;
        });
    return Reply.nothing();
  }

  private static ObjectNode json(User user) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("name", user.name()).put("role", user.role().name());
    if (user.subscriber() != null) {
      json.put("subscriber", user.subscriber());
    }
    json.put("password", user.passwordHash() != null);
    var tokens = json.putArray("tokens");
    user.tokens().forEach(token -> tokens.add(token.name()));
    return json;
  }
}
