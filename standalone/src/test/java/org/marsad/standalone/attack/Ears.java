package org.marsad.standalone.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The receivers of all subscribers on 127.0.0.1: one server for what comes over HTTP, one for mail.
 * Both take everything and write down what came, by owner and channel, in its order.
 */
final class Ears implements AutoCloseable {
  /** What differs from run to run: a port. */
  private static final Set<String> OF_THE_RUN = Set.of("host");

  /** What parts of a mail are kept apart by. */
  private static final Pattern BOUNDARY = Pattern.compile("----=_Part_[^\"\\s]*[^\"\\s-]");

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, List<String>> heard = new TreeMap<>();
  private final HttpServer http;
  private final ServerSocket mail;

  Ears() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(threads);
    http.createContext("/", this::take);
    http.start();
    mail = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::receiveMail);
  }

  /** The channels of a subscriber as lines of the file of subscribers. */
  String channels(String owner, int number) {
    return """
        - {type: sms, url: "%1$s/%2$s/sms", own-network: true, number: "+96390000000%3$d",
           content-type: text/plain, body: "{to} {text}"}
        - {type: ntfy, url: "%1$s/%2$s/ntfy", own-network: true, topic: "%2$s"}
        - {type: webhook, url: "%1$s/%2$s/webhook", own-network: true,
           secret: "whsec_YSBrZXkgb2YgdGhpcnR5LXR3byBieXRlcywgbm8gbW9yZQ=="}
        - {type: alertmanager, url: "%1$s/%2$s/alertmanager", own-network: true}
        - {type: email, host: "127.0.0.1", port: %4$d, security: NONE, own-network: true,
           from: "alerts@marsad.example", to: "%2$s@example.org"}
        - {type: feed, token-sha256: "%5$s"}
    """
        .formatted(
            "http://127.0.0.1:" + http.getAddress().getPort(),
            owner,
            number,
            mail.getLocalPort(),
            Tokens.hashOf("feed-" + owner));
  }

  /** What came, by owner and channel. */
  synchronized Map<String, List<String>> heard() {
    var copy = new TreeMap<String, List<String>>();
    heard.forEach((who, texts) -> copy.put(who, List.copyOf(texts)));
    return copy;
  }

  @Override
  public void close() throws IOException {
    http.stop(0);
    mail.close();
    threads.shutdownNow();
  }

  private synchronized void hear(String who, String what) {
    heard.computeIfAbsent(who, unknown -> new ArrayList<>()).add(what);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var text = new StringBuilder(exchange.getRequestMethod()).append('\n');
      new TreeMap<>(exchange.getRequestHeaders())
          .forEach(
              (name, values) -> {
                if (!OF_THE_RUN.contains(name.toLowerCase(Locale.ROOT))) {
                  text.append(name).append(": ").append(values).append('\n');
                }
              });
      text.append(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      var path = exchange.getRequestURI().getPath().split("/", -1);
      hear(path[2] + " " + path[1], text.toString());
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private void receiveMail() {
    while (!mail.isClosed()) {
      try {
        var caller = mail.accept();
        threads.execute(() -> talk(caller));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket caller) {
    try (caller) {
      var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), UTF_8));
      var out = caller.getOutputStream();
      say(out, "220 stand-in");
      var to = "nobody";
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        var verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        switch (verb) {
          case "DATA" -> {
            say(out, "354 go on");
            hear("email " + to, BOUNDARY.matcher(mailOf(in)).replaceAll("boundary"));
            say(out, "250 taken");
          }
          case "RCPT" -> {
            to = line.replaceAll(".*<([^@]*)@.*", "$1");
            say(out, "250 fine");
          }
          case "QUIT" -> {
            say(out, "221 bye");
            return;
          }
          default -> say(out, "250 fine");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String mailOf(BufferedReader in) throws IOException {
    var text = new StringBuilder();
    @Nullable String line = in.readLine();
    while (line != null && !line.equals(".")) {
      text.append(line).append('\n');
      line = in.readLine();
    }
    return text.toString();
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(UTF_8));
    out.flush();
  }
}
