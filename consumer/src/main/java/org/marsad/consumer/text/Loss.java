package org.marsad.consumer.text;

/** What an SMS can lose when it is too long, the least important first. */
enum Loss {
  DOUBT,
  SOURCES,
  BOUNDS,
  CERTAINTY,
  THIRD_FINDING,
  DETAIL,
  AREA,
  CHANGE,
  UPDATE,
  WHY,
  SECOND_COUNT,
  SECOND_FINDING,
  TIME,
  DANGER,
  COUNT
}
