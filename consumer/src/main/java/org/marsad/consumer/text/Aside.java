package org.marsad.consumer.text;

/** What stands beside the alerts of a terminal and must not be louder than they are. */
public final class Aside {
  private Aside() {}

  /**
   * The text, dim.
   *
   * @param text free of control characters
   */
  public static String of(String text, boolean colour) {
    return Colour.QUIET.paint(text, colour);
  }
}
