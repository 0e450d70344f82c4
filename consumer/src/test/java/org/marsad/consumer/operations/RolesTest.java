package org.marsad.consumer.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.consumer.operations.http.Route;
import org.marsad.consumer.operations.http.RouteTable;

/** Who may use which route: each kind of user asks each route of the real server. */
class RolesTest {
  @TempDir private Path folder;
  private OperationsDesk desk;

  @BeforeEach
  void start() throws IOException {
    desk = new OperationsDesk(folder);
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  /** The approved file is what a reviewer reads: a right that changes shows there. */
  @Test
  void shouldAnswerWhoMayAndNobodyElse() throws IOException {
    // When
    var answered = new ArrayList<String>();
    for (var route : desk.app.routes()) {
      answered.add("%-6s %-32s %s".formatted(route.method().name(), route.path(), whoMay(route)));
    }
    // Then
    assertThat(String.join("\n", answered) + "\n").isEqualTo(approved());
  }

  @Test
  void shouldSayWhichMethodsThereAreAndThatAPathIsUnknown() {
    // When
    var wrongWay = desk.people.ask(desk.port(), "admin", "PUT", RouteTable.ROOT + "/alerts");
    var nowhere = desk.people.ask(desk.port(), "admin", "GET", RouteTable.ROOT + "/nothing/here");
    // Then
    assertThat(wrongWay.statusCode()).isEqualTo(405);
    assertThat(wrongWay.headers().firstValue("Allow")).hasValue("GET");
    assertThat(nowhere.statusCode()).isEqualTo(404);
    for (var problem : List.of(wrongWay, nowhere)) {
      assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(problem.body()).contains("\"status\":" + problem.statusCode(), "\"detail\":");
    }
  }

  @Test
  void shouldSayNothingToCachesAndOtherPagesWhateverIsAsked() {
    for (var path : List.of("/session", "/alerts", "/alerts/x", "/nothing", "/openapi.json")) {
      var answer = desk.people.ask(desk.port(), "viewer", "GET", RouteTable.ROOT + path);
      assertThat(answer.headers().firstValue("Cache-Control")).as(path).hasValue("no-store");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(answer.headers().firstValue("Content-Security-Policy"))
          .hasValue("default-src 'none'; frame-ancestors 'none'");
    }
  }

  private String whoMay(Route route) {
    var admitted = new ArrayList<String>();
    if (isAdmitted(route, null)) {
      admitted.add("anybody");
    }
    for (var name : desk.people.names()) {
      if (isAdmitted(route, name)) {
        admitted.add(name);
      }
    }
    return String.join(" ", admitted);
  }

  private boolean isAdmitted(Route route, @Nullable String user) {
    var path = RouteTable.ROOT + route.path().replaceAll("\\{\\w+}", "x");
    var answer =
        desk.people.begin(
            desk.port(), user, route.method().name(), path, route.isAct() ? "{}" : null);
    return !answer.startsWith("403 ")
        && !(answer.startsWith("401 ") && answer.contains("Nobody is signed in."));
  }

  private static String approved() throws IOException {
    try (var file = RolesTest.class.getResourceAsStream("roles.txt")) {
      return new String(
          Objects.requireNonNull(file, "roles.txt").readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
