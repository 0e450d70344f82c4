package org.marsad.consumer.areas;

import java.util.EnumSet;
import java.util.Set;
import org.marsad.message.SiteKind;

/**
 * The kinds of sites whose positions may show to whoever sees the page. Those of hospitals and
 * rescue bases put people in danger, and so may those of kinds that this version does not know.
 */
public final class PlacedKinds {
  private static final Set<SiteKind> SHOWN =
      EnumSet.of(
          SiteKind.SCHOOL,
          SiteKind.BAKERY,
          SiteKind.MARKET,
          SiteKind.SHELTER,
          SiteKind.PLACE_OF_WORSHIP,
          SiteKind.CAMP,
          SiteKind.WATER);

  private PlacedKinds() {}

  /**
   * Whether the position of a site of this kind may show, or anything that it follows from: three
   * distances from strikes with a known point are a position.
   */
  public static boolean include(SiteKind kind) {
    return SHOWN.contains(kind);
  }
}
