package org.marsad.standalone.sites;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.marsad.message.LocalName;
import org.marsad.message.Site;
import org.marsad.schemas.MessageJson;

/**
 * A site for its operator, to whom nothing is hidden.
 *
 * @param area code of the first area whose file has it
 */
public record ListedSite(String area, Site site) {
  /** All its names. */
  public List<String> names() {
    return site.getNames().stream().map(LocalName::getName).toList();
  }

  /** As one object; of a key there is only a hash, and that serves nobody. */
  public ObjectNode json() {
    var json = MessageJson.tree(site);
    json.remove("keySha256");
    return json.put("area", area);
  }
}
