package org.marsad.processor.rules.residential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.AreaPart;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.Circle;
import org.marsad.processor.rules.GeoPoint;
import org.marsad.processor.rules.LandUse;
import org.marsad.processor.rules.Spot;

/**
 * Whether a strike hit where people live: because a report says so, because of its neighbourhood's
 * land use, or because enough of the land within its uncertainty circle is lived in.
 *
 * @param livedInShare share of lived-in land within the circle from which a strike of unknown
 *     neighbourhood counts, 0 to 1; a share exactly that large counts
 */
public record ResidentialStrikeRule(double livedInShare) {
  /** Points at which the land within a circle is looked at: shares are good to about 3 %. */
  private static final int SAMPLES = 400;

  private static final double GOLDEN_ANGLE_DEGREES = 137.50776405003785;

  public ResidentialStrikeRule {
    if (!(livedInShare > 0 && livedInShare <= 1)) {
      throw new IllegalArgumentException(
          "lived-in-share: " + livedInShare + " (expected: > 0 and <= 1)");
    }
  }

  /** Why a strike counts as residential. */
  public enum Basis {
    REPORT,
    MAP,
    RADIUS
  }

  /**
   * That a strike is residential.
   *
   * @param basis why
   * @param certainty how certain
   * @param share of lived-in land within the circle, 0 to 1; negative unless the basis is RADIUS
   */
  public record Verdict(Basis basis, Certainty certainty, double share) {}

  /**
   * Judges one strike. What reports say goes before the map, unless the map is more certain.
   *
   * @param saidSo how certain the reports are together that say that homes were hit; null: none
   *     does
   * @param spot where
   * @param certainty of the strike
   * @param map of its area
   */
  public Optional<Verdict> judge(
      @Nullable Certainty saidSo, Spot spot, Certainty certainty, AreaMap map) {
    var part = spot.neighbourhood() == null ? null : map.parts().get(spot.neighbourhood());
    var byMap =
        part != null && part.landUse().isLivedIn() ? ofMap(part, spot).and(certainty) : null;
    if (saidSo != null && (byMap == null || saidSo.compareTo(byMap) <= 0)) {
      return Optional.of(new Verdict(Basis.REPORT, saidSo, -1));
    }
    if (byMap != null) {
      return Optional.of(new Verdict(Basis.MAP, byMap, -1));
    }
    if ((part != null && part.landUse() != LandUse.UNKNOWN) || spot.circle() == null) {
      return Optional.empty();
    }
    var share = livedInShareOf(spot.circle(), map);
    return share >= livedInShare
        ? Optional.of(new Verdict(Basis.RADIUS, Certainty.POSSIBLE, share))
        : Optional.empty();
  }

  /** The map's word: weaker where use is mixed, weakest where the point denies the name. */
  private static Certainty ofMap(AreaPart part, Spot spot) {
    if (spot.pointOutsidePlace()) {
      return Certainty.POSSIBLE;
    }
    return part.landUse() == LandUse.MIXED ? Certainty.LIKELY : Certainty.OBSERVED;
  }

  private static double livedInShareOf(Circle circle, AreaMap map) {
    List<AreaPart> within = new ArrayList<>();
    for (var part : map.parts().values()) {
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
