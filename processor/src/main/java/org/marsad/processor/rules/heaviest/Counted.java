package org.marsad.processor.rules.heaviest;

import org.marsad.processor.rules.Measure;

/** What is added up: the measures of records, and the injured, which are told beside them. */
enum Counted {
  IMPACTS,
  KILLED,
  CASUALTIES,
  INJURED;

  /** The measure as one of these. */
  static Counted of(Measure measure) {
    return switch (measure) {
      case IMPACTS -> IMPACTS;
      case KILLED -> KILLED;
      case CASUALTIES -> CASUALTIES;
    };
  }
}
