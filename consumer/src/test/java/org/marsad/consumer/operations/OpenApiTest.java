package org.marsad.consumer.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.consumer.operations.http.RouteTable;

/** The description of the API says what the routes are, no more and no less. */
class OpenApiTest {
  @TempDir private Path folder;
  private OperationsDesk desk;
  private JsonNode document;

  @BeforeEach
  void start() throws IOException {
    desk = new OperationsDesk(folder);
    document = new ObjectMapper().readTree(desk.get(null, RouteTable.ROOT + "/openapi.json"));
    var written = System.getProperty("openapi.out"); // for a linter
    if (written != null) {
      Files.writeString(Path.of(written), document.toPrettyString());
    }
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  @Test
  void shouldDescribeEveryRouteAndNothingElse() {
    // When
    var described = new TreeSet<String>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(method -> described.add(method + " " + path.getKey())));
    // Then
    var routes = new TreeSet<String>();
    desk.app
        .routes()
        .forEach(
            route ->
                routes.add(route.method().name().toLowerCase(Locale.ROOT) + " " + route.path()));
    assertThat(described).isEqualTo(routes).hasSizeGreaterThan(20);
    assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
  }

  @Test
  void shouldDeclareTheTagOfEveryOperation() {
    // When
    var declared = new TreeSet<>(document.path("tags").findValuesAsText("name"));
    var used = new TreeSet<String>();
    document.path("paths").findValues("tags").forEach(tags -> used.add(tags.path(0).asText()));
    // Then
    assertThat(declared).isEqualTo(used).isNotEmpty();
  }

  @Test
  void shouldNameOnlySchemasThatThereAre() {
    // When
    var missing = new TreeSet<String>();
    document
        .findValuesAsText("$ref")
        .forEach(
            reference -> {
              if (document.at(reference.substring(1)).isMissingNode()) {
                missing.add(reference);
              }
            });
    // Then
    assertThat(missing).isEmpty();
  }

  @Test
  void shouldSayWhatEachOperationIsForAndHowItIsProtected() {
    for (var route : desk.app.routes()) {
      var operation =
          document
              .path("paths")
              .path(route.path())
              .path(route.method().name().toLowerCase(Locale.ROOT));
      assertThat(operation.path("summary").asText()).as(route.name()).endsWith(".");
      assertThat(operation.path("operationId").asText()).isEqualTo(route.name());
      assertThat(operation.path("security").isEmpty())
          .as(route.name())
          .isEqualTo(!route.access().isForUsers());
      assertThat(operation.path("responses").has("401"))
          .as(route.name())
          .isEqualTo(route.access().isForUsers());
    }
  }

  @Test
  void shouldSayWhoSeesAFieldOfAMessage() {
    var properties = document.at("/components/schemas/Alert/properties");
    assertThat(properties.at("/strikeIds/x-seen-by").toString())
        .contains("OPS")
        .doesNotContain("PUBLIC");
    assertThat(properties.at("/alertId/description").asText()).isNotBlank();
  }
}
