package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.standalone.client.ApiClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code marsad rejected resend}: has the intake send again what was set aside. */
@Command(
    name = "resend",
    description =
        "Sends again what was set aside, for instance by a fault that has been mended since.",
    mixinStandardHelpOptions = true)
final class RejectedResendCommand implements Callable<Integer> {
  private static final int AT_ONCE = 100;

  private final Terminal terminal = Terminal.ofProcess();
  @Spec private CommandSpec spec;
  @Mixin private ServerOptions server = new ServerOptions();

  @Parameters(arity = "0..*", paramLabel = "ID", description = "As marsad rejected shows them.")
  private List<String> ids = List.of();

  @Option(names = "--all", description = "All that were not sent again yet.")
  private boolean all;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the audit.")
  private @Nullable String reason;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (all == !ids.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "ID: absent (expected: ids, or --all, and not both)");
    }
    var api = server.api();
    var wanted = new ArrayList<>(ids);
    if (all) {
      for (var one : api.get("/rejected").path("rejected")) {
        if (!one.path("sentAgain").asBoolean()) {
          wanted.add(one.path("id").asText());
        }
      }
    }
    var sent = 0;
    for (var from = 0; from < wanted.size(); from += AT_ONCE) {
      sent += send(api, wanted.subList(from, Math.min(from + AT_ONCE, wanted.size())));
    }
    terminal.progress("%d of %d sent again".formatted(sent, wanted.size()));
    return sent == wanted.size() ? 0 : 1;
  }

  /** How many were sent. */
  private int send(ApiClient api, List<String> some) throws IOException, InterruptedException {
    var body = JsonNodeFactory.instance.objectNode().put("reason", reason);
    some.forEach(body.putArray("ids")::add);
    var sent = 0;
    for (var entry : api.post("/rejected/resend", body).path("entries")) {
      var status = entry.path("status").asText();
      if (status.equals("published")) {
        sent++;
      }
      var why = entry.path("reason").asText();
      terminal.print(entry.path("id").asText() + " " + status + (why.isEmpty() ? "" : ": " + why));
    }
    return sent;
  }
}
