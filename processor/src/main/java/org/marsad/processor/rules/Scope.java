package org.marsad.processor.rules;

/** Where it is counted. */
public enum Scope {
  NEIGHBOURHOOD,
  AREA
}
