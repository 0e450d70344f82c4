package org.marsad.producer.areas;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.marsad.message.AreaKind;
import org.marsad.message.AreaProfile;
import org.marsad.message.LocalName;
import org.marsad.message.Neighbourhood;
import org.marsad.message.Site;

/**
 * Builds the profile of one area from a file of its neighbourhoods.
 *
 * <p>Codes are slugs of the names. Where several neighbourhoods would get the same code, they are
 * ordered from west to east, then from south to north, and the second and later ones get {@code
 * -2}, {@code -3} …: the order of the file does not matter.
 */
public final class AreasBuilder {
  private final AreaHead head;
  private final Map<String, Correction> corrections;
  private final Set<String> unused;
  private final List<Site> sites;
  private final List<String> skipped = new ArrayList<>();

  /**
   * @param head the area
   * @param corrections CSV file {@code neighbourhood,code,name,land_use,aliases}, null for none
   */
  public AreasBuilder(AreaHead head, @Nullable Path corrections) throws IOException {
    this(head, corrections, null);
  }

  /**
   * @param head the area
   * @param corrections CSV file {@code neighbourhood,code,name,land_use,aliases}, null for none
   * @param sites CSV file of hospitals and the like ({@link SiteFile}), null for none
   */
  public AreasBuilder(AreaHead head, @Nullable Path corrections, @Nullable Path sites)
      throws IOException {
    this.head = head;
    this.corrections = corrections == null ? Map.of() : CorrectionFile.read(corrections);
    this.unused = new TreeSet<>(this.corrections.keySet());
    this.sites = sites == null ? List.of() : SiteFile.read(sites);
  }

  /** What was left out of the last area that was built, and why, a line each. */
  public List<String> skipped() {
    return List.copyOf(skipped);
  }

  /**
   * Builds from polygons.
   *
   * @param geoJson a feature collection of polygons, WGS84 lon, lat
   * @param names how its properties are called
   * @param aliases JSON file of spelling variants, null for none
   * @throws AreaFileException when a file cannot be used
   */
  public AreaProfile fromPolygons(Path geoJson, PropertyNames names, @Nullable Path aliases)
      throws IOException {
    var variants = aliases == null ? Map.<String, Set<String>>of() : AliasFile.read(aliases);
    var drafts = new ArrayList<Draft>();
    var polygons = PolygonFile.read(geoJson, names);
    skipped.addAll(polygons.skipped());
    for (var draft : polygons.drafts()) {
      var known = variants.getOrDefault(NameKey.of(draft.name()), Set.of());
      drafts.add(draft.corrected(new Correction(null, null, null, List.copyOf(known))));
    }
    return profile(drafts);
  }

  /**
   * Builds from centres and radii.
   *
   * @param csv {@code code,name,name_ar,aliases,land_use,lat,lon,radius_metres}
   * @throws AreaFileException when the file cannot be used
   */
  public AreaProfile fromCentres(Path csv) throws IOException {
    return profile(CentreFile.read(csv));
  }

  private AreaProfile profile(List<Draft> found) {
    if (found.isEmpty()) {
      throw new AreaFileException(head.code() + ": no neighbourhoods (expected: at least one)");
    }
    var parts = neighbourhoods(found.stream().map(this::corrected).toList());
    unused.forEach(
        name -> skipped.add("correction of " + name + ": no neighbourhood of that name"));
    var covering = covering(parts);
    var area =
        AreaProfile.newBuilder()
            .setCode(head.code())
            .setVersion(head.version())
            .setKind(AreaKind.TOWN)
            .setNames(names(head.name(), head.arabicName()))
            .setGovernorate(head.governorate())
            .setTimeZone(head.timeZone().getId())
            .setLat(covering.lat())
            .setLon(covering.lon())
            .setRadiusMetres(covering.radiusMetres())
            .setNeighbourhoods(parts)
            .setAliases(List.of())
            .setSites(sites)
            .build();
    AreaCheck.check(area);
    return area;
  }

  private Draft corrected(Draft draft) {
    var arabicName = draft.arabicName();
    for (var name :
        arabicName == null ? List.of(draft.name()) : List.of(draft.name(), arabicName)) {
      var correction = corrections.get(NameKey.of(name));
      if (correction != null) {
        unused.remove(NameKey.of(name));
        return draft.corrected(correction);
      }
    }
    return draft;
  }

  private List<Neighbourhood> neighbourhoods(List<Draft> drafts) {
    var fromWestToEast =
        Comparator.comparingDouble((Draft draft) -> draft.circle().lon())
            .thenComparingDouble(draft -> draft.circle().lat());
    var taken = new HashMap<String, Integer>();
    var parts = new ArrayList<Neighbourhood>();
    for (var draft : drafts.stream().sorted(fromWestToEast).toList()) {
      var slug = slug(draft);
      var times = taken.merge(slug, 1, Integer::sum);
      parts.add(neighbourhood(draft, times == 1 ? slug : slug + "-" + times));
    }
    parts.sort(Comparator.comparing(Neighbourhood::getCode));
    return parts;
  }

  private static String slug(Draft draft) {
    var slug = draft.code() == null ? Slug.of(draft.name()) : draft.code();
    if (slug.isEmpty()) {
      throw new AreaFileException(
          "code: absent for " + draft.name() + " (expected: a code, or a name with letters)");
    }
    return slug;
  }

  private Neighbourhood neighbourhood(Draft draft, String slug) {
    var aliases = new LinkedHashSet<>(draft.aliases());
    aliases.remove(draft.name());
    aliases.remove(draft.arabicName());
    var landUse = draft.landUse();
    return Neighbourhood.newBuilder()
        .setCode(head.code() + "/" + slug)
        .setNames(names(draft.name(), draft.arabicName()))
        .setAliases(List.copyOf(aliases))
        .setLandUse(landUse == null ? LandUses.guess(draft.name(), draft.arabicName()) : landUse)
        .setLat(draft.circle().lat())
        .setLon(draft.circle().lon())
        .setRadiusMetres(draft.circle().radiusMetres())
        .setPolygons(draft.polygons())
        .build();
  }

  private static List<LocalName> names(String english, @Nullable String arabic) {
    var names = new ArrayList<LocalName>();
    names.add(new LocalName("en", english));
    if (arabic != null) {
      names.add(new LocalName("ar", arabic));
    }
    return names;
  }

  /** The circle around the middle of the neighbourhoods' centres that covers all their circles. */
  private static Circle covering(List<Neighbourhood> parts) {
    var box = new Envelope();
    parts.forEach(part -> box.expandToInclude(part.getLon(), part.getLat()));
    Coordinate middle = box.centre();
    var centre = new Circle(Degrees.rounded(middle.getY()), Degrees.rounded(middle.getX()), 0);
    var radius = 0.0;
    for (var part : parts) {
      var reach = centre.distanceTo(part.getLat(), part.getLon()) + part.getRadiusMetres();
      radius = Math.max(radius, reach);
    }
    return new Circle(centre.lat(), centre.lon(), Math.ceil(radius));
  }
}
