package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Intent;
import org.marsad.standalone.client.ApiClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code marsad acknowledge}: answers an alert for somebody who said it by radio or telephone. */
@Command(
    name = "acknowledge",
    description = "Answers an alert, also for a subscriber who said it by radio.",
    mixinStandardHelpOptions = true)
final class AcknowledgeCommand implements Callable<Integer> {
  private final Terminal terminal = Terminal.ofProcess();
  @Mixin private ServerOptions server = new ServerOptions();
  @Mixin private AlertParameter alert = new AlertParameter();

  @Option(
      names = "--as",
      paramLabel = "SUBSCRIBER",
      description =
          "Who answers: one whom the alert was for. Default: the operations centre, or the"
              + " subscriber that you are bound to.")
  private @Nullable String subscriber;

  @Option(
      names = "--intent",
      required = true,
      paramLabel = "INTENT",
      description = "What it is going to do: ${COMPLETION-CANDIDATES}.")
  private Intent intent = Intent.SEEN;

  @Option(
      names = "--team",
      paramLabel = "NAME",
      description = "Which of its teams. Default: the subscriber itself, or your name.")
  private @Nullable String team;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var body = JsonNodeFactory.instance.objectNode().put("intent", intent.name());
    body.put("subscriber", subscriber).put("team", team == null ? subscriber : team);
    var said = server.api().post(ApiClient.path("alerts", alert.id(), "answers"), body);
    terminal.say(
        "answered: %s, by %s, to %s revision %d"
            .formatted(
                intent,
                said.path("subscriber").asText(),
                said.path("alertId").asText(),
                said.path("revision").asInt()));
    return 0;
  }
}
