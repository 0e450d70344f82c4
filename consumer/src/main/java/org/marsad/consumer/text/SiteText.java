package org.marsad.consumer.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marsad.message.Finding;
import org.marsad.message.SiteBasis;
import org.marsad.message.SiteHit;
import org.marsad.message.SiteKind;

/**
 * Protected sites: {@code HOSPITAL HIT}, {@code 2 schools within 100 m}; in sentences with their
 * names. A site whose distance is not told is within reach.
 */
final class SiteText {
  /** More kinds than this are counted, not listed. */
  private static final int KINDS = 2;

  private static final int NAMED = 5;

  private final Texts texts;
  private final AlertPlace place;
  private final Distance distance;

  SiteText(Texts texts, AlertPlace place) {
    this.texts = texts;
    this.place = place;
    this.distance = new Distance(texts);
  }

  /** What reports call hit before what lies within reach. */
  List<String> chips(Finding finding) {
    var chips = new ArrayList<String>();
    var reported = of(finding, SiteBasis.REPORT);
    if (!reported.isEmpty()) {
      chips.add(hit(reported));
    }
    var near = of(finding, SiteBasis.REACH);
    if (!near.isEmpty()) {
      chips.add(within(near));
    }
    return chips.isEmpty() ? List.of(texts.of("site.unknown")) : chips;
  }

  /** The kinds alone, of those that were hit where there are any. */
  String brief(Finding finding) {
    var reported = of(finding, SiteBasis.REPORT);
    if (!reported.isEmpty()) {
      return hit(reported);
    }
    var near = of(finding, SiteBasis.REACH);
    return near.isEmpty() ? texts.of("site.unknown") : texts.of("site.near", kinds(near));
  }

  /** By name. */
  List<String> sentences(Finding finding) {
    var sentences = new ArrayList<String>();
    for (var basis : SiteBasis.values()) {
      var sites = of(finding, basis).stream().map(this::named).toList();
      if (!sites.isEmpty()) {
        sentences.add(texts.of("say.sites." + basis, shown(sites)));
      }
    }
    return sentences;
  }

  private String hit(List<SiteHit> hits) {
    var counts = counts(hits);
    if (counts.size() == 1 && hits.size() == 1) {
      return texts.of("site.hit." + hits.get(0).getKind());
    }
    return texts.of("site.hit", kinds(hits));
  }

  private String within(List<SiteHit> hits) {
    var named = kinds(hits);
    if (hits.stream().anyMatch(hit -> hit.getDistanceMetres() == null)) {
      return texts.of("site.reach", named);
    }
    var farthest = hits.stream().mapToDouble(SiteHit::getDistanceMetres).max().orElse(0);
    return hits.size() == 1
        ? texts.of("site.at", named, distance.of(farthest))
        : texts.of("site.within", named, distance.atMost(farthest));
  }

  /** {@code a hospital and 2 schools}; more than two kinds are only counted. */
  private String kinds(List<SiteHit> hits) {
    var counts = counts(hits);
    if (counts.size() > KINDS) {
      return texts.counted("site.any", hits.size());
    }
    return counts.entrySet().stream()
        .map(kind -> texts.counted("site." + kind.getKey(), kind.getValue()))
        .reduce((one, other) -> texts.of("site.and", one, other))
        .orElse("");
  }

  private static Map<SiteKind, Integer> counts(List<SiteHit> hits) {
    var counts = new LinkedHashMap<SiteKind, Integer>();
    hits.forEach(hit -> counts.merge(hit.getKind(), 1, Integer::sum));
    return counts;
  }

  private static List<SiteHit> of(Finding finding, SiteBasis basis) {
    return finding.getSites().stream().filter(hit -> hit.getBasis() == basis).toList();
  }

  private String shown(List<String> sites) {
    var more = sites.size() - NAMED;
    var first = texts.list(sites.stream().limit(NAMED).toList());
    return more > 0 ? texts.counted("say.sites.more", more, first) : first;
  }

  /** The kind, and whatever else may be told: its name, how far it is. */
  private String named(SiteHit hit) {
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
