package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.marsad.consumer.text.PlainText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code marsad rejected}: what was set aside, why, from whom and when. */
@Command(
    name = "rejected",
    description = "Lists what was set aside and warns nobody, oldest first; times are UTC.",
    mixinStandardHelpOptions = true,
    subcommands = RejectedResendCommand.class)
final class RejectedCommand implements Callable<Integer> {
  private static final int MESSAGE = 200;

  private final Terminal terminal = Terminal.ofProcess();
  @Mixin private ServerOptions server = new ServerOptions();
  @Mixin private ListOptions list = new ListOptions();

  @Option(names = "--all", description = "Also what was sent again.")
  private boolean all;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var shown = new ArrayList<JsonNode>();
    for (var one : server.api().get("/rejected").path("rejected")) {
      if (all || !one.path("sentAgain").asBoolean()) {
        shown.add(one);
      }
    }
    list.print(terminal, shown, "record", RejectedCommand::line);
    return 0;
  }

  private static String line(JsonNode one) {
    return "%-8s %s  %-18s %-15s %s%s  %s"
        .formatted(
            one.path("id").asText(),
            Terminal.time(one.path("at")),
            one.path("reason").asText(),
            one.path("source").asText("(" + one.path("topic").asText() + ")"),
            PlainText.of(one.path("reportId").asText()),
            one.path("sentAgain").asBoolean() ? " (sent again)" : "",
            PlainText.of(one.path("message").asText(), MESSAGE));
  }
}
