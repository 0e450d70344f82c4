package org.marsad.processor.rules.residential;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.AreaPart;
import org.marsad.processor.rules.Certainty;
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
   * @param shares to measure with
   */
  public Optional<Verdict> judge(
      @Nullable Certainty saidSo,
      Spot spot,
      Certainty certainty,
      AreaMap map,
      LivedInShares shares) {
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
    var share = shares.of(spot.circle(), map);
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
}
