package org.marsad.standalone.command;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.standalone.client.ApiClient;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which Marsad a command asks, and as whom: the one that runs here, unless another is named. */
final class ServerOptions {
  /** To these a token of this machine's operator may go: it does not leave the machine. */
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]", Pattern.CASE_INSENSITIVE);

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--url",
      description =
          "Address of another Marsad, such as https://marsad.example.org; on another machine it"
              + " needs --token-file.")
  private @Nullable String url;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "File whose first line is the token that it knows you by.")
  private @Nullable Path tokenFile;

  /** The API, as a user of it. */
  ApiClient api() throws IOException {
    var token = token(Home.operationsToken());
    return new ApiClient(url(), token);
  }

  /** Whether another than the one that runs here is named. */
  boolean namesOne() {
    return url != null;
  }

  /**
   * Where it is reached.
   *
   * @throws IOException when none is named and none runs
   */
  String url() throws IOException {
    return checked(named());
  }

  private String named() throws IOException {
    return url == null ? Home.endpoint().url() : url;
  }

  /**
   * The token that is named, else the local operator's.
   *
   * @param local file with the latter
   */
  String token(Path local) throws IOException {
    var server = named();
    return firstLine(tokenFile == null ? readable(local, server) : tokenFile);
  }

  /** The local operator's, for this machine alone; also where a Marsad left no word here. */
  private Path readable(Path local, String server) {
    if (!isOfThisMachine(server)) {
      throw fault(
          "--token-file: absent (expected: the token that the Marsad of --url knows you by)");
    }
    if (Files.notExists(local)) {
      throw fault("--token-file: absent (expected: a token; there is none at " + local + ")");
    }
    return local;
  }

  private static String firstLine(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines.findFirst().map(String::strip).orElse("");
    }
  }

  private String checked(String text) {
    if (!text.matches("https?://[^/?#]+/?") || host(text) == null) {
      throw fault("--url: %s (expected: such as http://127.0.0.1:8080)".formatted(text));
    }
    return text.replaceFirst("/$", "");
  }

  private static boolean isOfThisMachine(String url) {
    var host = host(url);
    return host != null && LOOPBACK.matcher(host).matches();
  }

  private static @Nullable String host(String url) {
    try {
      return new URI(url).getHost();
    } catch (URISyntaxException notOne) {
      return null;
    }
  }

  private ParameterException fault(String text) {
    return new ParameterException(spec.commandLine(), text);
  }
}
