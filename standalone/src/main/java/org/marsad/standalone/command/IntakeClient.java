package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Posts to the intake of the Marsad that runs, unless another is named. */
final class IntakeClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** To these the local operator's token may go: it does not leave this machine. */
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]", Pattern.CASE_INSENSITIVE);

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--url",
      description = "Intake of another Marsad; on another machine it needs --token-file.")
  private @Nullable String url;

  @Option(names = "--token-file", paramLabel = "FILE", description = "Token for that intake.")
  private @Nullable Path tokenFile;

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    var base = url == null ? Home.endpoint().url() : url;
    var token = Files.readString(tokenFile == null ? operatorToken() : tokenFile);
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token.strip())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return HttpClient.newBuilder()
        .connectTimeout(PATIENCE)
        .build()
        .send(request, BodyHandlers.ofString());
  }

  /** The local operator's, for this machine alone; also where a Marsad left no word here. */
  private Path operatorToken() throws IOException {
    if (url != null && !isOfThisMachine(url)) {
      throw absent("the token that the intake of --url knows you by");
    }
    var file = Home.folders(null).operatorToken();
    if (Files.notExists(file)) {
      throw absent("a token; there is none at " + file);
    }
    return file;
  }

  private ParameterException absent(String expected) {
    return new ParameterException(
        spec.commandLine(), "--token-file: absent (expected: " + expected + ")");
  }

  private static boolean isOfThisMachine(String url) {
    try {
      var host = new URI(url).getHost();
      return host != null && LOOPBACK.matcher(host).matches();
    } catch (URISyntaxException notOne) {
      return false;
    }
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
