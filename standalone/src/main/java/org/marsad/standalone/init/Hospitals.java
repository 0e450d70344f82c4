package org.marsad.standalone.init;

import java.util.HashMap;
import java.util.Map;
import org.marsad.message.LocalName;
import org.marsad.standalone.init.SiteReader.NewSite;

/**
 * The hospitals of an installation, as far as others of its entries name them.
 *
 * @param ids by name, in any language
 * @param keys of the confidential ones, by id
 */
record Hospitals(Map<String, String> ids, Map<String, String> keys) {
  static Hospitals none() {
    return new Hospitals(new HashMap<>(), new HashMap<>());
  }

  void add(NewSite hospital) {
    var id = hospital.site().getSiteId();
    hospital.site().getNames().stream().map(LocalName::getName).forEach(name -> ids.put(name, id));
    if (hospital.key() != null) {
      keys.put(id, hospital.key());
    }
  }

  /** The id of a hospital that is named by its name or id. */
  String id(String text) {
    return ids.getOrDefault(text, text);
  }

  @Override
  public String toString() {
    return "Hospitals" + ids.values();
  }
}
