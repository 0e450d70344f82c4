package org.marsad.schemas;

/** Area codes with a meaning of their own. */
public final class Areas {
  /**
   * The area of reports whose place is unknown: they reach the operations centre, not the floor.
   */
  public static final String UNPLACED = "unplaced";

  private Areas() {}
}
