package org.marsad.standalone.command;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.fanout.terminal.TerminalAlerts;
import org.marsad.consumer.reading.TopicTail;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code marsad watch}: the alerts of the Marsad that runs, from the first to the live ones. */
@Command(
    name = "watch",
    description = "Live alerts in the terminal; Ctrl-C stops.",
    mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {
  private final Terminal terminal = Terminal.ofProcess();

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "Broker of another Marsad.")
  private @Nullable String bootstrapServers;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var signals = Signals.listen();
    var servers = bootstrapServers == null ? Home.endpoint().bootstrapServers() : bootstrapServers;
    var kafka = Map.<String, Object>of("bootstrap.servers", servers);
    var topics = new Topics("");
    var areas = new AreaDirectory();
    var printer = new TerminalAlerts(terminal.out(), areas, terminal.colour());
    var profiles = MessageCodec.of(AreaProfile.class);
    var alerts = MessageCodec.of(Alert.class);
    try (var names =
        TopicTail.of(
            kafka,
            List.of(topics.areas()),
            record -> areas.onProfile(profiles.decode(record.value())),
            Clock.systemUTC())) {
      names.start();
      while (!names.status().caughtUp() && !signals.stopAsked()) {
        signals.pause(50);
      }
      try (var tail =
          TopicTail.of(
              kafka,
              List.of(topics.alerts()),
              (ConsumerRecord<byte[], byte[]> record) ->
                  printer.print(alerts.decode(record.value())),
              Clock.systemUTC())) {
        tail.start();
        signals.awaitStop();
      }
    } finally {
      signals.done();
    }
    return 0;
  }
}
