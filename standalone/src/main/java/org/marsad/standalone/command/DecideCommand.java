package org.marsad.standalone.command;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.marsad.consumer.operations.decisions.DecisionDesk;
import org.marsad.consumer.operations.decisions.Draft;
import org.marsad.consumer.operations.decisions.WhoAndWhy;
import org.marsad.consumer.text.PlainText;
import org.marsad.message.Decision;
import org.marsad.message.DecisionKind;
import org.marsad.message.DecisionStatus;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all commands have in common by which a person decides about reports. */
abstract class DecideCommand implements Callable<Integer> {
  private final Terminal terminal = Terminal.ofProcess();
  private final DecisionKind kind;
  @Mixin private BrokerOption broker = new BrokerOption();
  @Mixin private DecisionOptions decided = new DecisionOptions();

  @Option(names = "--withdraw", description = "Takes the decision back.")
  private boolean withdraw;

  DecideCommand(DecisionKind kind) {
    this.kind = kind;
  }

  /** The reports that it is about. */
  abstract List<String> reportIds();

  @Override
  public Integer call() throws IOException {
    var kafka = broker.connection();
    var desk = new DecisionDesk(kafka.client(), kafka.topics(), Clock.systemUTC());
    var decision =
        desk.decide(
            new Draft(
                kind,
                decided.area(),
                reportIds(),
                decided.reality(),
                decided.by(),
                decided.reason(),
                withdraw));
    terminal.say(said(decision));
    return 0;
  }

  private static String said(Decision decision) {
    return "%s: %s, by %s: %s (revision %d)"
        .formatted(
            decision.getStatus() == DecisionStatus.STANDING ? "decided" : "withdrawn",
            DecisionText.of(decision),
            PlainText.of(decision.getDecidedBy()),
            PlainText.of(decision.getReason(), WhoAndWhy.REASON),
            decision.getRevision());
  }
}
