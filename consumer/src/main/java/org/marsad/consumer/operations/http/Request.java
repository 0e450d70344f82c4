package org.marsad.consumer.operations.http;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.people.Caller;
import org.marsad.consumer.operations.people.User;

/** A request that may be answered: who asks, and what was said. */
public final class Request {
  private final Context context;
  private final @Nullable Caller caller;
  private final String address;
  private final Values query;
  private final Values body;

  Request(Context context, @Nullable Caller caller, String address, Values query, Values body) {
    this.context = context;
    this.caller = caller;
    this.address = address;
    this.query = query;
    this.body = body;
  }

  /** Who asks, on a route for users. */
  public Caller caller() {
    if (caller == null) {
      throw new IllegalStateException("caller: nobody (expected: a route for users)");
    }
    return caller;
  }

  /** The user who asks, on a route for users. */
  public User user() {
    return caller().user();
  }

  /** Where the request comes from. */
  public String address() {
    return address;
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
