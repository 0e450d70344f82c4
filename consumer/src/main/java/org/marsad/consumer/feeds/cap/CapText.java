package org.marsad.consumer.feeds.cap;

import java.util.regex.Pattern;

/** Text that no reader can take for HTML, no longer than CAP allows. */
public final class CapText {
  private static final Pattern ENTITY = Pattern.compile("&(?=[A-Za-z#]\\w*;)");

  private CapText() {}

  /** The text with other marks for {@code <}, {@code >} and the {@code &} of an entity. */
  public static String plain(String text) {
    return ENTITY.matcher(text).replaceAll("＆").replace('<', '‹').replace('>', '›').strip();
  }

  /**
   * The same on one line.
   *
   * @param longest characters, at least 2; what is longer ends in {@code …}
   */
  public static String line(String text, int longest) {
    var line = plain(text).replaceAll("\\s+", " ");
    if (line.length() <= longest) {
      return line;
    }
    var end = Character.isHighSurrogate(line.charAt(longest - 2)) ? longest - 2 : longest - 1;
    return line.substring(0, end) + "…";
  }
}
