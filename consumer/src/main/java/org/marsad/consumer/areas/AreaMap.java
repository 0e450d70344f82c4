package org.marsad.consumer.areas;

import java.util.Collection;
import org.marsad.message.AreaProfile;

/**
 * The areas as a GeoJSON document that is served as it is.
 *
 * @param json UTF-8, never changed
 * @param etag quoted hash of {@code json}, as HTTP wants it
 */
@SuppressWarnings("ArrayRecordComponent") // served as it is; nobody compares two maps
public record AreaMap(byte[] json, String etag) {
  /** The map of these areas, in the order given, and of the sites that may be spoken of. */
  static AreaMap of(Collection<AreaProfile> areas, PublicSites sites) {
    var json = AreaGeoJson.of(areas, sites);
    return new AreaMap(json, Etag.of(json));
  }
}
