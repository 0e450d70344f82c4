package org.marsad.producer.imports;

/** Numbers with a decimal point or a decimal comma. */
final class Decimals {
  private Decimals() {}

  /**
   * The text as with a decimal point: with a decimal comma, points and commas change places.
   *
   * @param decimal a point or a comma
   */
  static String withPoint(String text, char decimal) {
    return decimal == ',' ? text.replace('.', '\0').replace(',', '.').replace('\0', ',') : text;
  }
}
