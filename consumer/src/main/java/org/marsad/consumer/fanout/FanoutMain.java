package org.marsad.consumer.fanout;

import java.time.Clock;
import org.marsad.consumer.fanout.terminal.TerminalAlerts;
import org.marsad.consumer.launch.PartMain;

/** Starts the fan-out as a process of its own. */
public final class FanoutMain {
  private FanoutMain() {}

  public static void main(String[] arguments) {
    var main =
        new PartMain(
            "fanout",
            FanoutSettings.DEFINITION,
            settings ->
                new FanoutApp(
                    settings,
                    FanoutSettings.subscribers(settings),
                    new TerminalAlerts(System.out, (code, language) -> code, false),
                    Clock.systemUTC()),
            System.err);
    System.exit(main.run(arguments, System.getenv()));
  }
}
