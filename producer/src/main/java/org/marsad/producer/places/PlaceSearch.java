package org.marsad.producer.places;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.message.PlaceBasis;
import org.marsad.producer.areas.Slug;
import org.marsad.schemas.Areas;

/** One look-up: codes, then names, then the point, then the parent, in this order. */
final class PlaceSearch {
  /** How many consonants a spelling needs to be a hint at a neighbourhood. */
  private static final int CONSONANTS = 3;

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
    return place(code, usable, PlaceBasis.CODE, UTC, false);
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
    return pointIn(area).orElseGet(() -> in(area, PlaceBasis.PARENT));
  }

  /** What the text says inside an area: all of it, or the half beside the area's own name. */
  private static List<String> namesWithin(Area area, String text) {
    var readings = PlaceText.readings(text);
    if (readings.isEmpty()) {
      return area.isNamed(text) ? List.of() : List.of(text);
    }
    return readings.stream()
        .filter(reading -> area.isNamed(reading.town()))
        .map(PlaceText.Reading::part)
        .toList();
  }

  // Names

  private ResolvedPlace byText(String text) {
    return besideATown(text)
        .or(() -> atHome(text, false))
        .or(() -> town(text, false))
        .or(() -> governorateNamed(text))
        .or(() -> atHome(text, true))
        .or(() -> town(text, true))
        .orElseGet(() -> unknown());
  }

  /** "Town, X" and "X (Town)". */
  private Optional<ResolvedPlace> besideATown(String text) {
    Area parent = null;
    for (var reading : PlaceText.readings(text)) {
      var towns = townsNamed(reading.town());
      if (towns.size() != 1) {
        continue;
      }
      var town = towns.get(0);
      var found = partsOf(town, reading.part());
      if (!found.isEmpty()) {
        return Optional.of(oneOf(town, found));
      }
      if (town.isNamed(reading.part())) {
        return Optional.of(in(town, PlaceBasis.NAME));
      }
      parent = parent == null ? town : parent;
    }
    var inGovernorate = besideAGovernorate(text);
    if (inGovernorate.isPresent() || parent == null) {
      return inGovernorate;
    }
    return Optional.of(in(parent, PlaceBasis.PARENT));
  }

  private Optional<ResolvedPlace> besideAGovernorate(String text) {
    for (var reading : PlaceText.readings(text)) {
      var named = gazetteer.governorate(reading.town());
      if (named.isPresent()) {
        var towns = gazetteer.towns().named(reading.part(), named.get().code(), point);
        if (towns.size() == 1) {
          return Optional.of(in(towns.get(0), PlaceBasis.NAME));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<ResolvedPlace> atHome(String text, boolean bySound) {
    return home()
        .flatMap(
            home -> {
              var names = home.partNames();
              var found = bySound ? names.soundingLike(text, CONSONANTS) : names.namedOrAlias(text);
              return found.isEmpty() ? Optional.empty() : Optional.of(oneOf(home, found));
            });
  }

  private Optional<ResolvedPlace> town(String text, boolean bySound) {
    var towns = bySound ? townsSoundingLike(text) : townsNamed(text);
    if (towns.isEmpty()) {
      return Optional.empty();
    }
    if (towns.size() == 1) {
      var town = towns.get(0);
      return Optional.of(finePointIn(town).orElseGet(() -> in(town, PlaceBasis.NAME)));
    }
    return Optional.of(parentOf(towns));
  }

  private Optional<ResolvedPlace> governorateNamed(String text) {
    return gazetteer.governorate(text).map(area -> in(area, PlaceBasis.NAME));
  }

  private List<Area> townsNamed(String text) {
    return gazetteer.towns().named(text, governorateCode(), point);
  }

  private List<Area> townsSoundingLike(String text) {
    return gazetteer.towns().soundingLike(text, governorateCode(), point);
  }

  private static Collection<Part> partsOf(Area area, String name) {
    var named = area.partNames().namedOrAlias(name);
    return named.isEmpty() ? area.partNames().soundingLike(name, CONSONANTS) : named;
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
    if (point != null) {
      var part = gazetteer.towns().partAround(point);
      if (part.isPresent()) {
        var area = gazetteer.find(part.get().code().split("/", 2)[0]).orElseThrow();
        return pointIn(area).orElseGet(() -> in(area, PlaceBasis.POINT));
      }
      var town = gazetteer.towns().around(point).or(() -> gazetteer.towns().near(point));
      if (town.isPresent()) {
        return in(town.get(), PlaceBasis.POINT);
      }
    }
    return governorate == null ? unplaced() : in(governorate, PlaceBasis.NAME);
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
    var outside = point != null && !part.isTouchedBy(point);
    return place(area.code(), part.code(), basis, area.timeZone(), outside);
  }

  private ResolvedPlace in(Area area, PlaceBasis basis) {
    return place(area.code(), null, basis, area.timeZone(), false);
  }

  private ResolvedPlace unplaced() {
    return place(Areas.UNPLACED, null, PlaceBasis.NONE, UTC, false);
  }

  private ResolvedPlace place(
      String area,
      @Nullable String neighbourhood,
      PlaceBasis basis,
      ZoneId timeZone,
      boolean pointOutsidePlace) {
    return new ResolvedPlace(
        area,
        neighbourhood,
        basis,
        timeZone,
        query.lat(),
        query.lon(),
        query.radiusMetres(),
        pointOutsidePlace);
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
