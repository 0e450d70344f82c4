package org.marsad.standalone.command;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.marsad.consumer.operations.answers.AnswerDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code marsad deliveries}: who was told of an alert, how and when, and what they answered. */
@Command(
    name = "deliveries",
    description = "Who was told of an alert, how and when, and what they answered.",
    mixinStandardHelpOptions = true)
final class DeliveriesCommand implements Callable<Integer> {
  private final Terminal terminal = Terminal.ofProcess();
  @Mixin private BrokerOption broker = new BrokerOption();
  @Mixin private AlertParameter alert = new AlertParameter();

  @Override
  public Integer call() throws IOException {
    var kafka = broker.connection();
    var desk = new AnswerDesk(kafka.client(), kafka.topics(), Clock.systemUTC());
    desk.story(desk.find(alert.id())).lines().forEach(terminal::print);
    return 0;
  }
}
