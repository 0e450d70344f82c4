package org.marsad.consumer.subscribers.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.locationtech.jts.index.strtree.STRtree;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.subscribers.Coverage;
import org.marsad.message.Alert;

/**
 * Subscribers of one role by where they are: hashed by governorate, area, neighbourhood and site,
 * shapes in a tree. It finds all whom an alert concerns, some of them twice, and few others: those
 * with {@code *} who have narrowed just the area of the alert to other neighbourhoods, and
 * neighbours of a shape.
 */
final class PlaceIndex {
  private final Role role;
  private final List<Candidate> all = new ArrayList<>();
  private final List<Candidate> everywhere = new ArrayList<>();
  private final List<Candidate> shaped = new ArrayList<>();
  private final Map<String, List<Candidate>> byWholeArea = new HashMap<>();
  private final Map<String, List<Candidate>> byNarrowedArea = new HashMap<>();
  private final Map<String, List<Candidate>> byNeighbourhood = new HashMap<>();
  private final Map<String, List<Candidate>> bySite = new HashMap<>();
  private final STRtree byShape = new STRtree();

  PlaceIndex(Role role) {
    this.role = role;
  }

  void add(Candidate candidate) {
    var coverage = candidate.subscriber().coverage();
    all.add(candidate);
    if (coverage.areas().contains(Coverage.ALL_AREAS)) {
      everywhere.add(candidate);
    } else {
      addByArea(candidate, coverage);
    }
    for (var shape : Shape.of(coverage)) {
      byShape.insert(shape.envelope(), candidate);
    }
    if (!Shape.of(coverage).isEmpty()) {
      shaped.add(candidate);
    }
    if (candidate.subscriber().site() != null) {
      put(bySite, candidate.subscriber().site(), candidate);
    }
  }

  /** After the last was added: from now on it is only read. */
  void build() {
    byShape.build();
  }

  /**
   * Hands over those whom the alert may concern.
   *
   * @param others whether it may concern others than the site that it is addressed to
   */
  void find(Alert alert, Whereabouts where, boolean others, Consumer<Candidate> found) {
    if (alert.getAddressee() != null) {
      get(bySite, alert.getAddressee()).forEach(found);
    }
    if (!others) {
      return;
    }
    if (role == Role.OPS && Matcher.isForAllOperations(alert)) {
      all.forEach(found);
      return;
    }
    everywhere.forEach(found);
    get(byWholeArea, alert.getArea()).forEach(found);
    if (where.governorate() != null) {
      get(byWholeArea, where.governorate()).forEach(found);
      get(byNarrowedArea, where.governorate())
          .forEach(found); // to parts of itself, not of its towns
    }
    if (Matcher.isOfTheWholeArea(alert)) {
      get(byNarrowedArea, alert.getArea()).forEach(found);
    }
    alert.getNeighbourhoods().forEach(code -> get(byNeighbourhood, code).forEach(found));
    if (where.isUnknown() && Matcher.mayBeInAShape(alert, where)) {
      shaped.forEach(found);
    }
    for (var shape : where.shapes()) {
      byShape.query(shape.envelope(), candidate -> found.accept((Candidate) candidate));
    }
  }

  private void addByArea(Candidate candidate, Coverage coverage) {
    coverage.governorates().forEach(code -> put(byWholeArea, code, candidate));
    for (var area : coverage.areas()) {
      put(coverage.isNarrowed(area) ? byNarrowedArea : byWholeArea, area, candidate);
    }
    for (var neighbourhood : coverage.neighbourhoods()) {
      put(byNeighbourhood, neighbourhood, candidate);
    }
  }

  private static void put(Map<String, List<Candidate>> index, String key, Candidate candidate) {
    index.computeIfAbsent(key, k -> new ArrayList<>()).add(candidate);
  }

  private static List<Candidate> get(Map<String, List<Candidate>> index, String key) {
    return index.getOrDefault(key, List.of());
  }
}
