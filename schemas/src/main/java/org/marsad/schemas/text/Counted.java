package org.marsad.schemas.text;

/** A number with what is counted, in English: {@code 1 row}, {@code 12 rows}. */
public final class Counted {
  private Counted() {}

  /**
   * How many there are.
   *
   * @param one what one of them is called; an s makes it several
   */
  public static String of(long number, String one) {
    return number + " " + one + (number == 1 ? "" : "s");
  }
}
