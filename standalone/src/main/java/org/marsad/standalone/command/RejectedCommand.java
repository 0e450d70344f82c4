package org.marsad.standalone.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.marsad.consumer.operations.rejected.RejectedDesk;
import org.marsad.consumer.operations.rejected.SetAside;
import org.marsad.consumer.text.PlainText;
import org.marsad.consumer.text.UtcTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code marsad rejected}: what was set aside, why, from whom and when. */
@Command(
    name = "rejected",
    description = "Lists what was set aside and warns nobody, oldest first; times are UTC.",
    mixinStandardHelpOptions = true,
    subcommands = RejectedResendCommand.class)
final class RejectedCommand implements Callable<Integer> {
  private static final int MESSAGE = 200;

  private final Terminal terminal = Terminal.ofProcess();
  @Mixin private BrokerOption broker = new BrokerOption();

  @Option(names = "--all", description = "Also what was sent again.")
  private boolean all;

  @Option(names = "--json", description = "One object a line.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    var shown = 0;
    var kafka = broker.connection();
    for (var one : new RejectedDesk(kafka.client(), kafka.topics()).all()) {
      if (all || !one.sentAgain()) {
        terminal.print(json ? one.json().toString() : line(one));
        shown++;
      }
    }
    terminal.progress(shown + " set aside");
    return 0;
  }

  private static String line(SetAside one) {
    return "%-8s %s  %-18s %-15s %s%s  %s"
        .formatted(
            one.id(),
            UtcTime.of(one.at()),
            one.reason(),
            one.source() == null ? "(" + one.topic() + ")" : one.source(),
            one.reportId() == null ? "" : PlainText.of(one.reportId()),
            one.sentAgain() ? " (sent again)" : "",
            PlainText.of(one.message(), MESSAGE));
  }
}
