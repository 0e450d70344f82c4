package org.marsad.processor.oracle;

import java.time.Duration;
import org.marsad.message.Measure;
import org.marsad.message.Scale;

/** The documented defaults, as plain numbers. */
final class Thresholds {
  static final Duration CLOCK_AHEAD = Duration.ofMinutes(10);
  static final int TEXT = 300;
  static final int NOTE = 1_000;

  static final Duration MERGING_WITHIN = Duration.ofMinutes(15);
  static final double MERGING_METRES = 1_000;
  static final double FINE_RADIUS_METRES = 1_500;

  static final int MIN_DAYS = 3;
  static final int PAUSE_DAYS = 30;
  static final int LOOK_BACK_DAYS = 365;
  static final int RECENT_DAYS = 30;

  static final int MASS_KILLED = 10;
  static final int MASS_CASUALTIES = 20;

  static final double LIVED_IN_SHARE = 0.5;

  static final Duration DANGER = Duration.ofMinutes(60);
  static final double SPOT_METRES = 500;
  static final double POINT_METRES = 250;
  static final Duration TWO_STRIKES = Duration.ofMinutes(5);

  static final int WAVE_STRIKES = 3;
  static final Duration WAVE_GAP = Duration.ofMinutes(30);

  static final double SITE_REACH_METRES = 100;

  static final double WOUNDED_PER_KILLED_LOW = 1.7;
  static final double WOUNDED_PER_KILLED_BEST = 3.8;
  static final double WOUNDED_PER_KILLED_HIGH = 8.7;
  static final double ARRIVING_LOW = 0.5;
  static final double ARRIVING_HIGH = 0.8;
  static final double HALF_SHARE_METRES = 2_000;
  static final double HOSPITAL_METRES = 50_000;
  static final int ROOM_IF_UNKNOWN = 10;
  static final Duration STATUS_BEFORE = Duration.ofHours(6);
  static final Duration STATUS_AFTER = Duration.ofHours(24);
  static final Duration SOON = Duration.ofMinutes(90);
  static final int MIN_ARRIVALS = 5;

  static final Duration EXPIRY = Duration.ofHours(24);

  static final int RECORDS_TOLD = 12;
  static final int NEIGHBOURHOODS_TOLD = 20;
  static final int STRIKES_TOLD = 20;

  private Thresholds() {}

  static int floor(Scale scale, Measure measure) {
    return switch (measure) {
      case IMPACTS -> scale == Scale.DAY ? 5 : 3;
      case KILLED -> 5;
      case CASUALTIES -> 10;
    };
  }
}
