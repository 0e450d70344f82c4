package org.marsad.consumer.operations.decisions;

import java.util.ArrayList;
import java.util.List;

/** What every word of a person must say: as whom, and for what reason. */
public final class WhoAndWhy {
  /** Most characters of a reason. */
  public static final int REASON = 300;

  private static final int BY = 100;

  private WhoAndWhy() {}

  /** What is wrong with them; empty where nothing is. */
  public static List<String> faults(String by, String reason) {
    var faults = new ArrayList<>(faults(by));
    if (reason.isBlank() || reason.length() > REASON) {
      faults.add("reason: " + reason.length() + " characters (expected: 1 to " + REASON + ")");
    }
    return faults;
  }

  /** What is wrong with who it is; empty where nothing is. */
  public static List<String> faults(String by) {
    return by.isBlank() || by.length() > BY
        ? List.of("by: " + by.length() + " characters (expected: a role, 1 to " + BY + ")")
        : List.of();
  }
}
