package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.people.UserRole;
import org.marsad.standalone.Endpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code marsad users}: who may use page and API. */
@Command(
    name = "users",
    description =
        "Adds, lists and removes who may use page and API: through the Marsad that runs, else in"
            + " users.yaml of the data folder.",
    mixinStandardHelpOptions = true)
final class UsersCommand extends BookCommand {
  @Command(
      name = "add",
      description =
          "Adds a user. Its password is asked for, unless it only gets a token for programs.",
      mixinStandardHelpOptions = true)
  int add(
      @Parameters(
              paramLabel = "NAME",
              description = "A role or pseudonym such as night-shift, never a person's name.")
          String name,
      @Option(
              names = "--role",
              required = true,
              description = "${COMPLETION-CANDIDATES}; each may do what those before it may.")
          UserRole role,
      @Option(
              names = "--subscriber",
              paramLabel = "ID",
              description = "Binds it: it sees and answers what this subscriber may, no more.")
          @Nullable String subscriber,
      @Option(
              names = "--token",
              paramLabel = "NAME",
              description = "Makes a token of that name, and prints it, this once.")
          @Nullable String token,
      @Option(
              names = "--password-stdin",
              description = "Reads the password from standard input, its first line.")
          boolean fromInput,
      @Mixin ServerOptions server,
      @Mixin DataOption data)
      throws IOException, InterruptedException {
    var book = book(server, data);
    var password = fromInput ? firstLine() : token == null ? asked() : null;
    var secret = book.add(new UserBook.NewUser(name, role, subscriber, password, token));
    terminal().progress("added " + name);
    if (secret != null) {
      showOnce("token", secret);
    }
    return 0;
  }

  @Command(
      name = "list",
      description = "Lists the users, without their secrets.",
      mixinStandardHelpOptions = true)
  int list(@Mixin ListOptions list, @Mixin ServerOptions server, @Mixin DataOption data)
      throws IOException, InterruptedException {
    list.print(terminal(), book(server, data).all(), "user", UsersCommand::line);
    return 0;
  }

  @Command(
      name = "remove",
      description = "Removes a user: its sessions and tokens end.",
      mixinStandardHelpOptions = true)
  int remove(
      @Parameters(paramLabel = "NAME", description = "As users list shows it.") String name,
      @Mixin ServerOptions server,
      @Mixin DataOption data)
      throws IOException, InterruptedException {
    book(server, data).remove(name);
    terminal().progress("removed " + name);
    return 0;
  }

  private UserBook book(ServerOptions server, DataOption data) throws IOException {
    if (server.namesOne() && data.isNamed()) {
      throw fault("--data: given with --url (expected: one or the other)");
    }
    var runs = Endpoint.read(Home.run()).filter(Endpoint::answers).isPresent();
    return server.namesOne() || (runs && !data.isNamed())
        ? new ServedUsers(server.api())
        : new FiledUsers(data.folders().users());
  }

  /** Without echo, and twice: nobody sees what is typed. */
  @SuppressWarnings(
      "SystemConsoleNull") // from Java 22 on a pipe counts as a terminal: its lines are read
  private String asked() {
    var console = System.console();
    if (console == null) {
      throw fault("password: no terminal to ask at (expected: --password-stdin, or --token)");
    }
    var once = console.readPassword("password: ");
    var again = console.readPassword("once more: ");
    if (once == null || again == null || !String.valueOf(once).equals(String.valueOf(again))) {
      throw fault("password: (hidden) (expected: the same twice)");
    }
    return String.valueOf(once);
  }

  private String firstLine() throws IOException {
    var line =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    if (line == null) {
      throw fault("password: absent (expected: a line on standard input)");
    }
    return line;
  }

  private static String line(JsonNode user) {
    var more = new ArrayList<String>();
    if (user.path("password").asBoolean()) {
      more.add("password");
    }
    user.path("tokens").forEach(token -> more.add("token " + token.asText()));
    var subscriber = user.path("subscriber").asText();
    return "%-24s %-8s %s%s"
        .formatted(
            user.path("name").asText(),
            user.path("role").asText(),
            String.join(", ", more),
            subscriber.isEmpty() ? "" : "  bound to " + subscriber)
        .stripTrailing();
  }
}
