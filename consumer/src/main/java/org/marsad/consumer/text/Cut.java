package org.marsad.consumer.text;

import java.util.List;

/** Texts made shorter: at a word, with an ellipsis, never within a character. */
final class Cut {
  private static final String ELLIPSIS = "…";
  private static final List<String> QUOTES = List.of("“”", "«»");
  private static final String SEPARATORS = " ,;:،؛–-(";

  private Cut() {}

  /**
   * The text, or its first words and an ellipsis.
   *
   * @param longest UTF-16 units of the result, at least 4
   */
  static String at(String text, int longest) {
    return at(text, longest, ELLIPSIS);
  }

  /** The text, or its first words and what stands for the rest. */
  static String at(String text, int longest, String ellipsis) {
    if (text.length() <= longest) {
      return text;
    }
    var room = longest - ellipsis.length();
    var cut = firstWords(text, room, ellipsis);
    while (cut.length() > longest && room > 1) { // an isolate within it must be closed
      cut = firstWords(text, --room, ellipsis);
    }
    return cut;
  }

  private static String firstWords(String text, int room, String ellipsis) {
    var end = lastWord(text, room);
    while (end > 0 && SEPARATORS.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    var kept = text.substring(0, end);
    return kept + ellipsis + Bidi.closing(kept) + closingQuote(kept);
  }

  /** What was quoted stays quoted. */
  private static String closingQuote(String kept) {
    for (var quotes : QUOTES) {
      var opened = kept.lastIndexOf(quotes.charAt(0));
      if (opened >= 0 && kept.indexOf(quotes.charAt(1), opened) < 0) {
        return quotes.substring(1);
      }
    }
    return "";
  }

  /** The end of the last whole word; of one long word, half of it is better than nothing. */
  private static int lastWord(String text, int room) {
    var space = text.lastIndexOf(' ', room);
    if (space > room / 2) {
      return space;
    }
    return Character.isHighSurrogate(text.charAt(room - 1)) ? room - 1 : room;
  }
}
