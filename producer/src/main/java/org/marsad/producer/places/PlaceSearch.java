package org.marsad.producer.places;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.message.PlaceBasis;
import org.marsad.producer.areas.Circle;
import org.marsad.producer.areas.Slug;
import org.marsad.schemas.Areas;

/** One look-up: codes, then names, then the point, then the parent, in this order. */
final class PlaceSearch {
  /** No name of a place is longer; the rest of a longer text is not looked at. */
  private static final int LONGEST_NAME = 300;

  private static final ZoneId UTC = ZoneOffset.UTC;

  private final Gazetteer gazetteer;
  private final PlaceQuery query;
  private final @Nullable Point point;
  private final @Nullable Area governorate;

  PlaceSearch(Gazetteer gazetteer, PlaceQuery query) {
    this.gazetteer = gazetteer;
    this.query = query;
    this.point = Point.of(query);
    var named = query.governorate();
    this.governorate = named == null ? null : gazetteer.governorate(named).orElse(null);
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
    return text == null ? byPoint() : byText(text);
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
    return place(code, usable, PlaceBasis.CODE, UTC, noFix());
  }

  private ResolvedPlace inArea(Area area) {
    var given = said(query.neighbourhood());
    if (given != null) {
      var part = area.part(given);
      if (part.isPresent()) {
        return in(area, part.get(), PlaceBasis.CODE);
      }
    }
    var text = said(query.placeText()) == null ? given : said(query.placeText());
    if (text == null) {
      return pointIn(area).orElseGet(() -> in(area, PlaceBasis.CODE));
    }
    for (var name : namesWithin(area, text)) {
      var found = partsOf(area, name);
      if (!found.isEmpty()) {
        return oneOf(area, found);
      }
    }
    if (area.isNamed(text)) {
      return finePointIn(area).orElseGet(() -> in(area, PlaceBasis.CODE));
    }
    var inSentence = sentence(text).readWithin(area);
    if (inSentence.isPresent()) {
      return asSaid(inSentence.get());
    }
    return pointIn(area).orElseGet(() -> in(area, PlaceBasis.PARENT));
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
        .orElseGet(() -> unknown());
  }

  /** The area that the point finds, where it has this name. */
  private Optional<ResolvedPlace> atPoint(String text) {
    return pointArea()
        .filter(area -> area.isNamed(text) && !PlaceName.isWiderThanTown(text))
        .map(area -> finePointIn(area).orElseGet(() -> in(area, PlaceBasis.NAME)));
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
          ? Optional.of(in(town, PlaceBasis.NAME))
          : Optional.empty();
    }
    var common = new LinkedHashSet<>(found.get(0));
    found.forEach(common::retainAll);
    return Optional.of(oneOf(town, common));
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
          return Optional.of(in(town.get(), PlaceBasis.NAME));
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
        return Optional.of(oneOf(area, found));
      }
    }
    return Optional.empty();
  }

  private List<Area> nearby() {
    return Stream.of(pointArea(), home()).flatMap(Optional::stream).distinct().toList();
  }

  private Optional<ResolvedPlace> town(String text, boolean bySound) {
    var towns = bySound ? townsSoundingLike(text) : townsNamed(text);
    if (towns.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(towns.size() == 1 ? inNamed(towns.get(0), text) : parentOf(towns));
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
      return in(wider.get(), PlaceBasis.NAME);
    }
    return finePointIn(town).orElseGet(() -> in(town, PlaceBasis.NAME));
  }

  private Optional<ResolvedPlace> governorateNamed(String text) {
    return gazetteer.governorate(text).map(area -> in(area, PlaceBasis.NAME));
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
      return parentOf(areas);
    }
    var area = areas.get(0);
    if (!said.parts().isEmpty()) {
      return oneOf(area, said.parts());
    }
    return said.basis() == PlaceBasis.NAME
        ? finePointIn(area).orElseGet(() -> in(area, said.basis()))
        : in(area, said.basis());
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

  /** The neighbourhood that is meant, where the point can tell; else the name stays ambiguous. */
  private ResolvedPlace oneOf(Area area, Collection<Part> named) {
    var only = named.size() == 1 ? Optional.of(named.iterator().next()) : toldByPoint(named);
    return only.map(part -> in(area, part, PlaceBasis.NAME))
        .orElseGet(() -> in(area, PlaceBasis.PARENT));
  }

  private Optional<Part> toldByPoint(Collection<Part> named) {
    if (point == null) {
      return Optional.empty();
    }
    var touched = named.stream().filter(part -> part.isTouchedBy(point)).toList();
    if (touched.size() == 1) {
      return Optional.of(touched.get(0));
    }
    var containing = touched.stream().filter(part -> part.contains(point)).toList();
    return Area.best(containing, point)
        .filter(part -> point.isAtLeastAsFineAs(part.circle().radiusMetres()));
  }

  // Points

  private ResolvedPlace byPoint() {
    var area = pointArea();
    if (area.isPresent()) {
      return pointIn(area.get()).orElseGet(() -> in(area.get(), PlaceBasis.POINT));
    }
    return governorate == null ? unplaced() : in(governorate, PlaceBasis.NAME);
  }

  /** The area that the point finds: that of the neighbourhood around it, or the town there. */
  private Optional<Area> pointArea() {
    return point == null ? Optional.empty() : areaAt(point);
  }

  private Optional<Area> areaAt(Point somewhere) {
    var towns = gazetteer.towns();
    return towns
        .partAround(somewhere)
        .flatMap(part -> gazetteer.find(part.code().split("/", 2)[0]))
        .or(() -> towns.around(somewhere))
        .or(() -> towns.near(somewhere));
  }

  /** The neighbourhood around the point, unless the point is coarser than it. */
  private Optional<ResolvedPlace> pointIn(Area area) {
    if (point == null) {
      return Optional.empty();
    }
    return area.partAround(point)
        .filter(part -> point.isAtLeastAsFineAs(part.circle().radiusMetres()))
        .map(part -> in(area, part, PlaceBasis.POINT));
  }

  /**
   * As {@link #pointIn}, for a text that names the town: its point is often just the town's own, so
   * it must state how fine it is.
   */
  private Optional<ResolvedPlace> finePointIn(Area area) {
    var stated = point == null ? null : point.radiusMetres();
    return stated == null ? Optional.empty() : pointIn(area);
  }

  // Parents

  /** A place was named, and nobody knows it. */
  private ResolvedPlace unknown() {
    if (governorate != null) {
      var known = governorate;
      return fineNeighbourhood().orElseGet(() -> in(known, PlaceBasis.PARENT));
    }
    return byPoint();
  }

  private Optional<ResolvedPlace> fineNeighbourhood() {
    if (point == null) {
      return Optional.empty();
    }
    return gazetteer
        .towns()
        .partAround(point)
        .flatMap(part -> gazetteer.find(part.code().split("/", 2)[0]))
        .flatMap(this::finePointIn);
  }

  /** Several towns of one name: their governorate, where they share it or it is given. */
  private ResolvedPlace parentOf(List<Area> towns) {
    if (governorate != null) {
      return in(governorate, PlaceBasis.PARENT);
    }
    var codes = towns.stream().map(Area::governorate).distinct().toList();
    var common = codes.size() == 1 ? codes.get(0) : null;
    return Optional.ofNullable(common)
        .flatMap(gazetteer::find)
        .map(area -> in(area, PlaceBasis.PARENT))
        .orElseGet(this::unplaced);
  }

  // Answers

  private ResolvedPlace in(Area area, Part part, PlaceBasis basis) {
    var doubt = doubt(part.circle(), basis);
    var isOutside = doubt == null && point != null && !part.isTouchedBy(point);
    return place(
        area.code(),
        part.code(),
        basis,
        area.timeZone(),
        isOutside ? PointDoubt.OUTSIDE_PLACE : doubt);
  }

  private ResolvedPlace in(Area area, PlaceBasis basis) {
    var doubt =
        area.code().equals(Areas.UNPLACED) ? doubtOfUnplaced() : doubt(area.circle(), basis);
    return place(area.code(), null, basis, area.timeZone(), doubt);
  }

  private ResolvedPlace unplaced() {
    return place(Areas.UNPLACED, null, PlaceBasis.NONE, UTC, doubtOfUnplaced());
  }

  private ResolvedPlace place(
      String area,
      @Nullable String neighbourhood,
      PlaceBasis basis,
      ZoneId timeZone,
      @Nullable PointDoubt pointDoubt) {
    var isPoint = pointDoubt != PointDoubt.NO_FIX;
    return new ResolvedPlace(
        area,
        neighbourhood,
        basis,
        timeZone,
        isPoint ? query.lat() : null,
        isPoint ? query.lon() : null,
        isPoint ? query.radiusMetres() : null,
        pointDoubt);
  }

  private @Nullable PointDoubt doubt(Circle place, PlaceBasis basis) {
    return point != null && basis != PlaceBasis.POINT && PointDoubt.isFar(place, point)
        ? PointDoubt.ofFar(place, point)
        : noFix();
  }

  /** The unplaced lies nowhere: its point is exchanged where it finds an area only so. */
  private @Nullable PointDoubt doubtOfUnplaced() {
    return point != null && areaAt(point).isEmpty() && areaAt(point.exchanged()).isPresent()
        ? PointDoubt.SWAPPED
        : noFix();
  }

  private @Nullable PointDoubt noFix() {
    return Point.isNoFix(query) ? PointDoubt.NO_FIX : null;
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
