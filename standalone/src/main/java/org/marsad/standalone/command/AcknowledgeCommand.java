package org.marsad.standalone.command;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.answers.AnswerDesk;
import org.marsad.message.Intent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code marsad acknowledge}: answers an alert for somebody who said it by radio or telephone. */
@Command(
    name = "acknowledge",
    description = "Answers an alert for a subscriber, such as one who said it by radio.",
    mixinStandardHelpOptions = true)
final class AcknowledgeCommand implements Callable<Integer> {
  private static final String CHANNEL = "terminal";

  private final Terminal terminal = Terminal.ofProcess();
  @Mixin private BrokerOption broker = new BrokerOption();
  @Mixin private AlertParameter alert = new AlertParameter();

  @Option(names = "--as", required = true, paramLabel = "SUBSCRIBER", description = "Who answers.")
  private String subscriber = "";

  @Option(
      names = "--intent",
      required = true,
      paramLabel = "INTENT",
      description = "What it is going to do: ${COMPLETION-CANDIDATES}.")
  private Intent intent = Intent.SEEN;

  @Option(
      names = "--team",
      paramLabel = "NAME",
      description = "Which of its teams. Default: the subscriber itself.")
  private @Nullable String team;

  @Override
  public Integer call() throws IOException {
    var kafka = broker.connection();
    var desk = new AnswerDesk(kafka.client(), kafka.topics(), Clock.systemUTC());
    var answered = desk.find(alert.id());
    if (!desk.isConcerned(answered, subscriber)) {
      terminal.progress(
          "%s was not told of this alert: is it the right name? (./marsad deliveries %s)"
              .formatted(subscriber, alert.id()));
    }
    desk.answer(answered, subscriber, team == null ? subscriber : team, intent, CHANNEL);
    terminal.say(
        "answered: %s, by %s, to %s revision %d"
            .formatted(
                intent,
                subscriber,
                answered.newest().getAlertId(),
                answered.newest().getRevision()));
    return 0;
  }
}
