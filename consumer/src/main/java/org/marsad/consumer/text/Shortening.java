package org.marsad.consumer.text;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Makes an SMS of its parts: as little is lost as makes it fit. */
final class Shortening {
  private static final int SHORTEST_PLACE = 6;

  /** So much of a place as it was said is enough, rather than lose what happened there. */
  private static final int ENOUGH_OF_A_PLACE = 24;

  private final Texts texts;
  private final List<ShortPart> marks;
  private final List<ShortPart> parts;
  private final ShortPart place;

  /**
   * @param marks that stand first
   * @param parts that follow, the place among them
   * @param place is cut when nothing else is left to lose
   */
  Shortening(Texts texts, List<ShortPart> marks, List<ShortPart> parts, ShortPart place) {
    this.texts = texts;
    this.marks = marks;
    this.parts = parts;
    this.place = place;
  }

  String fit() {
    var lost = EnumSet.noneOf(Loss.class);
    for (var loss : Loss.values()) {
      if (Gsm7.fits(text(lost, Integer.MAX_VALUE))) {
        break;
      }
      if (loss.compareTo(Loss.SECOND_COUNT) >= 0 && Gsm7.fits(text(lost, ENOUGH_OF_A_PLACE))) {
        return cut(lost);
      }
      lost.add(loss);
    }
    return Gsm7.fits(text(lost, Integer.MAX_VALUE)) ? withWhatFitsIn(lost) : cut(lost);
  }

  private String cut(Set<Loss> lost) {
    var longest = place.after(lost).length();
    while (longest > SHORTEST_PLACE && !Gsm7.fits(text(lost, longest))) {
      longest--;
    }
    return text(lost, longest);
  }

  /** What was lost on the way comes back where there is room, the most important first. */
  private String withWhatFitsIn(Set<Loss> lost) {
    var losses = Loss.values();
    for (var index = losses.length - 1; index >= 0; index--) {
      var loss = losses[index];
      if (lost.remove(loss) && !Gsm7.fits(text(lost, Integer.MAX_VALUE))) {
        lost.add(loss);
      }
    }
    return text(lost, Integer.MAX_VALUE);
  }

  private String text(Set<Loss> lost, int longestPlace) {
    var said =
        parts.stream()
            .map(
                part ->
                    part.equals(place) ? Cut.at(part.after(lost), longestPlace) : part.after(lost))
            .filter(text -> !text.isEmpty())
            .toList();
    var text = new StringBuilder();
    for (var mark : marks) {
      var word = mark.after(lost);
      text.append(word.isEmpty() ? "" : texts.of("short.mark", word));
    }
    text.append(texts.list(said));
    return texts.isRightToLeft() ? text.toString() : Gsm7.plain(text.toString());
  }
}
