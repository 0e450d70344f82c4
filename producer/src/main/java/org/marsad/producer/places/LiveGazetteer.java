package org.marsad.producer.places;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.marsad.message.AreaProfile;

/** The gazetteer in force, which another can replace. Safe for use by many threads. */
public final class LiveGazetteer implements AreaRegister {
  private volatile Gazetteer current;

  /**
   * @param first in force until it is replaced
   */
  public LiveGazetteer(Gazetteer first) {
    this.current = first;
  }

  /** Puts another into force, as a whole. */
  public void replace(Gazetteer newer) {
    current = newer;
  }

  /** All areas, in the order in which they were given. */
  @Override
  public Collection<AreaProfile> areas() {
    return current.areas();
  }

  /** Says where a place is, as far as it can be known. Never fails. */
  public ResolvedPlace resolve(PlaceQuery query) {
    return current.resolve(query);
  }

  @Override
  public Optional<AreaProfile> area(String code) {
    return current.area(code);
  }

  @Override
  public List<AreaProfile> areasOfHospital(String siteId) {
    return current.areasOfHospital(siteId);
  }
}
