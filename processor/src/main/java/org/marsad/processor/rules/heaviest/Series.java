package org.marsad.processor.rules.heaviest;

import org.marsad.processor.rules.Measure;
import org.marsad.processor.rules.Scale;

/** One measure on one scale: what a record is a record of. */
public enum Series {
  DAY_IMPACTS(Scale.DAY, Measure.IMPACTS),
  DAY_KILLED(Scale.DAY, Measure.KILLED),
  DAY_CASUALTIES(Scale.DAY, Measure.CASUALTIES),
  STRIKE_IMPACTS(Scale.STRIKE, Measure.IMPACTS),
  STRIKE_KILLED(Scale.STRIKE, Measure.KILLED),
  STRIKE_CASUALTIES(Scale.STRIKE, Measure.CASUALTIES);

  private final Scale scale;
  private final Measure measure;

  Series(Scale scale, Measure measure) {
    this.scale = scale;
    this.measure = measure;
  }

  public Scale scale() {
    return scale;
  }

  public Measure measure() {
    return measure;
  }

  /** The one on that scale. */
  static Series of(Scale scale, Measure measure) {
    return switch (measure) {
      case IMPACTS -> scale == Scale.DAY ? DAY_IMPACTS : STRIKE_IMPACTS;
      case KILLED -> scale == Scale.DAY ? DAY_KILLED : STRIKE_KILLED;
      case CASUALTIES -> scale == Scale.DAY ? DAY_CASUALTIES : STRIKE_CASUALTIES;
    };
  }
}
