package org.marsad.consumer.operations.http;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.people.Caller;
import org.marsad.consumer.operations.people.LocalOperator;
import org.marsad.consumer.operations.people.Means;
import org.marsad.consumer.operations.people.Sessions;
import org.marsad.consumer.operations.people.TrustedProxy;
import org.marsad.consumer.operations.people.Users;

/**
 * Finds out who makes a request: a token, else the header of a proxy that is believed, else the
 * cookie of a session. Where the first of them that is there names nobody, nobody it is.
 */
public final class Authenticator {
  /** The cookie of a session. */
  public static final String COOKIE = "marsad_session";

  private static final String BEARER = "bearer ";

  private final Supplier<Users> users;
  private final Sessions sessions;
  private final TrustedProxy proxy;

  public Authenticator(Supplier<Users> users, Sessions sessions, TrustedProxy proxy) {
    this.users = users;
    this.sessions = sessions;
    this.proxy = proxy;
  }

  /**
   * What a request shows of who makes it.
   *
   * @param remote address that it came from
   * @param forwarded the headers {@code X-Forwarded-For}, in their order
   * @param named values of the proxy's header
   */
  record Shown(
      @Nullable String authorization,
      @Nullable String cookie,
      String remote,
      @Nullable String forwarded,
      List<String> named) {
    Shown {
      named = List.copyOf(named);
    }
  }

  /** What a request shows. */
  Shown shown(Context ctx) {
    var header = proxy.userHeader();
    return new Shown(
        ctx.header("Authorization"),
        ctx.cookie(COOKIE),
        ctx.req().getRemoteAddr(),
        String.join(",", Collections.list(ctx.req().getHeaders("X-Forwarded-For"))),
        header.isEmpty() ? List.of() : Collections.list(ctx.req().getHeaders(header)));
  }

  /** Who makes a request now; empty: nobody who is known. */
  Optional<Caller> caller(Shown shown) {
    var address = address(shown);
    var authorization = shown.authorization();
    if (authorization != null) {
      return isBearer(authorization)
          ? users
              .get()
              .ofToken(authorization.substring(BEARER.length()).strip())
              .map(user -> new Caller(user, Means.TOKEN, address))
          : Optional.empty();
    }
    var named = proxy.user(shown.remote(), shown.named());
    if (named.isPresent()) {
      return users
          .get()
          .named(named.get())
          .filter(user -> !user.name().equals(LocalOperator.NAME)) // it comes from no proxy
          .map(user -> new Caller(user, Means.PROXY, address));
    }
    return Optional.ofNullable(shown.cookie())
        .flatMap(sessions::user)
        .map(user -> new Caller(user, Means.SESSION, address));
  }

  /** The address of the one who asks. */
  String address(Shown shown) {
    return proxy.client(shown.remote(), shown.forwarded());
  }

  private static boolean isBearer(String authorization) {
    return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
  }
}
