package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.marsad.standalone.client.HttpSender;
import picocli.CommandLine.Mixin;

/** Posts to the intake of the Marsad that runs, unless another is named. */
final class IntakeClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Mixin private ServerOptions server = new ServerOptions();

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    var token = server.token(Home.folders(null).operatorToken());
    var request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return new HttpSender(server.url()).send(request, BodyHandlers.ofString());
  }

  /** The entries of an answer. */
  static JsonNode entries(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body());
  }

  /** Shows why something was refused, a line each. */
  static void explain(HttpResponse<String> answer, Terminal terminal) throws IOException {
    var said = JSON.readTree(answer.body());
    for (var error : said.path("errors")) {
      terminal.fault(
          "%s: %s (expected: %s)"
              .formatted(
                  error.path("field").asText(),
                  error.path("value").asText(),
                  error.path("expected").asText()));
    }
    if (said.has("reason")) {
      terminal.fault("not taken: " + said.path("reason").asText());
    } else if (said.has("expected")) {
      terminal.fault(
          "refused with status %d (expected: %s)"
              .formatted(answer.statusCode(), said.path("expected").asText()));
    } else if (!said.has("errors")) {
      terminal.fault(answer.body());
    }
  }
}
