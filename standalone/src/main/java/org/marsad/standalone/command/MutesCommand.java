package org.marsad.standalone.command;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.mutes.MuteDesk;
import org.marsad.consumer.text.MuteText;
import org.marsad.consumer.text.PlainText;
import org.marsad.consumer.text.UtcTime;
import org.marsad.schemas.text.Counted;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code marsad mutes}: what is muted, by whom and why; lifts one. */
@Command(
    name = "mutes",
    description = "Lists every mute, oldest first, or lifts one; times are UTC.",
    mixinStandardHelpOptions = true)
final class MutesCommand implements Callable<Integer> {
  private final Terminal terminal = Terminal.ofProcess();
  @Mixin private BrokerOption broker = new BrokerOption();

  @Option(names = "--area", description = "Code of an area. Default: all.")
  private @Nullable String area;

  @ArgGroup(exclusive = false)
  private @Nullable Lifting lifting;

  /** Both or neither. */
  static final class Lifting {
    @Option(names = "--lift", required = true, paramLabel = "ID", description = "Lifts this mute.")
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
    var kafka = broker.connection();
    var desk = new MuteDesk(kafka.client(), kafka.topics(), Clock.systemUTC());
    if (lifting != null) {
      var mute = desk.lift(lifting.id, lifting.by);
      terminal.say("lifted: " + MuteText.of(mute));
      return 0;
    }
    list(desk);
    return 0;
  }

  private void list(MuteDesk desk) {
    var shown = 0;
    for (var mute : desk.all()) {
      if (area == null || mute.getArea().equals(area)) {
        var lifted =
            mute.getLiftedBy() == null ? "" : "; lifted by " + PlainText.of(mute.getLiftedBy());
        terminal.print(
            "%s  %-8s  %s%s"
                .formatted(
                    UtcTime.of(mute.getSetAt()), desk.state(mute), MuteText.of(mute), lifted));
        shown++;
      }
    }
    terminal.progress(Counted.of(shown, "mute"));
  }
}
