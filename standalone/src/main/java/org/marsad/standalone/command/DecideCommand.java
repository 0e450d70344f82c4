package org.marsad.standalone.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.marsad.message.DecisionKind;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all commands have in common by which a person decides about reports. */
abstract class DecideCommand implements Callable<Integer> {
  private final Terminal terminal = Terminal.ofProcess();
  private final DecisionKind kind;
  @Mixin private ServerOptions server = new ServerOptions();
  @Mixin private DecisionOptions decided = new DecisionOptions();

  @Option(names = "--withdraw", description = "Takes the decision back.")
  private boolean withdraw;

  DecideCommand(DecisionKind kind) {
    this.kind = kind;
  }

  /** The reports that it is about. */
  abstract List<String> reportIds();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var body = decided.body().put("kind", kind.name()).put("withdraw", withdraw);
    reportIds().forEach(body.putArray("reports")::add);
    var said = server.api().post("/decisions", body);
    terminal.say(
        "%s: %s (revision %d)"
            .formatted(
                withdraw ? "withdrawn" : "decided",
                said.path("text").asText(),
                said.path("revision").asInt()));
    return 0;
  }
}
