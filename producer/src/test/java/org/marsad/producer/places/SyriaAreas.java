package org.marsad.producer.places;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.marsad.message.AreaKind;
import org.marsad.message.AreaProfile;
import org.marsad.message.LocalName;
import org.marsad.message.Neighbourhood;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Site;
import org.marsad.message.SiteKind;
import org.marsad.producer.areas.AreaHead;
import org.marsad.producer.areas.AreasBuilder;
import org.marsad.producer.areas.Circle;
import org.marsad.producer.areas.PropertyNames;
import org.marsad.producer.areas.Slug;
import org.marsad.schemas.Areas;
import org.marsad.schemas.MessageCodec;

/**
 * Writes the bundled areas as facts from public data: {@code unplaced}, governorates, Aleppo with
 * its neighbourhoods, towns of GeoNames, and towns that only the recorded events name.
 */
final class SyriaAreas {
  private static final String ZONE = "Asia/Damascus";
  private static final Pattern ARABIC = Pattern.compile("[\\u0621-\\u064a\\u064b-\\u0652 ]+");
  private static final Pattern LATIN = Pattern.compile("(?!\\p{Lu}{3}$)(\\p{Lu}|al-|['‘`’]).*");
  private static final Pattern LATIN_ONLY = Pattern.compile("[\\p{IsLatin}\\p{M}'‘’`ʻʼʿʾ -]+");
  private static final Pattern KIND = Pattern.compile("\\s+(town|village|suburb|city)\\b\\s*");

  /** A point farther than this from a town of the same name is another place, metres. */
  private static final double SAME_PLACE_METRES = 10_000;

  static {
    // the codec makes Avro trust our own message classes, which builders need too
    MessageCodec.of(AreaProfile.class);
  }

  private final Map<String, String> governorates = new HashMap<>();
  private final Set<String> codes = new HashSet<>();

  /** All areas in the order of the file. */
  static List<AreaProfile> build() throws IOException {
    return new SyriaAreas().all(true);
  }

  /** The areas without the towns that only the recorded events name. */
  static List<AreaProfile> buildWithoutEvents() throws IOException {
    return new SyriaAreas().all(false);
  }

  private List<AreaProfile> all(boolean withEvents) throws IOException {
    var areas = new ArrayList<AreaProfile>();
    areas.add(unplaced());
    areas.addAll(governorates());
    var towns = new TreeMap<String, AreaProfile>();
    for (var town : geoNames()) {
      towns.put(town.getCode(), town);
    }
    if (withEvents) {
      var known = new ArrayList<>(areas);
      known.addAll(towns.values());
      eventTowns(Gazetteer.of(known)).forEach(town -> towns.put(town.getCode(), town));
    }
    areas.addAll(towns.values());
    return areas;
  }

  private static AreaProfile unplaced() {
    return AreaProfile.newBuilder()
        .setCode(Areas.UNPLACED)
        .setVersion(1)
        .setKind(AreaKind.UNPLACED)
        .setNames(names("Place unknown", "مكان غير معروف"))
        .setTimeZone("UTC")
        .setLat(35.0)
        .setLon(38.0)
        .setRadiusMetres(400_000.0)
        .build();
  }

  // Governorates

  private List<AreaProfile> governorates() throws IOException {
    var shapes = new HashMap<String, JsonNode>();
    var file = SharedData.file("syria-governorates/syr_adm1_naturalearth.geojson");
    for (var feature : new ObjectMapper().readTree(file.toFile()).path("features")) {
      var admin1 = feature.path("properties").path("gn_a1_code").asText().replace("SY.", "");
      shapes.put(admin1, feature);
    }
    var areas = new ArrayList<AreaProfile>();
    for (var row : SharedData.table(SyriaAreas.class, "governorates.csv")) {
      governorates.put(row.get("admin1"), row.get("code"));
      areas.add(governorate(row, Objects.requireNonNull(shapes.get(row.get("admin1")))));
    }
    areas.sort(Comparator.comparing(AreaProfile::getCode));
    return areas;
  }

  private static AreaProfile governorate(CSVRecord row, JsonNode feature) {
    var aliases = new ArrayList<>(list(row.get("aliases")));
    for (var name : feature.path("properties").path("name_alt").asText("").split("\\|", -1)) {
      if (!name.isBlank() && !name.equals("null")) {
        aliases.add(name + " Governorate");
      }
    }
    var names = names(row.get("name"), row.get("name_ar"));
    return area(
        row.get("code"),
        AreaKind.GOVERNORATE,
        names,
        distinct(aliases, names),
        null,
        covering(feature.path("geometry")));
  }

  private static Circle covering(JsonNode geometry) {
    try {
      return Circle.covering(new GeoJsonReader().read(geometry.toString()));
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  // Towns

  private List<AreaProfile> geoNames() throws IOException {
    var conventional = new HashMap<String, CSVRecord>();
    for (var row : SharedData.table(SyriaAreas.class, "towns.csv")) {
      conventional.put(row.get("geonameid"), row);
      codes.add(row.get("code"));
    }
    var rows = new ArrayList<>(SharedData.towns());
    rows.sort(
        Comparator.comparingLong((CSVRecord row) -> -Long.parseLong(row.get("population")))
            .thenComparingLong(row -> Long.parseLong(row.get("geonameid"))));
    var towns = new ArrayList<AreaProfile>();
    for (var row : rows) {
      towns.add(town(row, conventional.get(row.get("geonameid"))));
    }
    return towns;
  }

  private AreaProfile town(CSVRecord row, @Nullable CSVRecord conventional) throws IOException {
    var plain = row.get("asciiname").replaceAll("[`']", "");
    var english = conventional == null ? plain : conventional.get("name");
    var governorate = Objects.requireNonNull(governorates.get(row.get("admin1")));
    var code = conventional == null ? free(Slug.of(plain), governorate) : conventional.get("code");
    var arabic = arabic(row);
    var spellings = new ArrayList<String>();
    if (conventional != null) {
      spellings.addAll(list(conventional.get("aliases")));
      spellings.add(plain);
    }
    for (var spelling : row.get("alternatenames").split(",", -1)) {
      if (isSpelling(spelling)) {
        spellings.add(spelling.replaceAll("\\p{Cf}", ""));
      }
    }
    var names = names(english, arabic);
    if (code.equals("aleppo")) {
      return aleppo(names, distinct(spellings, names), governorate);
    }
    var circle =
        new Circle(
            Double.parseDouble(row.get("latitude")),
            Double.parseDouble(row.get("longitude")),
            radiusMetres(Long.parseLong(row.get("population"))));
    return area(code, AreaKind.TOWN, names, distinct(spellings, names), governorate, circle);
  }

  /** A town of 5,000 people to the square kilometre: 1 to 8 km; 1.5 km where nobody counted. */
  private static double radiusMetres(long population) {
    var kilometres = population == 0 ? 1.5 : Math.sqrt(population / (Math.PI * 5_000));
    return Math.ceil(Math.min(8, Math.max(1, kilometres)) * 10) * 100;
  }

  private static AreaProfile aleppo(List<LocalName> names, List<String> aliases, String governorate)
      throws IOException {
    var head = new AreaHead("aleppo", "Aleppo", "حلب", governorate, ZoneId.of(ZONE), 1);
    var corrections = resource("aleppo-corrections.csv");
    var built =
        new AreasBuilder(head, corrections)
            .fromPolygons(
                SharedData.polygons(),
                new PropertyNames("NAME", "NAME_A", "Id"),
                SharedData.spellings());
    return AreaProfile.newBuilder(built)
        .setNames(names)
        .setAliases(aliases)
        .setNeighbourhoods(
            built.getNeighbourhoods().stream().map(SyriaAreas::withoutPolygons).toList())
        .setSites(fictionalHospitals())
        .build();
  }

  private static Neighbourhood withoutPolygons(Neighbourhood part) {
    var names = part.getNames();
    return Neighbourhood.newBuilder(part)
        .setAliases(distinct(part.getAliases(), names))
        .setPolygons(null)
        .build();
  }

  /**
   * Nobody's hospitals: real positions were themselves a danger. Exercises know no confidential
   * site, so all three are public.
   */
  private static List<Site> fictionalHospitals() {
    return List.of(
        hospital("a", "أ", 36.19000, 37.15500, 60),
        hospital("b", "ب", 36.21500, 37.13000, 120),
        hospital("c", "ج", 36.22500, 37.19000, 25));
  }

  private static Site hospital(String letter, String arabic, double lat, double lon, int capacity) {
    var english = "Exercise Hospital " + letter.toUpperCase(Locale.ROOT) + " (fictional)";
    return Site.newBuilder()
        .setSiteId("exercise-hospital-" + letter)
        .setKind(SiteKind.HOSPITAL)
        .setNames(names(english, "مستشفى التمرين " + arabic + " (وهمي)"))
        .setLat(lat)
        .setLon(lon)
        .setCapacity(capacity)
        .setConfidential(false)
        .setFictional(true)
        .build();
  }

  // Towns that only the events name

  private List<AreaProfile> eventTowns(Gazetteer known) throws IOException {
    var places = new TreeMap<String, CSVRecord>();
    for (var event : SharedData.events()) {
      var name = event.get("where_coordinates");
      var isTown = Integer.parseInt(event.get("where_prec")) <= 2 && KIND.matcher(name).find();
      if (isTown && !isKnown(known, event)) {
        places.putIfAbsent(name + event.get("adm_1"), event);
      }
    }
    var towns = new ArrayList<AreaProfile>();
    places.values().forEach(event -> towns.add(eventTown(known, event)));
    return towns;
  }

  private static boolean isKnown(Gazetteer known, CSVRecord event) {
    var place = known.resolve(Events.query(event));
    var area = known.area(place.area()).orElseThrow();
    return area.getKind() == AreaKind.TOWN
        && place.basis() == PlaceBasis.NAME
        && new Circle(area.getLat(), area.getLon(), area.getRadiusMetres())
            .reaches(Events.lat(event), Events.lon(event), SAME_PLACE_METRES);
  }

  private AreaProfile eventTown(Gazetteer known, CSVRecord event) {
    var said = KIND.matcher(event.get("where_coordinates") + " ").replaceAll(" ").strip();
    var spellings = new ArrayList<String>();
    for (var spelling : said.split("[/()]", -1)) {
      if (!spelling.isBlank()) {
        spellings.add(plain(spelling.strip()));
      }
    }
    var names = names(spellings.get(0), null);
    var governorate = known.resolve(Events.governorate(event)).area();
    return area(
        free(Slug.of(spellings.get(0)), governorate),
        AreaKind.TOWN,
        names,
        distinct(spellings, names),
        governorate,
        new Circle(Events.lat(event), Events.lon(event), 1_000));
  }

  // Small things

  private static AreaProfile area(
      String code,
      AreaKind kind,
      List<LocalName> names,
      List<String> aliases,
      @Nullable String governorate,
      Circle circle) {
    return AreaProfile.newBuilder()
        .setCode(code)
        .setVersion(1)
        .setKind(kind)
        .setNames(names)
        .setAliases(aliases)
        .setGovernorate(governorate)
        .setTimeZone(ZONE)
        .setLat(Math.round(circle.lat() * 1e5) / 1e5)
        .setLon(Math.round(circle.lon() * 1e5) / 1e5)
        .setRadiusMetres(circle.radiusMetres())
        .build();
  }

  private String free(String slug, String governorate) {
    var suffixed = slug + "-" + governorate.replace("-governorate", "");
    for (var times = 1; ; times++) {
      var code = times == 1 ? slug : times == 2 ? suffixed : suffixed + "-" + (times - 1);
      if (codes.add(code)) {
        return code;
      }
    }
  }

  private static boolean isSpelling(String text) {
    return text.length() >= 3
        && !text.startsWith("محافظة")
        && (ARABIC.matcher(text.replaceAll("\\p{Cf}", "")).matches()
            || (LATIN.matcher(text).matches() && LATIN_ONLY.matcher(text).matches()));
  }

  private static @Nullable String arabic(CSVRecord row) {
    for (var spelling : row.get("alternatenames").split(",", -1)) {
      var plain = spelling.replaceAll("\\p{Cf}", "");
      if (ARABIC.matcher(plain).matches()
          && !plain.startsWith("محافظة")
          && !plain.startsWith("د م")) {
        return plain;
      }
    }
    return null;
  }

  /** Spellings that differ from the names and from each other in more than their marks. */
  private static List<String> distinct(List<String> spellings, List<LocalName> names) {
    var seen = new HashSet<String>();
    names.forEach(name -> seen.add(PlaceName.key(name.getName())));
    return spellings.stream().filter(spelling -> seen.add(PlaceName.key(spelling))).toList();
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
  }

  private static List<LocalName> names(String english, @Nullable String arabic) {
    return arabic == null
        ? List.of(new LocalName("en", english))
        : List.of(new LocalName("en", english), new LocalName("ar", arabic));
  }

  private static List<String> list(String text) {
    return text.isBlank() ? List.of() : List.of(text.split(";", -1));
  }

  private static Path resource(String name) {
    try {
      return Path.of(Objects.requireNonNull(SyriaAreas.class.getResource(name)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
