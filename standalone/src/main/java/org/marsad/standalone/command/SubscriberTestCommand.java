package org.marsad.standalone.command;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code marsad subscribers test}: a marked TEST over the real path, and what became of it. */
@Command(
    name = "test",
    description = "Sends a marked TEST to one subscriber and tells what became of it.",
    mixinStandardHelpOptions = true)
final class SubscriberTestCommand implements Callable<Integer> {
  private final Terminal terminal = Terminal.ofProcess();
  @Mixin private ServerOptions server = new ServerOptions();

  @Parameters(index = "0", paramLabel = "SUBSCRIBER", description = "Its id.")
  private String subscriber = "";

  @Option(
      names = "--wait",
      defaultValue = "30s",
      paramLabel = "DURATION",
      description = "How long to wait for the outcomes. Default: ${DEFAULT-VALUE}.")
  private Duration wait = Duration.ZERO;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var tests = new ChannelTests(server.api(), wait);
    var outcomes = tests.run(List.of(subscriber)).get(0);
    var lines = outcomes.lines(Clock.systemUTC().instant());
    lines.forEach(terminal::print);
    if (lines.isEmpty()) {
      terminal.progress(subscriber + " has no channel that anything is sent over");
    }
    return outcomes.allDelivered() ? 0 : 1;
  }
}
