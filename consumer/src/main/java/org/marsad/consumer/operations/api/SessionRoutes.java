package org.marsad.consumer.operations.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.marsad.consumer.operations.audit.AuditLog;
import org.marsad.consumer.operations.audit.Deed;
import org.marsad.consumer.operations.http.Access;
import org.marsad.consumer.operations.http.Authenticator;
import org.marsad.consumer.operations.http.Field;
import org.marsad.consumer.operations.http.Problem;
import org.marsad.consumer.operations.http.Reply;
import org.marsad.consumer.operations.http.Request;
import org.marsad.consumer.operations.http.Route;
import org.marsad.consumer.operations.people.Caller;
import org.marsad.consumer.operations.people.LogIn;
import org.marsad.consumer.operations.people.Means;
import org.marsad.consumer.operations.people.Passwords;
import org.marsad.consumer.operations.people.Sessions;
import org.marsad.consumer.operations.people.SignInLinks;
import org.marsad.consumer.operations.people.User;
import org.marsad.consumer.operations.people.UserRole;
import org.marsad.message.AuditOutcome;

/** Signing in and out, and who one is. */
public final class SessionRoutes {
  /** An address; a name would be looked up. */
  private static final Pattern NUMBER = Pattern.compile("\\[?[0-9a-fA-F:.]+]?");

  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_LINK = 64;

  private final LogIn logIn;
  private final Sessions sessions;
  private final SignInLinks links;
  private final AuditLog audit;
  private final Predicate<User> isConfidential;
  private final boolean isSecure;

  /**
   * @param isConfidential whether a user is bound to a confidential site, of which nobody else may
   *     know
   * @param isSecure whether browsers reach us over TLS alone, so that the cookie must not go
   *     without
   */
  public SessionRoutes(
      LogIn logIn,
      Sessions sessions,
      SignInLinks links,
      AuditLog audit,
      Predicate<User> isConfidential,
      boolean isSecure) {
    this.logIn = logIn;
    this.sessions = sessions;
    this.links = links;
    this.audit = audit;
    this.isConfidential = isConfidential;
    this.isSecure = isSecure;
  }

  /** Its routes. */
  public List<Route> routes() {
    return List.of(
        Route.get("/session", "whoAmI")
            .summary("Who is signed in, with which role.")
            .access(Access.of(UserRole.VIEWER).orBound(UserRole.VIEWER))
            .answers("Session")
            .by(request -> Reply.json(json(request.caller()))),
        Route.post("/session", "signIn")
            .summary("Signs in by name and password, or by a one-time link; sets a cookie.")
            .body(
                Field.text("name", LONGEST_NAME, "The user's name."),
                Field.text("password", Passwords.LONGEST, "The user's password."),
                Field.text("link", LONGEST_LINK, "The secret of a one-time link."))
            .answers("Session")
            .by(this::signIn),
        Route.delete("/session", "signOut")
            .summary("Signs out: the session ends.")
            .access(Access.of(UserRole.VIEWER).orBound(UserRole.VIEWER))
            .by(this::signOut));
  }

  private Reply signIn(Request request) throws IOException {
    var link = request.body().text("link");
    if (link != null) {
      return byLink(request, link);
    }
    var name = request.body().text("name");
    var password = request.body().text("password");
    if (name == null || password == null) {
      throw Problem.unusable(List.of("name, password: absent (expected: both, or a link)"))
          .exception();
    }
    var outcome = logIn.attempt(name, password, request.address());
    if (outcome instanceof LogIn.Outcome.Later later) {
      return Problem.of(429, "Too many tries: wait and try again.")
          .reply()
          .with("Retry-After", Long.toString(later.delay().toSeconds() + 1));
    }
    if (outcome instanceof LogIn.Outcome.Welcome welcome) {
      return begin(new Caller(welcome.user(), Means.PASSWORD, request.address()));
    }
    audit.refusedLogIn(name, Means.PASSWORD.name());
    throw Problem.of(401, "Name or password is wrong.").exception();
  }

  /** Whoever sits elsewhere has not read our terminal. */
  private Reply byLink(Request request, String secret) throws IOException {
    var user = isLoopback(request.address()) ? links.take(secret) : Optional.<User>empty();
    if (user.isEmpty()) {
      throw Problem.of(401, "The link was used, is too old, or is not for this machine.")
          .exception();
    }
    return begin(new Caller(user.get(), Means.LINK, request.address()));
  }

  private Reply begin(Caller caller) throws IOException {
    record(caller, "signIn");
    var secret = sessions.begin(caller.user());
    return Reply.json(json(caller))
        .with("Set-Cookie", cookie(secret, sessions.longest().toSeconds()));
  }

  private Reply signOut(Request request) throws IOException {
    var secret = request.cookie(Authenticator.COOKIE);
    if (secret != null) {
      sessions.end(secret);
    }
    record(request.caller(), "signOut");
    return Reply.nothing().with("Set-Cookie", cookie("", 0));
  }

  private void record(Caller caller, String act) throws IOException {
    audit.record(
        new Deed(caller, act, null, null, null, isConfidential.test(caller.user())),
        AuditOutcome.DONE,
        null);
  }

  private String cookie(String secret, long seconds) {
    return "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Strict%s"
        .formatted(Authenticator.COOKIE, secret, seconds, isSecure ? "; Secure" : "");
  }

  private static ObjectNode json(Caller caller) {
    var user = caller.user();
    var json = JsonNodeFactory.instance.objectNode();
    json.put("user", user.name()).put("role", user.role().name());
    if (user.subscriber() != null) {
      json.put("subscriber", user.subscriber());
    }
    return json.put("means", caller.means().name());
  }

  private static boolean isLoopback(String address) {
    try {
      return NUMBER.matcher(address).matches()
          && InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
