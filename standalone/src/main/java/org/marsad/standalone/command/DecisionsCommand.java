package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code marsad decisions}: who decided what, when and why, and whether it stands. */
@Command(
    name = "decisions",
    description = "Lists every decision about reports, oldest first; times are UTC.",
    mixinStandardHelpOptions = true)
final class DecisionsCommand implements Callable<Integer> {
  private final Terminal terminal = Terminal.ofProcess();
  @Mixin private ServerOptions server = new ServerOptions();
  @Mixin private AreaOption area = new AreaOption();
  @Mixin private ListOptions list = new ListOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var decisions = area.filter(server.api().get("/decisions").path("decisions"));
    list.print(terminal, decisions, "decision", DecisionsCommand::line);
    return 0;
  }

  private static String line(JsonNode decision) {
    return "%s  %-9s  %s"
        .formatted(
            Terminal.time(decision.path("decidedAt")),
            decision.path("state").asText(),
            decision.path("text").asText());
  }
}
