package org.marsad.processor.rules;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands at a site, in the order in which it is told. */
public enum SiteKind {
  HOSPITAL(Target.HOSPITAL),
  SCHOOL(Target.SCHOOL),
  BAKERY(Target.BAKERY),
  MARKET(Target.MARKET),
  SHELTER(Target.SHELTER),
  PLACE_OF_WORSHIP(Target.PLACE_OF_WORSHIP),
  CAMP(Target.CAMP),
  WATER(Target.WATER),
  RESCUE_BASE(Target.RESCUE_BASE),
  OTHER(null);

  private final @Nullable Target target;

  SiteKind(@Nullable Target target) {
    this.target = target;
  }

  /** What a report calls it when it was hit. */
  public Optional<Target> target() {
    return Optional.ofNullable(target);
  }

  /** Whether those who save lives, or many who cannot flee, are there: a hit on it is extreme. */
  public boolean isGravest() {
    return this == HOSPITAL
        || this == SCHOOL
        || this == SHELTER
        || this == CAMP
        || this == RESCUE_BASE;
  }

  /** Whether a strike on it is worth a warning of its own. */
  public boolean isProtected() {
    return this != OTHER;
  }
}
