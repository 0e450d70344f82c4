package org.marsad.standalone.command;

import java.util.Collection;
import java.util.HashSet;
import org.marsad.message.AreaProfile;
import org.marsad.message.Site;
import org.marsad.message.SiteKind;
import org.marsad.producer.text.Counted;
import org.marsad.standalone.backtest.PublicAreas;

/**
 * The first line of a Marsad that runs: how many areas and public hospitals it knows, and where it
 * is reached.
 */
final class Greeting {
  private Greeting() {}

  /** {@code up · 470 areas · no hospitals · http://127.0.0.1:8080}. */
  static String of(String command, Collection<AreaProfile> areas, String url) {
    var hospitals = new HashSet<String>();
    for (var area : PublicAreas.of(areas)) {
      area.getSites().stream()
          .filter(site -> site.getKind() == SiteKind.HOSPITAL && !site.getFictional())
          .map(Site::getSiteId)
          .forEach(hospitals::add);
    }
    return "%s · %s · %s · %s"
        .formatted(
            command,
            Counted.of(areas.size(), "area"),
            hospitals.isEmpty() ? "no hospitals" : Counted.of(hospitals.size(), "hospital"),
            url);
  }
}
