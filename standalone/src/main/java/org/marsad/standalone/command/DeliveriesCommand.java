package org.marsad.standalone.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.marsad.standalone.client.ApiClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code marsad deliveries}: who was told of an alert, how and when, and what they answered. */
@Command(
    name = "deliveries",
    description = "Who was told of an alert, how and when, and what they answered.",
    mixinStandardHelpOptions = true)
final class DeliveriesCommand implements Callable<Integer> {
  private final Terminal terminal = Terminal.ofProcess();
  @Mixin private ServerOptions server = new ServerOptions();
  @Mixin private AlertParameter alert = new AlertParameter();

  @Option(names = "--json", description = "One object: the lines, each delivery, each answer.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var said = server.api().get(ApiClient.path("alerts", alert.id(), "deliveries"));
    terminal.printLines(said, json);
    return 0;
  }
}
