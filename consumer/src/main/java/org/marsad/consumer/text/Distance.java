package org.marsad.consumer.text;

/**
 * Distances in words, no finer than they are known: {@code 80 m}, {@code 340 m}, {@code 1.2 km}.
 */
final class Distance {
  private static final int KILOMETRE = 1_000;
  private static final int ROUND_FROM = 100;
  private static final int STEP = 10;

  private final Texts texts;

  Distance(Texts texts) {
    this.texts = texts;
  }

  /** Rounded to the metre, from 100 m on to ten, from a kilometre on to a tenth of it. */
  String of(double metres) {
    var rounded =
        metres < ROUND_FROM ? Math.round(metres) : Math.round(metres / STEP) * (long) STEP;
    return text(rounded);
  }

  /** A bound: rounded up to ten metres, so that nothing lies beyond it. */
  String atMost(double metres) {
    return text((long) Math.ceil(metres / STEP) * STEP);
  }

  private String text(long metres) {
    return metres < KILOMETRE
        ? texts.counted("distance.metres", (int) metres)
        : texts.of("distance.kilometres", (double) metres / KILOMETRE);
  }
}
