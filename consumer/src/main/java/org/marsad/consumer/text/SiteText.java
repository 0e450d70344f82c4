package org.marsad.consumer.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.marsad.message.SiteBasis;
import org.marsad.message.SiteHit;
import org.marsad.message.SiteKind;

/**
 * Protected sites by kind: {@code a hospital by report, 2 sites within 100 m}. A site whose
 * distance is not told is within reach.
 */
final class SiteText {
  /** More kinds than this are counted, not listed. */
  private static final int KINDS = 2;

  private final Texts texts;
  private final Distance distance;

  SiteText(Texts texts) {
    this.texts = texts;
    this.distance = new Distance(texts);
  }

  /** What is said alike of several sites. */
  private record Group(SiteBasis basis, boolean placed) {}

  /** A clause for those by report, those within a distance, and those merely within reach. */
  List<String> of(List<SiteHit> hits) {
    var groups = new LinkedHashMap<Group, List<SiteHit>>();
    for (var basis : SiteBasis.values()) {
      groups.put(new Group(basis, true), new ArrayList<>());
      groups.put(new Group(basis, false), new ArrayList<>());
    }
    for (var hit : hits) {
      var group = new Group(hit.getBasis(), hit.getDistanceMetres() != null);
      Objects.requireNonNull(groups.get(group)).add(hit);
    }
    groups.values().removeIf(List::isEmpty);
    return groups.entrySet().stream()
        .map(group -> clause(group.getKey(), group.getValue()))
        .toList();
  }

  private String clause(Group group, List<SiteHit> hits) {
    var named = texts.of("site." + group.basis(), kinds(hits));
    if (!group.placed()) {
      return group.basis() == SiteBasis.REACH ? texts.of("site.reach", named) : named;
    }
    var farthest = hits.stream().mapToDouble(SiteHit::getDistanceMetres).max().orElseThrow();
    return hits.size() == 1
        ? texts.of("site.at", named, distance.of(farthest))
        : texts.of("site.within", named, distance.atMost(farthest));
  }

  /** {@code a hospital and 2 schools}; more than two kinds are only counted. */
  String kinds(List<SiteHit> hits) {
    Map<SiteKind, Integer> counts = new LinkedHashMap<>();
    hits.forEach(hit -> counts.merge(hit.getKind(), 1, Integer::sum));
    if (counts.size() > KINDS) {
      return texts.counted("site.any", hits.size());
    }
    return counts.entrySet().stream()
        .map(kind -> texts.counted("site." + kind.getKey(), kind.getValue()))
        .reduce((one, other) -> texts.of("site.and", one, other))
        .orElseThrow();
  }
}
