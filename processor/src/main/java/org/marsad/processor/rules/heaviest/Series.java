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
}
