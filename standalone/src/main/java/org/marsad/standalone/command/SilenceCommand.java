package org.marsad.standalone.command;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Rule;
import org.marsad.schemas.Topics;
import org.marsad.standalone.silences.SilenceDesk;
import org.marsad.standalone.silences.SilenceDraft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code marsad silence}: keeps alerts of one kind from those who know of them already. */
@Command(
    name = "silence",
    description = {
      "Keeps alerts from being sent for a while. Any escalation breaks it: a repeat strike, the"
          + " first",
      "alert of a protected site, a risen severity. Withdrawals always reach those who were told."
    },
    mixinStandardHelpOptions = true)
final class SilenceCommand implements Callable<Integer> {
  private final Terminal terminal = Terminal.ofProcess();
  @Mixin private BrokerOption broker = new BrokerOption();
  @Mixin private DecisionOptions decided = new DecisionOptions();

  @Option(
      names = "--neighbourhood",
      paramLabel = "CODE",
      description = "Only alerts about this one alone, such as aleppo/al-fardous.")
  private @Nullable String neighbourhood;

  @Option(names = "--rule", description = "Only this one: ${COMPLETION-CANDIDATES}.")
  private @Nullable Rule rule;

  @Option(names = "--subscriber", paramLabel = "ID", description = "Only for this one.")
  private @Nullable String subscriber;

  @Option(names = "--extreme", description = "Extreme alerts too, and those of unknown severity.")
  private boolean extreme;

  @Option(
      names = "--for",
      required = true,
      paramLabel = "DURATION",
      description = "How long, such as PT2H; at most 7 days.")
  private Duration length = Duration.ZERO;

  @Override
  public Integer call() throws IOException {
    var desk = new SilenceDesk(broker.kafka(), new Topics(""), Clock.systemUTC());
    var silence =
        desk.set(
            new SilenceDraft(
                decided.reality(),
                decided.area(),
                neighbourhood,
                rule,
                subscriber,
                extreme,
                decided.by(),
                decided.reason(),
                length));
    terminal.say("silenced: " + SilenceText.of(silence));
    return 0;
  }
}
