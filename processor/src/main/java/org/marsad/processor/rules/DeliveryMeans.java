package org.marsad.processor.rules;

/** What delivered a strike. */
public enum DeliveryMeans {
  AIRCRAFT,
  HELICOPTER,
  DRONE,
  MISSILE,
  ARTILLERY,
  UNKNOWN
}
