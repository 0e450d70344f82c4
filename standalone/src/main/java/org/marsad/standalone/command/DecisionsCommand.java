package org.marsad.standalone.command;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.decisions.Audit;
import org.marsad.consumer.operations.decisions.DecisionDesk;
import org.marsad.consumer.operations.decisions.WhoAndWhy;
import org.marsad.consumer.text.PlainText;
import org.marsad.consumer.text.UtcTime;
import org.marsad.schemas.text.Counted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code marsad decisions}: who decided what, when and why, and whether it stands. */
@Command(
    name = "decisions",
    description = "Lists every decision about reports, oldest first; times are UTC.",
    mixinStandardHelpOptions = true)
final class DecisionsCommand implements Callable<Integer> {
  private final Terminal terminal = Terminal.ofProcess();
  @Mixin private BrokerOption broker = new BrokerOption();

  @Option(names = "--area", description = "Code of an area. Default: all.")
  private @Nullable String area;

  @Override
  public Integer call() throws IOException {
    var kafka = broker.connection();
    var desk = new DecisionDesk(kafka.client(), kafka.topics(), Clock.systemUTC());
    var shown = 0;
    for (var entry : Audit.of(desk.all())) {
      if (area == null || entry.decision().getArea().equals(area)) {
        terminal.print(line(entry));
        shown++;
      }
    }
    terminal.progress(Counted.of(shown, "decision"));
    return 0;
  }

  private static String line(Audit.Entry entry) {
    var decision = entry.decision();
    return "%s  %-9s  %s, by %s: %s"
        .formatted(
            UtcTime.of(decision.getDecidedAt()),
            entry.state(),
            DecisionText.of(decision),
            PlainText.of(decision.getDecidedBy()),
            PlainText.of(decision.getReason(), WhoAndWhy.REASON));
  }
}
