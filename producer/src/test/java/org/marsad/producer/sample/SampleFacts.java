package org.marsad.producer.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.marsad.message.AreaKind;
import org.marsad.message.AreaProfile;
import org.marsad.producer.places.Events;
import org.marsad.producer.places.Gazetteer;
import org.marsad.producer.places.SharedData;

/** Writes the bundled sample: facts of recorded events, in the JSON of reports. */
final class SampleFacts {
  private static final List<String> COMMENTS =
      List.of(
          "# Facts (ids, dates, places, coordinates, counts) from the UCDP Georeferenced Event Dataset,"
              + " Syria, 15 September to 31 October 2016. CC BY 4.0:",
          "# Sundberg & Melander 2013, J. Peace Research 50(4); Högbladh 2019, UCDP GED Codebook 19.1."
              + " Changed: selected and rewritten as reports.",
          "# Selected: lethal events of one single day (date_prec 1) in the governorates of Aleppo, Homs"
              + " and Idlib, located at a governorate or finer (where_prec 1 to 5), whose source headlines"
              + " speak of an air attack. A headline may cover several events: the delivery is inferred.",
          "# RESIDENTIAL is stated where civilians died in Aleppo town and one headline speaks of an air"
              + " attack on neighbourhoods of Aleppo. Killed as recorded: low, best, high.",
          "# Places are towns' own points: radiusMetres is that of the town, at most 8 km, or of the precision given.");

  private static final Pattern AIR =
      Pattern.compile(
          "air[- ]?(strike|raid|craft|attack)|aerial|warplane|plane|barrel|\\bjets?\\b|bombard|bombing"
              + "|helicopter|\\braids?\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NEIGHBOURHOOD =
      Pattern.compile("neighbou?rhood", Pattern.CASE_INSENSITIVE);
  private static final Set<String> GOVERNORATES =
      Set.of("Aleppo Governorate", "Homs Governorate", "Idlib Governorate");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Gazetteer gazetteer = Gazetteer.bundled();

  /** The lines of the file. */
  static List<String> lines() throws IOException {
    var lines = new ArrayList<>(COMMENTS);
    var events = new ArrayList<>(SharedData.events());
    events.sort(
        Comparator.comparing((CSVRecord event) -> event.get("date_start"))
            .thenComparingLong(event -> Long.parseLong(event.get("id"))));
    var facts = new SampleFacts();
    for (var event : events) {
      if (isSelected(event)) {
        lines.add(facts.line(event));
      }
    }
    return lines;
  }

  private static boolean isSelected(CSVRecord event) {
    return event.get("date_prec").equals("1")
        && Integer.parseInt(event.get("where_prec")) <= 5
        && GOVERNORATES.contains(event.get("adm_1"))
        && AIR.matcher(event.get("source_headline")).find();
  }

  private String line(CSVRecord event) throws JsonProcessingException {
    var area = gazetteer.area(gazetteer.resolve(Events.query(event)).area()).orElseThrow();
    var report = MAPPER.createObjectNode();
    report.put("localId", event.get("id")).put("revision", 1).put("reality", "ACTUAL");
    report
        .putObject("source")
        .put("id", "ucdp-ged")
        .put("kind", "IMPORT")
        .put("lineage", "ucdp-ged");
    report.put("occurredFrom", event.get("date_start"));
    report.put("placeText", placeText(event, area)).put("area", area.getCode());
    report.put("lat", Events.lat(event)).put("lon", Events.lon(event));
    report.put("radiusMetres", radiusMetres(event, area));
    report.put("delivery", "AIRCRAFT").put("deliveryBasis", "INFERRED");
    putKilled(report, event);
    if (hitNeighbourhoods(event, area)) {
      report.putArray("targets").add("RESIDENTIAL");
    }
    return MAPPER.writeValueAsString(report);
  }

  /** The town as the gazetteer writes it, else the place as recorded. */
  private static String placeText(CSVRecord event, AreaProfile area) {
    return area.getKind() == AreaKind.TOWN
        ? area.getNames().get(0).getName()
        : event.get("where_coordinates").replaceAll("\\s+", " ").strip();
  }

  private static double radiusMetres(CSVRecord event, AreaProfile area) {
    return switch (event.get("where_prec")) {
      case "1", "2" ->
          area.getKind() == AreaKind.TOWN ? Math.min(8_000, area.getRadiusMetres()) : 5_000;
      case "3" -> 25_000;
      default -> 50_000;
    };
  }

  private static void putKilled(ObjectNode report, CSVRecord event) {
    var killed = report.putObject("killed");
    for (var bound : List.of("low", "best", "high")) {
      killed.put(bound, Integer.parseInt(event.get(bound)));
    }
  }

  private static boolean hitNeighbourhoods(CSVRecord event, AreaProfile area) {
    if (!area.getCode().equals("aleppo") || Integer.parseInt(event.get("deaths_civilians")) == 0) {
      return false;
    }
    for (var headline : event.get("source_headline").split(";", -1)) {
      if (AIR.matcher(headline).find()
          && NEIGHBOURHOOD.matcher(headline).find()
          && headline.contains("Aleppo")) {
        return true;
      }
    }
    return false;
  }
}
