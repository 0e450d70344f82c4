package org.marsad.consumer.text;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.message.CountRange;

/** Counts, distances and bars as all texts say them, for texts that are made elsewhere. */
public final class Figures {
  private final Amounts amounts;
  private final Distance distance;

  private Figures(Texts texts) {
    this.amounts = new Amounts(texts);
    this.distance = new Distance(texts);
  }

  /**
   * In a language.
   *
   * @param language Arabic, else English
   */
  public static Figures in(Locale language) {
    return new Figures(Texts.in(language));
  }

  /** {@code 59 (59–74)}, {@code at least 12}, {@code 12 (at least 5)}. */
  public String range(CountRange range) {
    return amounts.of(range);
  }

  /** {@code at least 12} where the best is the least and the most is open, else {@code 12}. */
  public String best(CountRange range) {
    return amounts.best(range);
  }

  /** {@code (59–74)} after a space, {@code (at least 5)}; empty where the best says it all. */
  public String bounds(CountRange range) {
    return amounts.bounds(range);
  }

  /** {@code 80 m}, {@code 340 m}, {@code 1.2 km}: no finer than it is known. */
  public String distance(double metres) {
    return distance.of(metres);
  }

  /** {@code ▁..▃█}: the last day on the right, a dot where nobody was heard of. */
  public static String bars(List<@Nullable Integer> counts) {
    return Sparkline.bars(counts);
  }
}
