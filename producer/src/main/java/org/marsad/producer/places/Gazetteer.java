package org.marsad.producer.places;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.marsad.message.AreaKind;
import org.marsad.message.AreaProfile;
import org.marsad.message.SiteKind;
import org.marsad.producer.areas.AreaFiles;
import org.marsad.producer.areas.HospitalsInReach;

/**
 * Tells where a report's place is: a name resolves inside its town only, what is ambiguous stays
 * ambiguous and falls to the area, and doubt ends in {@link org.marsad.schemas.Areas#UNPLACED},
 * never in a refusal. The rules are in {@code docs/places.md}. Its areas list the hospitals in
 * their reach, as the log has them ({@link HospitalsInReach}).
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Gazetteer implements AreaRegister {
  private final List<AreaProfile> profiles;
  private final Map<String, Area> areas = new LinkedHashMap<>();
  private final Map<String, List<AreaProfile>> areasOfHospitals = new HashMap<>();
  private final Map<String, Area> governoratesOfSameName = new HashMap<>();
  private final Towns towns = new Towns();
  private final NameIndex<Area> governorates = new NameIndex<>();
  private final NameIndex<Named> names = new NameIndex<>();
  private final NameIndex<Named> aliases = new NameIndex<>();

  private Gazetteer(Collection<AreaProfile> profiles) {
    this.profiles = HospitalsInReach.listed(profiles);
    for (var profile : this.profiles) {
      var area = new Area(profile);
      if (areas.putIfAbsent(area.code(), area) != null) {
        throw new IllegalArgumentException(
            "areas: " + area.code() + " twice (expected: each code once)");
      }
      if (profile.getKind() == AreaKind.TOWN) {
        towns.add(area);
        area.addNamesTo(names, aliases);
      } else if (profile.getKind() == AreaKind.GOVERNORATE) {
        addGovernorate(area);
      }
      addHospitals(profile);
    }
    for (var area : areas.values()) {
      area.names().stream()
          .map(this::governorate)
          .flatMap(Optional::stream)
          .filter(governorate -> governorate.code().equals(area.governorate()))
          .forEach(governorate -> governoratesOfSameName.put(area.code(), governorate));
    }
  }

  /** The gazetteer that ships with Marsad: Aleppo's neighbourhoods, towns and governorates. */
  public static Gazetteer bundled() {
    return new Gazetteer(AreaFiles.bundled());
  }

  /**
   * The gazetteer of files of areas.
   *
   * @param paths files, or directories of {@code *.jsonl} files
   * @throws org.marsad.producer.areas.AreaFileException when a line cannot be used
   * @throws IOException when a file cannot be read
   */
  public static Gazetteer read(List<Path> paths) throws IOException {
    return new Gazetteer(AreaFiles.read(paths));
  }

  /**
   * The gazetteer of some areas.
   *
   * @throws IllegalArgumentException when a code stands twice
   * @throws org.marsad.producer.areas.AreaFileException when one id stands for two hospitals
   */
  public static Gazetteer of(Collection<AreaProfile> areas) {
    return new Gazetteer(areas);
  }

  /** All areas, in the order in which they were given. */
  @Override
  public Collection<AreaProfile> areas() {
    return profiles;
  }

  @Override
  public Optional<AreaProfile> area(String code) {
    return Optional.ofNullable(areas.get(code)).map(Area::profile);
  }

  @Override
  public List<AreaProfile> areasOfHospital(String siteId) {
    return List.copyOf(areasOfHospitals.getOrDefault(siteId, List.of()));
  }

  /** Says where a place is, as far as it can be known. Never fails. */
  public ResolvedPlace resolve(PlaceQuery query) {
    return new PlaceSearch(this, query).resolve();
  }

  Optional<Area> find(String code) {
    return Optional.ofNullable(areas.get(code));
  }

  Towns towns() {
    return towns;
  }

  /** Towns and neighbourhoods with this name, by key; where there are none, with this alias. */
  Set<Named> withKey(String key) {
    var named = names.withKey(key);
    return named.isEmpty() ? aliases.withKey(key) : named;
  }

  /** The governorate of a town that is called as the town is. */
  Optional<Area> governorateOfSameName(Area town) {
    return Optional.ofNullable(governoratesOfSameName.get(town.code()));
  }

  /** The governorate that a field for governorates names, with or without the word. */
  Optional<Area> governorate(String text) {
    var known = areas.get(text);
    if (known != null && known.profile().getKind() == AreaKind.GOVERNORATE) {
      return Optional.of(known);
    }
    return only(governorates.withKey(governorateKey(text)));
  }

  private void addGovernorate(Area area) {
    var keys = new ArrayList<String>();
    area.names().forEach(name -> keys.add(governorateKey(name)));
    keys.forEach(key -> governorates.add(key, area));
  }

  private void addHospitals(AreaProfile profile) {
    for (var site : profile.getSites()) {
      if (site.getKind() == SiteKind.HOSPITAL) {
        areasOfHospitals.computeIfAbsent(site.getSiteId(), id -> new ArrayList<>()).add(profile);
      }
    }
  }

  private static String governorateKey(String text) {
    var key = PlaceName.governorateKey(text);
    return key == null ? PlaceName.key(text) : key;
  }

  private static Optional<Area> only(Collection<Area> found) {
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }
}
