package org.marsad.consumer.operations.explain;

import java.util.Locale;
import org.marsad.consumer.text.ExplainText;
import org.marsad.schemas.Marks;

/** What intake repaired or doubts, for a reader who does not know the codes. */
public final class Meanings {
  private Meanings() {}

  /** In English; the code itself where nobody wrote it down. */
  public static String ofMark(String code) {
    return ofMark(code, ExplainText.in(Locale.ENGLISH));
  }

  static String ofMark(String code, ExplainText text) {
    if (code.startsWith(Marks.MOVED_TO)) {
      return text.of("mark.MOVED_TO", text.code(code.substring(Marks.MOVED_TO.length())));
    }
    return text.has("mark." + code) ? text.of("mark." + code) : new Words(text).code(code);
  }
}
