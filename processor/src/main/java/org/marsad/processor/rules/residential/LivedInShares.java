package org.marsad.processor.rules.residential;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.AreaPart;
import org.marsad.processor.rules.Circle;
import org.marsad.processor.rules.GeoPoint;
import org.marsad.processor.rules.Remembered;

/**
 * How much of the land within a circle is lived in. Each revision of a strike asks again, and most
 * strikes are known by one of a few circles: the last {@value #MOST} answers are kept. Not
 * thread-safe.
 */
public final class LivedInShares {
  private static final int MOST = 2_000;

  /** Points at which the land within a circle is looked at: shares are good to about 3 %. */
  private static final int SAMPLES = 400;

  private static final double GOLDEN_ANGLE_DEGREES = 137.50776405003785;

  private final Remembered<Question, Double> known = new Remembered<>(MOST, Question::measured);

  /** About one state of an area's map: a changed map is another object. */
  private record Question(Circle circle, Map<String, AreaPart> parts) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Question question
          && circle.equals(question.circle)
          && parts == question.parts;
    }

    @Override
    public int hashCode() {
      return 31 * circle.hashCode() + System.identityHashCode(parts);
    }

    double measured() {
      return measure(circle, parts.values());
    }
  }

  /** The share of lived-in land within a circle, 0 to 1. */
  double of(Circle circle, AreaMap map) {
    return known.to(new Question(circle, map.parts()));
  }

  private static double measure(Circle circle, Collection<AreaPart> parts) {
    List<AreaPart> within = new ArrayList<>();
    for (var part : parts) {
      if (part.landUse().isLivedIn() && part.circle().isWithin(0, circle)) {
        within.add(part);
      }
    }
    if (within.isEmpty()) {
      return 0;
    }
    var hits = 0;
    for (var i = 0; i < SAMPLES; i++) {
      var point = sample(circle, i);
      if (within.stream().anyMatch(part -> part.contains(point))) {
        hits++;
      }
    }
    return (double) hits / SAMPLES;
  }

  /** Points of a sunflower: evenly spread over the circle, the same ones every time. */
  private static GeoPoint sample(Circle circle, int i) {
    var metres = circle.radiusMetres() * Math.sqrt((i + 0.5) / SAMPLES);
    return circle.centre().moved(metres, i * GOLDEN_ANGLE_DEGREES % 360);
  }
}
