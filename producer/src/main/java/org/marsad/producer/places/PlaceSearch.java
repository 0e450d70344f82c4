package org.marsad.producer.places;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.message.PlaceBasis;
import org.marsad.producer.areas.Slug;

/**
 * One look-up: reads codes, then names, then the point, then the parent, in this order, and hands
 * what it has read to be weighed ({@link PlaceWeighing}).
 */
final class PlaceSearch {
  /** No name of a place is longer; the rest of a longer text is not looked at. */
  private static final int LONGEST_NAME = 300;

  private final Gazetteer gazetteer;
  private final PlaceQuery query;
  private final @Nullable Point point;
  private final @Nullable Area governorate;
  private final PlaceWeighing weighing;

  PlaceSearch(Gazetteer gazetteer, PlaceQuery query) {
    this.gazetteer = gazetteer;
    this.query = query;
    var named = query.governorate();
    this.governorate = named == null ? null : gazetteer.governorate(named).orElse(null);
    this.weighing = new PlaceWeighing(gazetteer, query, governorate);
    this.point = weighing.point();
  }

  ResolvedPlace resolve() {
    var code = givenArea();
    if (code != null) {
      return gazetteer.find(code).map(this::inArea).orElseGet(() -> asGiven(code));
    }
    var named = namedArea();
    if (named.isPresent()) {
      return inArea(named.get());
    }
    var text = said(query.placeText());
    if (text == null) {
      text = said(query.neighbourhood());
    }
    if (text == null) {
      text = said(query.area());
    }
    return text == null ? weighing.byPoint() : byText(text);
  }

  // Codes

  private @Nullable String givenArea() {
    var area = said(query.area());
    if (area != null && Slug.isSlug(area)) {
      return area;
    }
    var neighbourhood = said(query.neighbourhood());
    if (area == null && neighbourhood != null) {
      var slash = neighbourhood.indexOf('/');
      if (slash > 0 && Slug.isSlug(neighbourhood.substring(0, slash))) {
        return neighbourhood.substring(0, slash);
      }
      var home = home();
      return home.isPresent() && home.get().part(neighbourhood).isPresent()
          ? home.get().code()
          : null;
    }
    return null;
  }

  /** An area that is given by its name, in whatever script. */
  private Optional<Area> namedArea() {
    var name = said(query.area());
    if (name == null) {
      return Optional.empty();
    }
    var towns = townsNamed(name);
    return towns.size() == 1 ? Optional.of(towns.get(0)) : gazetteer.governorate(name);
  }

  /** An area that the gazetteer does not know is taken at its word: doubt fails towards warning. */
  private ResolvedPlace asGiven(String code) {
    var neighbourhood = said(query.neighbourhood());
    if (neighbourhood != null && !neighbourhood.startsWith(code + "/")) {
      neighbourhood = code + "/" + neighbourhood;
    }
    var usable =
        neighbourhood != null && Slug.isSlug(neighbourhood.substring(code.length() + 1))
            ? neighbourhood
            : null;
    return weighing.asGiven(code, usable);
  }

  private ResolvedPlace inArea(Area area) {
    var given = said(query.neighbourhood());
    if (given != null) {
      var part = area.part(given);
      if (part.isPresent()) {
        return weighing.in(area, part.get(), PlaceBasis.CODE);
      }
    }
    var text = said(query.placeText()) == null ? given : said(query.placeText());
    if (text == null) {
      return weighing.pointIn(area).orElseGet(() -> weighing.in(area, PlaceBasis.CODE));
    }
    for (var name : namesWithin(area, text)) {
      var found = partsOf(area, name);
      if (!found.isEmpty()) {
        return weighing.oneOf(area, found);
      }
    }
    if (area.isNamed(text)) {
      return weighing.finePointIn(area).orElseGet(() -> weighing.in(area, PlaceBasis.CODE));
    }
    var inSentence = sentence(text).readWithin(area);
    if (inSentence.isPresent()) {
      return asSaid(inSentence.get());
    }
    return weighing.pointIn(area).orElseGet(() -> weighing.in(area, PlaceBasis.PARENT));
  }

  /** What the text says inside an area: all of it, or what stands beside the area's own name. */
  private static List<String> namesWithin(Area area, String text) {
    var readings = PlaceText.readings(text);
    if (readings.isEmpty()) {
      return area.isNamed(text) ? List.of() : List.of(text);
    }
    return readings.stream()
        .filter(reading -> reading.stream().anyMatch(area::isNamed))
        .flatMap(List::stream)
        .filter(name -> !area.isNamed(name))
        .toList();
  }

  // Names

  private ResolvedPlace byText(String said) {
    var text = PlaceText.withoutCountry(said);
    return besideATown(text)
        .or(() -> byWholeName(text))
        .or(() -> governorateNamed(text))
        .or(() -> inSentence(text))
        .or(() -> nearby(area -> area.partsSoundingLike(text)))
        .or(() -> town(text, true))
        .orElseGet(() -> weighing.unknown());
  }

  /** The area that the point finds, where it has this name. */
  private Optional<ResolvedPlace> atPoint(String text) {
    return weighing
        .pointArea()
        .filter(area -> area.isNamed(text) && !PlaceName.isWiderThanTown(text))
        .map(
            area -> weighing.finePointIn(area).orElseGet(() -> weighing.in(area, PlaceBasis.NAME)));
  }

  /** "Town, X", "X (Town)", "X - Governorate". */
  private Optional<ResolvedPlace> besideATown(String text) {
    for (var reading : PlaceText.readings(text)) {
      for (var name : reading) {
        var towns = townsNamed(name);
        if (towns.size() == 1) {
          var found = besideTown(towns.get(0), without(name, reading));
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return PlaceName.saysRoad(text) ? Optional.empty() : besideAGovernorate(text);
  }

  /** One name, without a town beside it. */
  private Optional<ResolvedPlace> byWholeName(String text) {
    var isBesideATown =
        PlaceText.readings(text).stream()
            .flatMap(List::stream)
            .anyMatch(name -> townsNamed(name).size() == 1);
    return isBesideATown
        ? Optional.empty()
        : atPoint(text)
            .or(() -> nearby(area -> area.partNames().namedOrAlias(text)))
            .or(() -> town(text, false));
  }

  private Optional<ResolvedPlace> besideTown(Area town, List<String> others) {
    var found =
        others.stream().map(other -> partsOf(town, other)).filter(p -> !p.isEmpty()).toList();
    if (found.isEmpty()) {
      return others.stream().allMatch(town::isNamed)
          ? Optional.of(weighing.in(town, PlaceBasis.NAME))
          : Optional.empty();
    }
    var common = new LinkedHashSet<>(found.get(0));
    found.forEach(common::retainAll);
    return Optional.of(weighing.oneOf(town, common));
  }

  /** "Town, Governorate"; near the point the town may also be spelled by ear. */
  private Optional<ResolvedPlace> besideAGovernorate(String text) {
    var readings = PlaceText.readings(text);
    for (var reading : readings) {
      for (var name : reading) {
        var named = gazetteer.governorate(name);
        var byEar = point != null && reading.equals(readings.get(0));
        var town =
            named.flatMap(
                known ->
                    without(name, reading).stream()
                        .flatMap(other -> townIn(known.code(), other, byEar).stream())
                        .filter(found -> !found.isNamed(name))
                        .findFirst());
        if (town.isPresent()) {
          return Optional.of(weighing.in(town.get(), PlaceBasis.NAME));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Area> townIn(String governorateCode, String name, boolean byEar) {
    var named = gazetteer.towns().named(name, governorateCode, point);
    var found =
        named.isEmpty() && byEar
            ? gazetteer.towns().soundingLike(name, governorateCode, point)
            : named;
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static List<String> without(String name, List<String> reading) {
    return reading.stream().filter(other -> !other.equals(name)).toList();
  }

  /** A neighbourhood of the area that the point finds, else of the source's home area. */
  private Optional<ResolvedPlace> nearby(Function<Area, Collection<Part>> search) {
    for (var area : nearby()) {
      var found = search.apply(area);
      if (!found.isEmpty()) {
        return Optional.of(weighing.oneOf(area, found));
      }
    }
    return Optional.empty();
  }

  private List<Area> nearby() {
    return Stream.of(weighing.pointArea(), home()).flatMap(Optional::stream).distinct().toList();
  }

  private Optional<ResolvedPlace> town(String text, boolean bySound) {
    var towns = bySound ? townsSoundingLike(text) : townsNamed(text);
    if (towns.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(towns.size() == 1 ? inNamed(towns.get(0), text) : weighing.parentOf(towns));
  }

  /**
   * A town that is all that the text names, or the governorate of its name if the point says so.
   */
  private ResolvedPlace inNamed(Area town, String text) {
    var wider = gazetteer.governorateOfSameName(town);
    if (point != null
        && wider.isPresent()
        && !PlaceName.saysTown(text)
        && PointDoubt.isFar(town.circle(), point)
        && !PointDoubt.isFar(wider.get().circle(), point)) {
      return weighing.in(wider.get(), PlaceBasis.NAME);
    }
    return weighing.finePointIn(town).orElseGet(() -> weighing.in(town, PlaceBasis.NAME));
  }

  private Optional<ResolvedPlace> governorateNamed(String text) {
    return gazetteer.governorate(text).map(area -> weighing.in(area, PlaceBasis.NAME));
  }

  private Optional<ResolvedPlace> inSentence(String text) {
    return sentence(text).read().map(said -> besideUnknown(text, said)).map(this::asSaid);
  }

  private PlaceSentence sentence(String text) {
    return new PlaceSentence(gazetteer, text, point, governorate, nearby());
  }

  /** "Town, X" where X is not known: somewhere in the town, or in the governorate of its name. */
  private PlaceSentence.Said besideUnknown(String text, PlaceSentence.Said said) {
    if (said.areas().size() != 1 || !said.parts().isEmpty()) {
      return said;
    }
    var area = said.areas().iterator().next();
    var wider = gazetteer.governorateOfSameName(area);
    if (point != null
        && wider.isPresent()
        && !area.circle().reaches(point.lat(), point.lon(), point.reachMetres())) {
      return new PlaceSentence.Said(List.of(wider.get()), Set.of(), PlaceBasis.PARENT);
    }
    return PlaceText.readings(text).stream().anyMatch(reading -> isBesideUnknown(area, reading))
        ? new PlaceSentence.Said(List.of(area), Set.of(), PlaceBasis.PARENT)
        : said;
  }

  private boolean isBesideUnknown(Area area, List<String> reading) {
    return reading.stream().anyMatch(area::isNamed)
        && !reading.stream().allMatch(name -> area.isNamed(name) || isAround(area, name));
  }

  /** Whether the text is no more than the governorate of an area: "Homs countryside". */
  private boolean isAround(Area area, String text) {
    return sentence(text)
        .read()
        .filter(said -> said.areas().stream().allMatch(a -> a.code().equals(area.governorate())))
        .isPresent();
  }

  private ResolvedPlace asSaid(PlaceSentence.Said said) {
    var areas = List.copyOf(said.areas());
    if (areas.size() > 1) {
      return weighing.parentOf(areas);
    }
    var area = areas.get(0);
    if (!said.parts().isEmpty()) {
      return weighing.oneOf(area, said.parts());
    }
    return said.basis() == PlaceBasis.NAME
        ? weighing.finePointIn(area).orElseGet(() -> weighing.in(area, said.basis()))
        : weighing.in(area, said.basis());
  }

  private List<Area> townsNamed(String text) {
    return gazetteer.towns().named(text, governorateCode(), point);
  }

  private List<Area> townsSoundingLike(String text) {
    return gazetteer.towns().soundingLike(text, governorateCode(), point);
  }

  private static Collection<Part> partsOf(Area area, String name) {
    var named = area.partNames().namedOrAlias(name);
    return named.isEmpty() ? area.partsSoundingLike(name) : named;
  }

  private Optional<Area> home() {
    var home = query.homeArea();
    return home == null ? Optional.empty() : gazetteer.find(home);
  }

  private @Nullable String governorateCode() {
    return governorate == null ? null : governorate.code();
  }

  /** The text without blanks around it, null where nothing was said. */
  private static @Nullable String said(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    var name = text.strip();
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }
}
