package org.marsad.consumer.text;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.message.RecordFacts;

/**
 * The last days as a row of bars: {@code ▂▁..▃▁▅█}, the day spoken of on the right. A day that
 * nobody was heard of is a dot, never a bar: silence is not calm.
 */
final class Sparkline {
  private static final String BARS = "▁▂▃▄▅▆▇█";
  private static final char UNHEARD = '.';

  private final Bidi bidi;

  /**
   * @param texts of the language that it stands within: oldest on the left in both
   */
  Sparkline(Texts texts) {
    this.bidi = new Bidi(texts.isRightToLeft());
  }

  /** Empty where there are not two days to compare. */
  String of(RecordFacts record) {
    var recent = record.getRecent();
    if (recent.stream().filter(Objects::nonNull).count() < 2) {
      return "";
    }
    return bidi.code(bars(recent));
  }

  /** The bars alone. */
  static String bars(List<@Nullable Integer> recent) {
    var most = recent.stream().filter(Objects::nonNull).mapToInt(count -> count).max().orElse(0);
    var bars = new StringBuilder();
    recent.forEach(count -> bars.append(bar(count, most)));
    return bars.toString();
  }

  /** Whether nobody was heard on some of the days. */
  static boolean hasGaps(List<@Nullable Integer> recent) {
    return recent.stream().anyMatch(Objects::isNull);
  }

  /** Nothing at all has the lowest bar; anything more has a higher one. */
  private static char bar(@Nullable Integer count, int most) {
    if (count == null) {
      return UNHEARD;
    }
    var steps = BARS.length() - 1;
    return BARS.charAt(count <= 0 ? 0 : (int) Math.ceil((double) count * steps / most));
  }
}
