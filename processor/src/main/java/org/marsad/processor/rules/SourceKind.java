package org.marsad.processor.rules;

/** What kind of source reports, the most authoritative on counts first. */
public enum SourceKind {
  AGENCY,
  OBSERVER,
  SENSOR,
  IMPORT,
  MEDIA;

  /** Whether its word alone makes a strike LIKELY. */
  public boolean isCredible() {
    return this != MEDIA;
  }
}
