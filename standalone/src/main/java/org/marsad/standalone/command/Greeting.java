package org.marsad.standalone.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import org.marsad.message.AreaProfile;
import org.marsad.message.Site;
import org.marsad.message.SiteKind;
import org.marsad.schemas.text.Counted;
import org.marsad.standalone.backtest.PublicAreas;

/** The first lines of a Marsad that runs: what it has loaded, what is missing, where it is. */
final class Greeting {
  private Greeting() {}

  /** {@code up · 470 areas · no hospitals · http://127.0.0.1:8080}. */
  static String of(String command, Collection<AreaProfile> areas, String url) {
    var hospitals = hospitals(areas);
    return "%s · %s · %s · %s"
        .formatted(
            command,
            Counted.of(areas.size(), "area"),
            hospitals == 0 ? "no hospitals" : Counted.of(hospitals, "hospital"),
            url);
  }

  /** {@code 4 sources · 2 subscribers · broker 127.0.0.1:9092 · data DIR}. */
  static String second(int sources, int subscribers, String broker, Path data) {
    return "%s · %s · broker %s · data %s"
        .formatted(
            Counted.of(sources, "source"), Counted.of(subscribers, "subscriber"), broker, data);
  }

  /** A link that signs the operator in. */
  static String link(String link) {
    return "open: %s · signs you in, once, on this machine".formatted(link);
  }

  /**
   * What a Marsad for real use would have besides; empty: nothing is missing.
   *
   * @param sources the local operator among them
   * @param namesUsers whether a file says who may use the page
   * @param namesSubscribers whether a file says who is told
   */
  static Optional<String> missing(
      Collection<AreaProfile> areas, int sources, boolean namesUsers, boolean namesSubscribers) {
    var missing = new ArrayList<String>();
    if (hospitals(areas) == 0) {
      missing.add("hospitals (./marsad sites add)");
    }
    if (sources <= 1) {
      missing.add("sources beside the operator here (./marsad sources add)");
    }
    if (!namesUsers) {
      missing.add("users of the page beside the operator here (./marsad users add)");
    }
    if (!namesSubscribers) {
      missing.add(
          "subscribers.yaml: this terminal alone is told (write it: who is told changes within"
              + " seconds)");
    }
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of("missing: " + String.join("; ", missing));
  }

  private static int hospitals(Collection<AreaProfile> areas) {
    var hospitals = new HashSet<String>();
    for (var area : PublicAreas.of(areas)) {
      area.getSites().stream()
          .filter(site -> site.getKind() == SiteKind.HOSPITAL && !site.getFictional())
          .map(Site::getSiteId)
          .forEach(hospitals::add);
    }
    return hospitals.size();
  }
}
