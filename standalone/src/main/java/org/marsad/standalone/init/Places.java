package org.marsad.standalone.init;

import java.util.Optional;
import org.marsad.message.AreaProfile;
import org.marsad.producer.places.Gazetteer;
import org.marsad.producer.places.PlaceQuery;
import org.marsad.schemas.Areas;

/** Areas as people name them: by code or in words, in any script that the gazetteer knows. */
final class Places {
  static final String EXPECTED = "an area that exists, by code or name, such as aleppo or حلب";

  private final Gazetteer gazetteer;

  Places(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  Optional<AreaProfile> area(String text) {
    var known = gazetteer.area(text);
    if (known.isPresent()) {
      return known;
    }
    var named = gazetteer.resolve(new PlaceQuery(null, null, text, null, null, null, null, null));
    return named.area().equals(Areas.UNPLACED) ? Optional.empty() : gazetteer.area(named.area());
  }

  /** The code of an area; refused where nobody knows it. */
  String code(String text) {
    return area(text).orElseThrow(() -> new IllegalArgumentException(text)).getCode();
  }
}
