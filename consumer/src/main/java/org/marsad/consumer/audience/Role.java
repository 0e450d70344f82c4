package org.marsad.consumer.audience;

/** What a subscriber is, which decides what it may see. */
public enum Role {
  /** Rescue teams: the exact place. */
  RESCUE,
  /** Hospitals: the exact place, and what is addressed to their site. */
  HOSPITAL,
  /** Operations centres: everything of their areas, and what could not be placed. */
  OPS,
  /** The public: the neighbourhood, nothing unverified. */
  PUBLIC,
  /** Those who keep records: the exact place. */
  ARCHIVE;

  /** Whether it is told only what is LIKELY at least. */
  public boolean asksForTheLikely() {
    return this == PUBLIC;
  }
}
