package org.marsad.consumer.text;

/** What an SMS can lose when it is too long, the least important first. */
enum Loss {
  SOURCES,
  BOUNDS,
  CERTAINTY,
  DETAIL,
  AREA,
  UPDATE,
  WHY,
  SECOND_COUNT,
  TIME,
  DANGER,
  COUNT
}
