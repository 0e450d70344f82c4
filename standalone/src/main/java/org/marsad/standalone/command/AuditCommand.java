package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.text.PlainText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code marsad audit}: who did what, when and why. */
@Command(
    name = "audit",
    description = "Lists what users did, oldest first; times are UTC.",
    mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {
  private static final int REASON = 300;

  private final Terminal terminal = Terminal.ofProcess();
  @Mixin private ServerOptions server = new ServerOptions();
  @Mixin private ListOptions list = new ListOptions();

  @Option(names = "--user", paramLabel = "NAME", description = "Only what this one did.")
  private @Nullable String user;

  @Option(
      names = "--limit",
      defaultValue = "200",
      paramLabel = "N",
      description = "How many, the newest. Default: ${DEFAULT-VALUE}.")
  private int limit;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var query = new HashMap<String, @Nullable String>();
    query.put("user", user);
    query.put("limit", Integer.toString(limit));
    var events = new ArrayList<JsonNode>();
    server.api().get("/audit", query).path("events").forEach(events::add);
    Collections.reverse(events);
    list.print(terminal, events, "act", AuditCommand::line);
    return 0;
  }

  private static String line(JsonNode event) {
    var reason = event.path("reason").asText();
    return "%s  %-8s  %s %s %s%s"
        .formatted(
            Terminal.time(event.path("at")),
            event.path("outcome").asText(),
            PlainText.of(event.path("user").asText()),
            event.path("act").asText(),
            PlainText.of(event.path("object").asText(), REASON),
            reason.isEmpty() ? "" : ": " + PlainText.of(reason, REASON))
        .stripTrailing();
  }
}
