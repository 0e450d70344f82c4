package org.marsad.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.fanout.feeds.FeedSettings;
import org.marsad.consumer.fanout.subscribers.Known;
import org.marsad.consumer.fanout.subscribers.SubscribersSource;
import org.marsad.standalone.Endpoint;
import org.marsad.standalone.Folders;
import org.marsad.standalone.Options;
import org.marsad.standalone.Sample;
import org.marsad.standalone.Standalone;
import org.marsad.standalone.demo.DemoReceiver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code marsad up}: all parts on one machine, with data that stays. */
@Command(
    name = "up",
    description = "Runs all parts on this machine; data is kept.",
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
  private static final Duration START = Duration.ofSeconds(60);
  private static final long LOOK_AGAIN_MS = 1_000;

  private final Terminal terminal = Terminal.ofProcess();
  @Mixin private SharedOptions shared = new SharedOptions();

  @Option(names = "--data", paramLabel = "DIR", description = "Folder of the data.")
  private Path data = Home.data();

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "Port of page and intake; 0: a free one. Default: ${DEFAULT-VALUE}.")
  private int port = 8080;

  @Option(
      names = "--broker-port",
      defaultValue = "9092",
      description = "Port of the broker; 0: a free one. Default: ${DEFAULT-VALUE}.")
  private int brokerPort = 9092;

  @Option(
      names = "--subscribers",
      paramLabel = "FILE",
      description =
          "Who is told (YAML). Default: subscribers.yaml in the data folder, if any. Changes count"
              + " within seconds.")
  private @Nullable Path subscribers;

  @Option(
      names = "--reply-url",
      defaultValue = "",
      paramLabel = "URL",
      description =
          "Where those who are told reach this port through your proxy, for links to answer by. The"
              + " page on it has no log-in: forward /r/ and /feeds/ only, and what asks for a token"
              + " where it is used.")
  private String replyUrl = "";

  @Option(
      names = "--sms-token-sha256",
      defaultValue = "",
      paramLabel = "HEX",
      description =
          "SHA-256 of the token that an SMS gateway posts replies with, for codes to answer by.")
  private String smsTokenSha256 = "";

  @Option(
      names = "--feed-sender",
      defaultValue = FeedSettings.NO_SENDER,
      paramLabel = "NAME",
      description = "Sender of CAP messages: a domain name of yours. Default: ${DEFAULT-VALUE}.")
  private String feedSender = FeedSettings.NO_SENDER;

  @Option(
      names = "--public-feed",
      description =
          "Shows anybody what the public may see, under /feeds/public/. The page on the same port"
              + " has no log-in: forward /feeds/ only.")
  private boolean publicFeed;

  @Option(
      names = "--page-name",
      paramLabel = "NAME",
      description =
          "Host name under which your proxy, with a log-in, asks for the page; may be repeated."
              + " Others than this, that of --reply-url, addresses and localhost are refused.")
  private List<String> pageNames = List.of();

  @Option(
      names = "--home-area",
      defaultValue = Sample.HOME_AREA,
      paramLabel = "CODE",
      description = "Area in which a bare place name is looked up. Default: ${DEFAULT-VALUE}.")
  private String homeArea = Sample.HOME_AREA;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var signals = Signals.listen();
    try (var marsad = Standalone.start(options())) {
      new Endpoint(marsad.url(), marsad.bootstrapServers(), new Folders(data).operatorToken())
          .write(Home.run());
      terminal.say(Greeting.of("up", shared.gazetteer(), marsad.url()));
      terminal.say("broker %s · data %s".formatted(marsad.bootstrapServers(), data));
      watch(marsad, signals);
    } finally {
      Endpoint.remove(Home.run());
      signals.done();
    }
    return 0;
  }

  /** Alerts that do not go out must not look like a quiet day. */
  private void watch(Standalone marsad, Signals signals) throws InterruptedException {
    var teller = new TroubleTeller(START);
    while (!signals.stopAsked()) {
      teller.look(marsad.trouble(), System.nanoTime()).ifPresent(terminal::fault);
      signals.pause(LOOK_AGAIN_MS);
    }
  }

  /** What is to run, as the command line has it. */
  Options options() throws IOException {
    var folders = new Folders(data);
    return new Options(
        folders,
        port,
        brokerPort,
        Options.PARTITIONS,
        shared.rules(),
        shared.gazetteer(),
        subscribers(folders),
        replyUrl,
        smsTokenSha256,
        new FeedSettings(feedSender, publicFeed),
        pageNames,
        homeArea,
        terminal.out(),
        terminal.colour());
  }

  private SubscribersSource subscribers(Folders folders) throws IOException {
    var known = Known.of(shared.gazetteer().areas());
    if (subscribers != null) {
      return SubscribersSource.of(subscribers, () -> known);
    }
    return Files.exists(folders.subscribers())
        ? SubscribersSource.of(folders.subscribers(), () -> known)
        : SubscribersSource.of(DemoReceiver.terminalOnly());
  }
}
