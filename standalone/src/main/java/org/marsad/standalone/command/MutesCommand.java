package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.Collections;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.text.PlainText;
import org.marsad.standalone.client.ApiClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code marsad mutes}: what is muted, by whom and why; lifts one. */
@Command(
    name = "mutes",
    description = "Lists every mute, oldest first, or lifts one; times are UTC.",
    mixinStandardHelpOptions = true)
final class MutesCommand implements Callable<Integer> {
  private final Terminal terminal = Terminal.ofProcess();
  @Spec private CommandSpec spec;
  @Mixin private ServerOptions server = new ServerOptions();
  @Mixin private AreaOption area = new AreaOption();
  @Mixin private ListOptions list = new ListOptions();

  @Option(
      names = "--lift",
      paramLabel = "ID",
      description = "Lifts this mute: its id, the beginning of it, or latest.")
  private @Nullable String lifted;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why it is lifted.")
  private @Nullable String reason;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (reason != null && lifted == null) {
      throw new ParameterException(
          spec.commandLine(), "--reason: given without --lift (expected: both)");
    }
    var api = server.api();
    var mutes = area.filter(api.get("/mutes").path("mutes"));
    if (lifted == null) {
      Collections.reverse(mutes);
      list.print(terminal, mutes, "mute", MutesCommand::line);
      return 0;
    }
    var ids = mutes.stream().map(mute -> mute.path("muteId").asText()).toList();
    var id = OneOf.these("mute", lifted, ids);
    api.delete(
        ApiClient.path("mutes", id), JsonNodeFactory.instance.objectNode().put("reason", reason));
    terminal.say("lifted: " + id);
    return 0;
  }

  private static String line(JsonNode mute) {
    var lifted = mute.path("liftedBy").asText();
    return "%s  %-8s  %s%s"
        .formatted(
            Terminal.time(mute.path("setAt")),
            mute.path("state").asText(),
            mute.path("text").asText(),
            lifted.isEmpty() ? "" : "; lifted by " + PlainText.of(lifted));
  }
}
