package org.marsad.processor.rules;

/** What a place rests on. */
public enum PlaceBasis {
  CODE,
  NAME,
  POINT,
  PARENT,
  NONE,
  PERSON
}
