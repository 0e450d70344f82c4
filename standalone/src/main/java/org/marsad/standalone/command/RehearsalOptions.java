package org.marsad.standalone.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.fanout.rehearsal.Rehearsal;
import org.marsad.consumer.subscribers.Known;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.consumer.subscribers.SubscribersFile;
import org.marsad.message.Alert;
import org.marsad.producer.places.Gazetteer;
import org.marsad.schemas.text.Counted;
import org.marsad.standalone.backtest.PublicAreas;
import org.marsad.standalone.backtest.RehearsalTable;
import org.marsad.standalone.backtest.RehearsalTally;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who would have been told what: a file of subscribers, rehearsed over recorded reports. */
final class RehearsalOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--subscribers",
      paramLabel = "FILE",
      description =
          "Rehearses: who of these (YAML) would have been told what, when. Sends nothing.")
  private @Nullable Path subscribers;

  @Option(
      names = "--told-out",
      paramLabel = "FILE",
      description = "With --subscribers: every message and non-message, a line of JSON each.")
  private @Nullable Path toldOut;

  /** A place for the lines only with somebody to tell. */
  void check() {
    if (subscribers == null && toldOut != null) {
      throw new ParameterException(
          spec.commandLine(), "--told-out: given without --subscribers (expected: both)");
    }
  }

  boolean isAsked() {
    return subscribers != null;
  }

  /**
   * Who is rehearsed; nobody where none is asked for.
   *
   * @throws org.marsad.schemas.settings.SettingsException with all faults of the file
   */
  List<Subscriber> read(Gazetteer gazetteer) throws IOException {
    return subscribers == null
        ? List.of()
        : SubscribersFile.read(subscribers, Known.of(gazetteer.areas()));
  }

  /** Rehearses and prints the table. */
  void run(List<Subscriber> who, Gazetteer gazetteer, List<Alert> alerts, Terminal terminal)
      throws IOException {
    if (subscribers == null) {
      return;
    }
    terminal.progress("rehearsing " + Counted.of(who.size(), "subscriber"));
    var names = new AreaDirectory();
    PublicAreas.of(gazetteer.areas()).forEach(names::onProfile);
    var tally = new RehearsalTally(alerts);
    try (var lines = LinesFile.open(toldOut)) {
      new Rehearsal(who, names)
          .run(
              alerts,
              line -> {
                tally.add(line);
                lines.add(line.json());
              });
    }
    terminal.print("");
    RehearsalTable.lines(tally.rows()).forEach(terminal::print);
  }
}
