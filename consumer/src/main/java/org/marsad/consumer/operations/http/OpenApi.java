package org.marsad.consumer.operations.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The description of the API, OpenAPI 3.1, made from its routes. */
public final class OpenApi {
  private static final String PROBLEM = "Problem";

  private OpenApi() {}

  /**
   * The document.
   *
   * @param schemas of what routes answer, by name
   */
  public static ObjectNode of(List<Route> routes, Map<String, ObjectNode> schemas) {
    var document = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Marsad operations")
        .put("version", "1")
        .put(
            "description",
            "What an operations centre sees and does. What a user sees depends on its role and on"
                + " the subscriber that it is bound to; `x-seen-by` says which audiences see a"
                + " field, and an absent field is unknown or not for this user.")
        .putObject("license")
        .put("name", "Apache-2.0")
        .put("identifier", "Apache-2.0");
    document.putArray("servers").addObject().put("url", RouteTable.ROOT);
    var paths = document.putObject("paths");
    for (var route : routes) {
      var path =
          paths.get(route.path()) instanceof ObjectNode known
              ? known
              : paths.putObject(route.path());
      path.set(route.method().name().toLowerCase(Locale.ROOT), operation(route));
    }
    var tags = document.putArray("tags");
    routes.stream()
        .map(OpenApi::tag)
        .distinct()
        .forEach(name -> tags.addObject().put("name", name));
    var components = document.putObject("components");
    var all = components.putObject("schemas");
    schemas.forEach(all::set);
    all.set(PROBLEM, problem());
    var security = components.putObject("securitySchemes");
    security.putObject("token").put("type", "http").put("scheme", "bearer");
    security
        .putObject("session")
        .put("type", "apiKey")
        .put("in", "cookie")
        .put("name", Authenticator.COOKIE);
    return document;
  }

  /** The kind of thing that it is about. */
  private static String tag(Route route) {
    return route.path().split("/", -1)[1];
  }

  private static ObjectNode operation(Route route) {
    var operation = JsonNodeFactory.instance.objectNode();
    operation
        .put("operationId", route.name())
        .put("summary", route.summary())
        .put("description", route.access().words());
    operation.putArray("tags").add(tag(route));
    var security = operation.putArray("security");
    if (route.access().isForUsers()) {
      security.addObject().putArray("token");
      security.addObject().putArray("session");
    }
    parameters(route, operation);
    body(route, operation);
    responses(route, operation.putObject("responses"));
    return operation;
  }

  private static void parameters(Route route, ObjectNode operation) {
    var parameters = operation.putArray("parameters");
    for (var part : route.pathParts()) {
      parameters
          .addObject()
          .put("name", part)
          .put("in", "path")
          .put("required", true)
          .putObject("schema")
          .put("type", "string");
    }
    for (var field : route.query()) {
      var parameter = parameters.addObject();
      parameter
          .put("name", field.name())
          .put("in", "query")
          .put("description", field.description())
          .put("required", field.isRequired());
      if (field.kind() == Field.Kind.TEXTS) {
        parameter.put("style", "form").put("explode", false);
      }
      parameter.set("schema", field.schema());
    }
    if (route.isAct()) {
      parameters
          .addObject()
          .put("name", Forgery.HEADER)
          .put("in", "header")
          .put("description", "1. Needed unless a token is shown: no other site can set it.")
          .put("required", false)
          .putObject("schema")
          .put("type", "string")
          .putArray("enum")
          .add("1");
    }
  }

  private static void body(Route route, ObjectNode operation) {
    if (route.body().isEmpty()) {
      return;
    }
    var needed = route.body().stream().anyMatch(Field::isRequired);
    var body = operation.putObject("requestBody").put("required", needed);
    var schema = body.putObject("content").putObject(Reply.JSON).putObject("schema");
    var properties =
        schema.put("type", "object").put("additionalProperties", false).putObject("properties");
    for (var field : route.body()) {
      properties.set(field.name(), field.schema().put("description", field.description()));
    }
    if (needed) {
      var required = schema.putArray("required");
      route.body().stream().filter(Field::isRequired).map(Field::name).forEach(required::add);
    }
  }

  private static void responses(Route route, ObjectNode responses) {
    if (route.schema().isEmpty()) {
      responses.putObject("204").put("description", "Done.");
    } else {
      responses
          .putObject("200")
          .put("description", "The answer.")
          .putObject("content")
          .putObject(route.schema().equals("EventStream") ? "text/event-stream" : Reply.JSON)
          .putObject("schema")
          .put("$ref", "#/components/schemas/" + route.schema());
    }
    if (route.access().isForUsers()) {
      problem(responses, "401", "Nobody is signed in.");
    }
    if (route.access().isForUsers() || route.isAct()) {
      problem(responses, "403", "The user may not, or another site may have made the request.");
    }
    if (!route.pathParts().isEmpty()) {
      problem(responses, "404", "There is none, or the user may not know of it.");
    }
    if (route.isAct()) {
      problem(responses, "400", "The body is no JSON object.");
      problem(responses, "408", "The body did not come in time.");
      problem(responses, "413", "The body is too large.");
      problem(responses, "415", "The body is said to be something else than JSON.");
    }
    problem(responses, "422", "What was said cannot be used; `faults` says all that is wrong.");
    if (route.waits()) {
      problem(responses, "503", "The broker did not answer in time.");
    }
  }

  private static void problem(ObjectNode responses, String status, String description) {
    responses
        .putObject(status)
        .put("description", description)
        .putObject("content")
        .putObject(Problem.MEDIA_TYPE)
        .putObject("schema")
        .put("$ref", "#/components/schemas/" + PROBLEM);
  }

  private static ObjectNode problem() {
    var schema = JsonNodeFactory.instance.objectNode();
    schema.put("description", "Why a request is not answered (RFC 9457).").put("type", "object");
    var properties = schema.putObject("properties");
    properties.putObject("type").put("type", "string").put("format", "uri-reference");
    properties.putObject("title").put("type", "string");
    properties.putObject("status").put("type", "integer");
    properties.putObject("detail").put("type", "string");
    properties
        .putObject("faults")
        .put("type", "array")
        .put("description", "Each: name: value (expected: what was expected).")
        .putObject("items")
        .put("type", "string");
    schema.putArray("required").add("type").add("title").add("status").add("detail");
    return schema;
  }
}
