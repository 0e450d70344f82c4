package org.marsad.consumer.fanout;

import java.time.Clock;
import org.marsad.consumer.areas.AreaFollower;
import org.marsad.consumer.channels.terminal.TerminalAlerts;
import org.marsad.consumer.feeds.Feeds;
import org.marsad.consumer.replies.ReplySettings;
import org.marsad.consumer.subscribers.Known;
import org.marsad.schemas.launch.KafkaConnection;
import org.marsad.schemas.launch.PartMain;

/** Starts the fan-out as a process of its own. */
public final class FanoutMain {
  private FanoutMain() {}

  public static void main(String[] arguments) {
    var main =
        new PartMain(
            "fanout",
            FanoutSettings.DEFINITION,
            settings -> {
              var areas = AreaFollower.start(KafkaConnection.of(settings));
              var fanout =
                  new FanoutApp(
                      settings,
                      FanoutSettings.subscribers(settings, () -> known(areas)),
                      areas.directory(),
                      new TerminalAlerts(System.out, areas.names(), false),
                      Clock.systemUTC());
              var unused = fanout.ended().whenComplete((done, failure) -> areas.close());
              var feeds =
                  Feeds.of(
                      settings,
                      ReplySettings.of(settings).base(),
                      fanout::subscribers,
                      areas.directory(),
                      Clock.systemUTC());
              return new FanoutServer(fanout, feeds, settings);
            },
            System.err);
    System.exit(main.run(arguments, System.getenv()));
  }

  /** Before all areas are read, nothing is refused for want of them. */
  private static Known known(AreaFollower areas) {
    return areas.isCaughtUp() ? Known.of(areas.directory().profiles()) : Known.ANYTHING;
  }
}
