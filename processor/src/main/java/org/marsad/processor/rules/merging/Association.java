package org.marsad.processor.rules.merging;

import java.time.Duration;
import org.marsad.processor.rules.DeliveryMeans;
import org.marsad.processor.rules.Report;

/**
 * Whether two reports can speak of the same strike, and how near they are.
 *
 * @param within longest time between the two, once each is grown by its precision
 * @param withinMetres longest distance between the two, once each is grown by its radius
 */
public record Association(Duration within, double withinMetres) {
  public Association {
    if (within.isNegative()) {
      throw new IllegalArgumentException("within: " + within + " (expected: >= 0)");
    }
    if (!(withinMetres >= 0)) {
      throw new IllegalArgumentException("withinMetres: " + withinMetres + " (expected: >= 0)");
    }
  }

  /**
   * Whether they can be the same strike. Two reports of one source never are; only reports known at
   * least to the hour and the neighbourhood are.
   */
  public boolean canBeSame(Report a, Report b) {
    return !a.source().equals(b.source())
        && a.isFine()
        && b.isFine()
        && !contradict(a, b)
        && a.time().gapTo(b.time()).compareTo(within) <= 0
        && areNear(a, b);
  }

  /**
   * Distance in time and space, each in units of what would still be the same strike: the same two
   * minutes weigh more between precise reports than between coarse ones. At least 0, no unit.
   */
  public double distance(Report a, Report b) {
    var time =
        seconds(Duration.between(a.time().middle(), b.time().middle()).abs())
            / seconds(within.plus(a.time().precision().unit()).plus(b.time().precision().unit()));
    return Math.hypot(time, normalisedMetres(a, b));
  }

  private double normalisedMetres(Report a, Report b) {
    var here = a.spot().circle();
    var there = b.spot().circle();
    if (here == null || there == null) {
      return 0; // the same neighbourhood, and nothing finer is known
    }
    var reach = withinMetres + here.radiusMetres() + there.radiusMetres();
    return reach == 0 ? 0 : here.centre().metresTo(there.centre()) / reach;
  }

  private boolean areNear(Report a, Report b) {
    var neighbourhood = a.spot().neighbourhood();
    if (neighbourhood != null && neighbourhood.equals(b.spot().neighbourhood())) {
      return true;
    }
    var here = a.spot().circle();
    var there = b.spot().circle();
    return here != null && there != null && here.isWithin(withinMetres, there);
  }

  /** An inferred delivery is too weak to contradict a stated one. */
  private static boolean contradict(Report a, Report b) {
    return a.delivery() != b.delivery()
        && a.delivery() != DeliveryMeans.UNKNOWN
        && b.delivery() != DeliveryMeans.UNKNOWN
        && !a.deliveryInferred()
        && !b.deliveryInferred();
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
