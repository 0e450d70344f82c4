package org.marsad.standalone.init;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** An entry on one line: {@code name=Al-Quds Hospital; at=36.20,37.16; beds=40}. */
public final class EntryText {
  /** A semicolon within a value is no end of it unless a key follows. */
  private static final Pattern NEXT = Pattern.compile(";\\s*(?=[a-z][a-z-]*=)");

  private static final Pattern PAIR = Pattern.compile("(?s)([a-z][a-z-]*)=(.*)");

  private EntryText() {}

  /**
   * Its values by key, in order. Of a key that stands twice the last counts.
   *
   * @param first key of what stands before the first key
   */
  public static Map<String, String> read(String text, String first) {
    var values = new LinkedHashMap<String, String>();
    for (var part : NEXT.split(text.strip(), -1)) {
      var pair = PAIR.matcher(part.strip());
      if (pair.matches()) {
        values.put(pair.group(1), pair.group(2).strip());
      } else {
        values.put(first, part.strip());
      }
    }
    return values;
  }
}
