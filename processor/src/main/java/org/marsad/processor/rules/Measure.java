package org.marsad.processor.rules;

/** What is counted. */
public enum Measure {
  /** Bombs, shells or launches that landed. */
  IMPACTS,
  /** People killed. */
  KILLED,
  /** Killed plus injured, or the one that is known. */
  CASUALTIES
}
