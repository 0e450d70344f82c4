package org.marsad.producer.imports;

/** Which rows of a file of violent events count as strikes. */
public enum Include {
  /** Those whose wording speaks of an attack from the air. */
  AIR,
  /** Every one. */
  ALL
}
