package org.marsad.standalone.command;

import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.marsad.consumer.areas.AreaFollower;
import org.marsad.consumer.audience.Confidential;
import org.marsad.consumer.channels.terminal.TerminalAlerts;
import org.marsad.consumer.reading.TopicTail;
import org.marsad.message.Alert;
import org.marsad.schemas.MessageCodec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code marsad watch}: the alerts of the Marsad that runs, from the first to the live ones. */
@Command(
    name = "watch",
    description = "Live alerts in the terminal, a line each time that one rings; Ctrl-C stops.",
    mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {
  private static final long LOOK_AGAIN_MS = 50;

  /** Alerts whose last line is remembered, to say what changed since. */
  private static final int REMEMBERED = 10_000;

  private final Terminal terminal = Terminal.ofProcess();
  private final Map<String, Alert> shown =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Alert> eldest) {
          return size() > REMEMBERED;
        }
      };

  @Mixin private BrokerOption broker = new BrokerOption();

  @Option(names = "--ids", description = "Shows each alert's id below it, for explain.")
  private boolean ids;

  @Option(names = "--all", description = "Every revision, also those that ring nowhere.")
  private boolean all;

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      description = "Language of the alerts: en (default) or ar.",
      defaultValue = "en",
      converter = LanguageOption.class)
  private Locale language = Locale.ENGLISH;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var signals = Signals.listen();
    var kafka = broker.connection();
    var codec = MessageCodec.of(Alert.class);
    try (var areas = AreaFollower.start(kafka)) {
      while (!areas.isCaughtUp() && !signals.stopAsked()) {
        signals.pause(LOOK_AGAIN_MS);
      }
      var printer = new TerminalAlerts(terminal.out(), areas.names(), language, terminal.colour());
      try (var tail =
          TopicTail.of(
              kafka.consumer(),
              List.of(kafka.topics().alerts()),
              record ->
                  Confidential.without(codec.decode(record.value()), areas.directory()::profile)
                      .ifPresent(alert -> onAlert(alert, printer)),
              Clock.systemUTC())) {
        tail.start();
        signals.awaitStop();
      }
    } finally {
      signals.done();
    }
    return 0;
  }

  private void onAlert(Alert alert, TerminalAlerts printer) {
    if (!all && !alert.getInterrupts()) {
      return;
    }
    printer.print(alert, shown.put(alert.getAlertId(), alert));
    if (ids) {
      terminal.print("   id " + alert.getAlertId());
    }
  }
}
