package org.marsad.producer.imports;

import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a table is laid out in its file.
 *
 * @param delimiter between values; null: whichever of {@link #USUAL} parts the header
 * @param encoding of its text; null: UTF-8, or as its byte order mark says
 */
record TableLayout(@Nullable Character delimiter, @Nullable Charset encoding) {
  /** Nothing is stated. */
  static final TableLayout UNSTATED = new TableLayout(null, null);

  /** Delimiters of the tables that people have. */
  static final List<Character> USUAL = List.of(',', ';', '\t', '|');

  List<Character> delimiters() {
    return delimiter == null ? USUAL : List.of(delimiter);
  }
}
