package org.marsad.processor.rules.heaviest;

import org.marsad.processor.rules.Measure;

/**
 * Best values below which there is no record worth an alert, counts of at least 1.
 *
 * @param impacts bombs, shells or launches
 * @param killed people
 * @param casualties people
 */
public record Floors(int impacts, int killed, int casualties) {
  public Floors {
    require("impacts", impacts);
    require("killed", killed);
    require("casualties", casualties);
  }

  int of(Measure measure) {
    return switch (measure) {
      case IMPACTS -> impacts;
      case KILLED -> killed;
      case CASUALTIES -> casualties;
    };
  }

  private static void require(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: >= 1)");
    }
  }
}
