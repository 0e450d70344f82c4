package org.marsad.processor.rules;

/** What was hit, as reported. */
public enum Target {
  RESIDENTIAL,
  HOSPITAL,
  SCHOOL,
  SHELTER,
  MARKET,
  BAKERY,
  PLACE_OF_WORSHIP,
  CAMP,
  WATER,
  RESCUE_BASE,
  INDUSTRIAL,
  MILITARY,
  OTHER
}
