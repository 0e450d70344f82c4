package org.marsad.consumer.text;

import java.util.List;
import org.marsad.message.Alert;
import org.marsad.schemas.Marks;

/**
 * What is doubtful about the point of a report, for those who see the marks of an alert: {@code
 * point far from the place: not used}.
 */
final class DoubtText {
  private static final List<String> OF_A_POINT =
      List.of(
          Marks.POINT_FAR_FROM_PLACE,
          Marks.SWAPPED,
          Marks.POINT_OUTSIDE_PLACE,
          Marks.POINT_UNREADABLE,
          Marks.NO_FIX);

  private final Texts texts;

  DoubtText(Texts texts) {
    this.texts = texts;
  }

  /** In a few words each; empty where there is no doubt, or the reader may not know of it. */
  List<String> chips(Alert alert) {
    return of(alert, "doubt.");
  }

  /** The same in a sentence each. */
  List<String> sentences(Alert alert) {
    return of(alert, "say.doubt.");
  }

  private List<String> of(Alert alert, String keys) {
    return OF_A_POINT.stream()
        .filter(alert.getMarks()::contains)
        .map(mark -> texts.of(keys + mark))
        .toList();
  }
}
