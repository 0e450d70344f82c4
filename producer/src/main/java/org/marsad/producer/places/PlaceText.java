package org.marsad.producer.places;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A place as said that names a town beside it: "Town, X", "X, Town" or "X (Town)". */
final class PlaceText {
  private static final Pattern COMMA = Pattern.compile("[,،;؛]");
  private static final Pattern PARENTHESES = Pattern.compile("^(.*)\\(([^()]*)\\)(.*)$");

  /**
   * One way to read the text.
   *
   * @param town names the town
   * @param part names the place within it
   */
  record Reading(String town, String part) {}

  private PlaceText() {}

  /** Ways to read the text, the likelier first; none where it names one place only. */
  static List<Reading> readings(String text) {
    var readings = new ArrayList<Reading>();
    var comma = COMMA.matcher(text);
    if (comma.find()) {
      var before = text.substring(0, comma.start());
      var after = text.substring(comma.end());
      readings.add(new Reading(before, after));
      readings.add(new Reading(after, before));
    }
    var parentheses = PARENTHESES.matcher(text);
    if (parentheses.matches()) {
      var outside = parentheses.group(1) + " " + parentheses.group(3);
      readings.add(new Reading(parentheses.group(2), outside));
    }
    return readings;
  }
}
