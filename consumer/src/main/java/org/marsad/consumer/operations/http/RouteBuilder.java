package org.marsad.consumer.operations.http;

import io.javalin.http.HandlerType;
import java.util.List;

/** Says what a route is. */
public final class RouteBuilder {
  private final HandlerType method;
  private final String path;
  private final String name;
  private String summary = "";
  private Access access = Access.ANYBODY;
  private String schema = "";
  private List<Field> query = List.of();
  private List<Field> body = List.of();
  private Pace pace;

  RouteBuilder(HandlerType method, String path, String name) {
    this.method = method;
    this.path = path;
    this.name = name;
    this.pace = isAct() ? Pace.QUICK : Pace.AT_ONCE;
  }

  /** What it is for, in a sentence. */
  public RouteBuilder summary(String sentence) {
    summary = sentence;
    return this;
  }

  /** Who may use it; anybody unless said. */
  public RouteBuilder access(Access who) {
    access = who;
    return this;
  }

  /** What it answers, by the name of a schema. */
  public RouteBuilder answers(String schemaName) {
    schema = schemaName;
    return this;
  }

  /** What its query may say. */
  public RouteBuilder query(Field... fields) {
    query = List.of(fields);
    return this;
  }

  /** What its body may say. */
  public RouteBuilder body(Field... fields) {
    body = List.of(fields);
    return this;
  }

  /** How long it may take; acts are quick, the others answer at once, unless it is said. */
  public RouteBuilder pace(Pace howLong) {
    pace = howLong;
    return this;
  }

  /** The route, with what it does. */
  public Route by(Route.Handler handler) {
    return new Route(
        method, path, name, summary, access, schema, query, body, isAct(), pace, handler);
  }

  private boolean isAct() {
    return !method.equals(HandlerType.GET);
  }
}
