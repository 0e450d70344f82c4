package org.marsad.consumer.operations.http;

import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One operation of the API: who may use it, what it is told, what it does.
 *
 * @param name of the operation, unique
 * @param path below the API's root; {@code {id}} is a part that the request chooses
 * @param summary in a sentence
 * @param schema name of what it answers, among the schemas of the API's description; empty: nothing
 * @param query fields of the query
 * @param body fields of the body
 * @param isAct whether it changes something: another site must not make a browser send it
 * @param pace how long it may take
 */
public record Route(
    HandlerType method,
    String path,
    String name,
    String summary,
    Access access,
    String schema,
    List<Field> query,
    List<Field> body,
    boolean isAct,
    Pace pace,
    Handler handler) {
  private static final Pattern PART = Pattern.compile("\\{(\\w+)}");

  public Route {
    query = List.copyOf(query);
    body = List.copyOf(body);
  }

  /** Whether it waits, so that it must not take a thread of the server. */
  public boolean waits() {
    return pace != Pace.AT_ONCE;
  }

  /** Answers a request that has passed all checks. */
  @FunctionalInterface
  public interface Handler {
    /**
     * Answers.
     *
     * @throws ProblemException with what is wrong
     * @throws IOException where something that it needs is away
     */
    Reply answer(Request request) throws IOException;
  }

  /** Begins a route that looks something up. */
  public static RouteBuilder get(String path, String name) {
    return new RouteBuilder(HandlerType.GET, path, name);
  }

  /** Begins a route that does something. */
  public static RouteBuilder post(String path, String name) {
    return new RouteBuilder(HandlerType.POST, path, name);
  }

  /** Begins a route that takes something away. */
  public static RouteBuilder delete(String path, String name) {
    return new RouteBuilder(HandlerType.DELETE, path, name);
  }

  /** The same route, answered by another. */
  public Route handledBy(Handler other) {
    return new Route(method, path, name, summary, access, schema, query, body, isAct, pace, other);
  }

  /** The parts of its path that a request chooses, in order. */
  public List<String> pathParts() {
    var parts = new ArrayList<String>();
    var matcher = PART.matcher(path);
    while (matcher.find()) {
      parts.add(matcher.group(1));
    }
    return parts;
  }
}
