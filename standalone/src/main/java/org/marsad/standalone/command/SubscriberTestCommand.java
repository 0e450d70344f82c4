package org.marsad.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.consumer.subscribers.SubscribersFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code marsad subscribers test}: a marked TEST over the real path, and what became of it. */
@Command(
    name = "test",
    description = "Sends a marked TEST to one subscriber and tells what became of it.",
    mixinStandardHelpOptions = true)
final class SubscriberTestCommand implements Callable<Integer> {
  private final Terminal terminal = Terminal.ofProcess();
  @Mixin private BrokerOption broker = new BrokerOption();

  @Parameters(index = "0", paramLabel = "SUBSCRIBER", description = "Its id.")
  private String subscriber = "";

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description =
          "Says which channels to wait for. Default: subscribers.yaml in the data folder of the"
              + " Marsad that runs, if any.")
  private @Nullable Path file;

  @Option(
      names = "--wait",
      defaultValue = "30",
      paramLabel = "SECONDS",
      description = "How long to wait for the outcomes. Default: ${DEFAULT-VALUE}.")
  private int wait = 30;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var tests = new ChannelTests(broker.connection(), Duration.ofSeconds(wait));
    var outcomes = tests.run(List.of(tested())).get(0);
    outcomes.lines(Clock.systemUTC().instant()).forEach(terminal::print);
    if (outcomes.isEmpty()) {
      terminal.fault(
          "nothing was sent within %d s: no fan-out that runs knows %s"
              .formatted(wait, subscriber));
    }
    return outcomes.allDelivered() ? 0 : 1;
  }

  /** As the file has it; without channels where no file tells. */
  private ChannelTests.Tested tested() throws IOException {
    var known = file == null ? Home.folders(null).subscribers() : file;
    var entry =
        file == null && !Files.exists(known)
            ? Optional.<Subscriber>empty()
            : SubscribersFile.read(known).stream()
                .filter(s -> s.id().equals(subscriber))
                .findFirst();
    if (entry.isEmpty() && file != null) {
      throw new IOException(subscriber + ": not in " + file);
    }
    return entry
        .map(ChannelTests.Tested::of)
        .orElse(new ChannelTests.Tested(subscriber, Set.of(), false));
  }
}
