package org.marsad.standalone.command;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.text.PlainText;
import org.marsad.schemas.Topics;
import org.marsad.standalone.silences.SilenceDesk;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code marsad silences}: what is silenced, by whom and why; lifts one. */
@Command(
    name = "silences",
    description = "Lists every silence, oldest first, or lifts one; times are UTC.",
    mixinStandardHelpOptions = true)
final class SilencesCommand implements Callable<Integer> {
  private final Terminal terminal = Terminal.ofProcess();
  @Mixin private BrokerOption broker = new BrokerOption();

  @Option(names = "--area", description = "Code of an area. Default: all.")
  private @Nullable String area;

  @ArgGroup(exclusive = false)
  private @Nullable Lifting lifting;

  /** Both or neither. */
  static final class Lifting {
    @Option(
        names = "--lift",
        required = true,
        paramLabel = "ID",
        description = "Lifts this silence.")
    private String id = "";

    @Option(
        names = "--by",
        required = true,
        paramLabel = "ROLE",
        description = "Who lifts it: a role, never a person's name.")
    private String by = "";
  }

  @Override
  public Integer call() throws IOException {
    var desk = new SilenceDesk(broker.kafka(), new Topics(""), Clock.systemUTC());
    if (lifting != null) {
      var silence = desk.lift(lifting.id, lifting.by);
      terminal.say("lifted: " + SilenceText.of(silence));
      return 0;
    }
    list(desk);
    return 0;
  }

  private void list(SilenceDesk desk) {
    var shown = 0;
    for (var silence : desk.all()) {
      if (area == null || silence.getArea().equals(area)) {
        var lifted =
            silence.getLiftedBy() == null
                ? ""
                : "; lifted by " + PlainText.of(silence.getLiftedBy());
        terminal.print(
            "%s  %-8s  %s%s"
                .formatted(
                    SilenceText.time(silence.getSetAt()),
                    desk.state(silence),
                    SilenceText.of(silence),
                    lifted));
        shown++;
      }
    }
    terminal.progress(shown + (shown == 1 ? " silence" : " silences"));
  }
}
