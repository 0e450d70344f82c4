package org.marsad.consumer.operations.board;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.marsad.message.AreaProfile;
import org.marsad.message.SiteKind;

/** The hospitals that areas list: names and areas, never where they are. */
final class HospitalList {
  private HospitalList() {}

  /** Each hospital by its id, as the first area lists it. */
  static Map<String, ObjectNode> of(Collection<AreaProfile> profiles) {
    var hospitals = new TreeMap<String, ObjectNode>();
    for (var area : profiles) {
      for (var site : area.getSites()) {
        if (site.getKind() == SiteKind.HOSPITAL && !hospitals.containsKey(site.getSiteId())) {
          var hospital = JsonNodeFactory.instance.objectNode();
          hospital.put("siteId", site.getSiteId()).put("area", area.getCode());
          var names = hospital.putObject("names");
          site.getNames().forEach(name -> names.put(name.getLanguage(), name.getName()));
          hospital.put("fictional", site.getFictional());
          hospitals.put(site.getSiteId(), hospital);
        }
      }
    }
    return hospitals;
  }
}
