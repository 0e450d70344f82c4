package org.marsad.consumer.operations.http;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.people.Caller;
import org.marsad.consumer.operations.people.User;

/** A request that may be answered: who asks, and what was said. */
public final class Request {
  private final Context context;
  private final Asking asking;
  private final Values query;
  private final Values body;

  Request(Context context, Asking asking, Values query, Values body) {
    this.context = context;
    this.asking = asking;
    this.query = query;
    this.body = body;
  }

  /**
   * Who asks.
   *
   * @param caller null: nobody who is known
   * @param address where the request comes from
   * @param now who it is by now
   */
  record Asking(@Nullable Caller caller, String address, Supplier<Optional<Caller>> now) {}

  /** Who asks, on a route for users. */
  public Caller caller() {
    var caller = asking.caller();
    if (caller == null) {
      throw new IllegalStateException("caller: nobody (expected: a route for users)");
    }
    return caller;
  }

  /** The user who asks, on a route for users. */
  public User user() {
    return caller().user();
  }

  /** Who asks, by what the request showed: nobody where the session or the user has ended. */
  public Optional<Caller> callerNow() {
    return asking.now().get();
  }

  /** Where the request comes from. */
  public String address() {
    return asking.address();
  }

  /** A part of the path. */
  public String path(String name) {
    return context.pathParam(name);
  }

  /** What the query said. */
  public Values query() {
    return query;
  }

  /** What the body said. */
  public Values body() {
    return body;
  }

  /** A header; null: none. */
  public @Nullable String header(String name) {
    return context.header(name);
  }

  /** A cookie; null: none. */
  public @Nullable String cookie(String name) {
    return context.cookie(name);
  }

  /** The exchange itself, for what is sent bit by bit. */
  public Context context() {
    return context;
  }
}
