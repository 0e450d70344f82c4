package org.marsad.producer.places;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaProfile;
import org.marsad.message.LocalName;
import org.marsad.producer.areas.Circle;

/**
 * An area with its neighbourhoods, ready to be searched. Names resolve in here and nowhere else.
 */
final class Area {
  /** How many consonants a spelling needs to be a hint at a neighbourhood. */
  private static final int CONSONANTS = 3;

  private final AreaProfile profile;
  private final ZoneId timeZone;
  private final Circle circle;
  private final Map<String, Part> parts = new LinkedHashMap<>();
  private final SpellingIndex<Part> partNames = new SpellingIndex<>();
  private final NameIndex<Area> ownNames = new NameIndex<>();

  Area(AreaProfile profile) {
    this.profile = profile;
    this.timeZone = ZoneId.of(profile.getTimeZone());
    this.circle = new Circle(profile.getLat(), profile.getLon(), profile.getRadiusMetres());
    for (var neighbourhood : profile.getNeighbourhoods()) {
      var part = Part.of(neighbourhood);
      parts.put(part.code(), part);
      partNames.add(neighbourhood.getNames(), neighbourhood.getAliases(), part);
    }
    ownNames.addAll(names(), this);
  }

  AreaProfile profile() {
    return profile;
  }

  String code() {
    return profile.getCode();
  }

  @Nullable String governorate() {
    return profile.getGovernorate();
  }

  ZoneId timeZone() {
    return timeZone;
  }

  Circle circle() {
    return circle;
  }

  /** All names and aliases of the area itself. */
  List<String> names() {
    return names(profile.getNames(), profile.getAliases());
  }

  boolean isNamed(String text) {
    return !ownNames.named(text).isEmpty();
  }

  /** The neighbourhood with a code, given with or without the area in front. */
  Optional<Part> part(String code) {
    var full = code.startsWith(code() + "/") ? code : code() + "/" + code;
    return Optional.ofNullable(parts.get(full));
  }

  SpellingIndex<Part> partNames() {
    return partNames;
  }

  /** Neighbourhoods whose names sound like it; none like "square", which sounds like Sukkari. */
  Set<Part> partsSoundingLike(String name) {
    return PlaceName.saysSomethingElse(name)
        ? Set.of()
        : partNames.soundingLikeOrNearly(name, CONSONANTS);
  }

  /** Adds the names and the aliases of the area and of its neighbourhoods. */
  void addNamesTo(NameIndex<Named> names, NameIndex<Named> aliases) {
    var own = new Named(this, null);
    profile.getNames().forEach(name -> names.add(name.getName(), own));
    aliases.addAll(profile.getAliases(), own);
    for (var neighbourhood : profile.getNeighbourhoods()) {
      var part = new Named(this, parts.get(neighbourhood.getCode()));
      neighbourhood.getNames().forEach(name -> names.add(name.getName(), part));
      aliases.addAll(neighbourhood.getAliases(), part);
    }
  }

  /**
   * The neighbourhood around a point: by its outline, else the circle that is relatively nearest.
   */
  Optional<Part> partAround(Point point) {
    return best(parts.values().stream().filter(part -> part.contains(point)).toList(), point);
  }

  /** Of neighbourhoods that contain a point, the one that it most likely lies in. */
  static Optional<Part> best(Collection<Part> containing, Point point) {
    return containing.stream()
        .min(
            Comparator.comparing((Part part) -> part.outline() == null)
                .thenComparingDouble(part -> part.relativeDistanceTo(point))
                .thenComparing(Part::code));
  }

  private static List<String> names(List<LocalName> names, List<String> aliases) {
    var all = new ArrayList<String>();
    names.forEach(name -> all.add(name.getName()));
    all.addAll(aliases);
    return all;
  }
}
