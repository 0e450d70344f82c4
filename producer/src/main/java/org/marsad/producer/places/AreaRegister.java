package org.marsad.producer.places;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.marsad.message.AreaProfile;

/** Looks areas up. Safe for use by many threads. */
public interface AreaRegister {
  /** All areas. */
  Collection<AreaProfile> areas();

  /** The area with a code. */
  Optional<AreaProfile> area(String code);

  /** The areas that list a hospital; empty where there is no such hospital. */
  List<AreaProfile> areasOfHospital(String siteId);
}
