package org.marsad.consumer.dashboard;

import java.time.Clock;
import org.marsad.schemas.launch.PartMain;

/** Starts the dashboard as a process of its own. */
public final class DashboardMain {
  private DashboardMain() {}

  public static void main(String[] arguments) {
    var main =
        new PartMain(
            "dashboard",
            DashboardSettings.DEFINITION,
            settings -> new DashboardApp(DashboardSettings.of(settings), Clock.systemUTC()),
            System.err);
    System.exit(main.run(arguments, System.getenv()));
  }
}
