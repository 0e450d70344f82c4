package org.marsad.producer.places;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The towns of a gazetteer, by name and by point. */
final class Towns {
  /** How far from a town's circle a point still speaks for its name, metres. */
  private static final double NAMED_REACH_METRES = 20_000;

  /** How far from a town's circle a point still belongs to it, or confirms a mere hint, metres. */
  private static final double NEAR_METRES = 5_000;

  /** How many consonants a hint needs that a point confirms. */
  private static final int CONFIRMED_CONSONANTS = 2;

  /** How many consonants a hint needs that stands alone. */
  private static final int UNCONFIRMED_CONSONANTS = 4;

  private final List<Area> towns = new ArrayList<>();
  private final SpellingIndex<Area> names = new SpellingIndex<>();

  /** Adds a town. Before the first search only. */
  void add(Area town) {
    towns.add(town);
    names.add(town.profile().getNames(), town.profile().getAliases(), town);
  }

  /**
   * Towns of that name that the governorate and the point allow: none, the one, or several that
   * nothing tells apart.
   *
   * @param governorate code of the governorate, null where it is not given
   */
  List<Area> named(String text, @Nullable String governorate, @Nullable Point point) {
    if (PlaceName.isWiderThanTown(text)) {
      return List.of();
    }
    var named = choose(names.named(text), governorate, point);
    return named.isEmpty() ? choose(names.alias(text), governorate, point) : named;
  }

  /** Of towns of one name those that the governorate and the point allow. */
  static List<Area> choose(
      Collection<Area> found, @Nullable String governorate, @Nullable Point point) {
    var allowed = found.stream().filter(town -> isIn(town, governorate)).toList();
    if (point == null) {
      return allowed;
    }
    // borders of governorates differ between sources: a near town outlives a wrong governorate
    var near = nearest(allowed.isEmpty() ? found : allowed, point, NAMED_REACH_METRES);
    return near.map(List::of).orElse(allowed);
  }

  /** Towns whose names sound like it: confirmed by a point near them, or told by their length. */
  List<Area> soundingLike(String text, @Nullable String governorate, @Nullable Point point) {
    if (PlaceName.isWiderThanTown(text)) {
      return List.of();
    }
    if (point != null) {
      var found = names.soundingLike(text, CONFIRMED_CONSONANTS);
      return nearest(found, point, NEAR_METRES).map(List::of).orElse(List.of());
    }
    return names.soundingLike(text, UNCONFIRMED_CONSONANTS).stream()
        .filter(town -> isIn(town, governorate))
        .toList();
  }

  /** Towns of a governorate whose names have the same consonants, if there are at least so many. */
  Set<Area> soundingLike(String text, String governorate, int leastConsonants) {
    var found = new LinkedHashSet<>(names.soundingLike(text, leastConsonants));
    found.removeIf(town -> !isIn(town, governorate));
    return found;
  }

  /** The town around a point: the circle that is relatively nearest. */
  Optional<Area> around(Point point) {
    return towns.stream()
        .filter(town -> town.circle().reaches(point.lat(), point.lon(), 0))
        .min(
            Comparator.comparingDouble(
                    (Area town) ->
                        town.circle().distanceTo(point.lat(), point.lon())
                            / town.circle().radiusMetres())
                .thenComparing(Area::code));
  }

  /** The nearest town that a point just outside belongs to. */
  Optional<Area> near(Point point) {
    return nearest(towns, point, NEAR_METRES);
  }

  /** The neighbourhood around a point, whichever town it belongs to. */
  Optional<Part> partAround(Point point) {
    var parts = new HashSet<Part>();
    for (var town : towns) {
      if (town.circle().reaches(point.lat(), point.lon(), 0)) {
        town.partAround(point).ifPresent(parts::add);
      }
    }
    return Area.best(parts, point);
  }

  private static Optional<Area> nearest(Collection<Area> towns, Point point, double metres) {
    return towns.stream()
        .filter(town -> town.circle().reaches(point.lat(), point.lon(), metres))
        .min(
            Comparator.comparingDouble(
                    (Area town) -> town.circle().distanceTo(point.lat(), point.lon()))
                .thenComparing(Area::code));
  }

  private static boolean isIn(Area town, @Nullable String governorate) {
    return governorate == null || Objects.equals(town.governorate(), governorate);
  }
}
