package org.marsad.producer.places;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.message.PlaceBasis;
import org.marsad.producer.areas.Circle;
import org.marsad.schemas.Areas;

/**
 * Weighs what is named against the point and the governorate of one query: the point chooses among
 * several of one name, says more where the name says less, or is in doubt itself.
 */
final class PlaceWeighing {
  private static final ZoneId UTC = ZoneOffset.UTC;

  private final Gazetteer gazetteer;
  private final PlaceQuery query;
  private final @Nullable Point point;
  private final @Nullable Area governorate;

  /**
   * @param governorate that the query names; null where it names none
   */
  PlaceWeighing(Gazetteer gazetteer, PlaceQuery query, @Nullable Area governorate) {
    this.gazetteer = gazetteer;
    this.query = query;
    this.point = Point.of(query);
    this.governorate = governorate;
  }

  /** The point of the query; null where it has none. */
  @Nullable Point point() {
    return point;
  }

  /** The neighbourhood that is meant, where the point can tell; else the name stays ambiguous. */
  ResolvedPlace oneOf(Area area, Collection<Part> named) {
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

  /** Nothing is named: where the point is, else the governorate. */
  ResolvedPlace byPoint() {
    var area = pointArea();
    if (area.isPresent()) {
      return pointIn(area.get()).orElseGet(() -> in(area.get(), PlaceBasis.POINT));
    }
    return governorate == null ? unplaced() : in(governorate, PlaceBasis.NAME);
  }

  /** The area that the point finds: that of the neighbourhood around it, or the town there. */
  Optional<Area> pointArea() {
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
  Optional<ResolvedPlace> pointIn(Area area) {
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
  Optional<ResolvedPlace> finePointIn(Area area) {
    var stated = point == null ? null : point.radiusMetres();
    return stated == null ? Optional.empty() : pointIn(area);
  }

  /** A place was named, and nobody knows it. */
  ResolvedPlace unknown() {
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
  ResolvedPlace parentOf(List<Area> towns) {
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

  /** An area that the gazetteer does not know, as it was given. */
  ResolvedPlace asGiven(String code, @Nullable String neighbourhood) {
    return place(code, neighbourhood, PlaceBasis.CODE, UTC, noFix());
  }

  /** In a neighbourhood, with what the point makes doubtful. */
  ResolvedPlace in(Area area, Part part, PlaceBasis basis) {
    var doubt = doubt(part.circle(), basis);
    var isOutside = doubt == null && point != null && !part.isTouchedBy(point);
    return place(
        area.code(),
        part.code(),
        basis,
        area.timeZone(),
        isOutside ? PointDoubt.OUTSIDE_PLACE : doubt);
  }

  /** In an area as a whole. */
  ResolvedPlace in(Area area, PlaceBasis basis) {
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
}
