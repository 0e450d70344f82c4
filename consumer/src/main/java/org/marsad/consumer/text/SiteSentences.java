package org.marsad.consumer.text;

import java.util.ArrayList;
import java.util.List;
import org.marsad.message.SiteBasis;
import org.marsad.message.SiteHit;

/**
 * Protected sites by name: {@code Within reach of the strike: School 7 (80 m), a bakery (91 m)}.
 */
final class SiteSentences {
  private static final int SHOWN = 5;

  private final Texts texts;
  private final AlertPlace place;
  private final Distance distance;

  SiteSentences(Texts texts, AlertPlace place) {
    this.texts = texts;
    this.place = place;
    this.distance = new Distance(texts);
  }

  List<String> of(List<SiteHit> hits) {
    var sentences = new ArrayList<String>();
    for (var basis : SiteBasis.values()) {
      var sites = hits.stream().filter(hit -> hit.getBasis() == basis).map(this::site).toList();
      if (!sites.isEmpty()) {
        sentences.add(texts.of("say.sites." + basis, shown(sites)));
      }
    }
    return sentences;
  }

  private String shown(List<String> sites) {
    var more = sites.size() - SHOWN;
    var first = texts.list(sites.stream().limit(SHOWN).toList());
    return more > 0 ? texts.counted("say.sites.more", more, first) : first;
  }

  /** The kind, and whatever else may be told: its name, how far it is. */
  private String site(SiteHit hit) {
    var known = new ArrayList<String>();
    if (hit.getSiteId() != null) {
      known.add(place.name(hit.getSiteId()));
    }
    if (hit.getDistanceMetres() != null) {
      known.add(distance.of(hit.getDistanceMetres()));
    }
    var kind = texts.counted("site." + hit.getKind(), 1);
    return known.isEmpty() ? kind : texts.of("say.site", kind, texts.list(known));
  }
}
