package org.marsad.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.subscribers.ChannelSettings;
import org.marsad.consumer.subscribers.Known;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.consumer.subscribers.SubscribersFile;
import org.marsad.producer.places.Gazetteer;
import org.marsad.schemas.settings.SettingsException;
import org.marsad.schemas.text.Counted;
import org.marsad.standalone.Folders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code marsad subscribers}: is the file sound, is somebody reached. */
@Command(
    name = "subscribers",
    description = "Checks the file of subscribers, tests whether one is reached.",
    mixinStandardHelpOptions = true,
    subcommands = SubscriberTestCommand.class)
final class SubscribersCommand implements Runnable {
  private final Terminal terminal = Terminal.ofProcess();
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "subscribers: absent (expected: check or test)");
  }

  @Command(
      name = "check",
      description = "All faults with their lines, or who gets what.",
      mixinStandardHelpOptions = true)
  int check(
      @Parameters(paramLabel = "FILE", description = "The file (YAML).") Path file,
      @Option(
              names = "--areas",
              paramLabel = "FILE|DIR",
              description =
                  "Areas to use; may be repeated. Default: the folder areas beside the file, else"
                      + " the bundled ones.")
          @Nullable List<Path> areas)
      throws IOException {
    try {
      var gazetteer = areas == null ? areasBeside(file) : Gazetteer.read(areas);
      var subscribers = SubscribersFile.read(file, Known.of(gazetteer.areas()));
      subscribers.forEach(subscriber -> terminal.print(line(subscriber)));
      terminal.progress(subscribers.size() + " subscribers, no fault");
      return 0;
    } catch (SettingsException e) {
      e.faults().forEach(terminal::fault);
      terminal.progress(Counted.of(e.faults().size(), "fault"));
      return 1;
    }
  }

  /** The areas of the installation that the file belongs to, else the bundled ones. */
  private static Gazetteer areasBeside(Path file) throws IOException {
    var own = file.toAbsolutePath().resolveSibling(Folders.AREAS);
    return Files.exists(own) ? Gazetteer.read(List.of(own)) : Gazetteer.bundled();
  }

  /** Who gets what; neither a secret nor where a channel leads to. */
  private static String line(Subscriber subscriber) {
    return "%-24s %-8s %s  %s  %s  over %s"
        .formatted(
            subscriber.id(),
            subscriber.role(),
            where(subscriber),
            what(subscriber),
            sorted(subscriber.realities()),
            String.join(", ", subscriber.channels().stream().map(ChannelSettings::name).toList()));
  }

  /** {@code STRIKE,WAVE}, or what its role is told of. */
  private static String what(Subscriber subscriber) {
    var subjects = sorted(subscriber.subjects());
    return subscriber.findings().isEmpty()
        ? subjects
        : subjects + " with " + sorted(subscriber.findings());
  }

  private static String where(Subscriber subscriber) {
    var coverage = subscriber.coverage();
    var where = new ArrayList<String>();
    if (!coverage.governorates().isEmpty()) {
      where.add("governorate " + sorted(coverage.governorates()));
    }
    if (!coverage.areas().isEmpty()) {
      where.add(coverage.areas().contains("*") ? "everywhere" : sorted(coverage.areas()));
    }
    if (!coverage.neighbourhoods().isEmpty()) {
      where.add("only " + sorted(coverage.neighbourhoods()));
    }
    if (coverage.polygon() != null) {
      where.add("polygon");
    }
    if (coverage.near() != null) {
      where.add("%.0f m around a point".formatted(coverage.near().metres()));
    }
    return String.join(" + ", where);
  }

  private static String sorted(Iterable<?> all) {
    List<String> texts = new ArrayList<>();
    all.forEach(one -> texts.add(String.valueOf(one)));
    texts.sort(null);
    return String.join(",", texts);
  }
}
