package org.marsad.processor.rules;

/** Over what it is counted: one strike, or one local calendar day. */
public enum Scale {
  STRIKE,
  DAY
}
