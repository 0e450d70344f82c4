package org.marsad.producer.imports;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.TimePrecision;
import org.marsad.producer.report.Places;

/**
 * {@code ucdp-ged}: the UCDP Georeferenced Event Dataset. A row is any lethal violence, a day at
 * the finest, without the weapon; attacks from the air are picked by the wording of the headline
 * ({@link AirWords}) and marked INFERRED. Each row is put into our own JSON and read as such.
 */
final class UcdpGed {
  private static final String SOURCE = "ucdp-ged";
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "date_start",
          "date_end",
          "date_prec",
          "where_coordinates",
          "where_prec",
          "adm_1",
          "latitude",
          "longitude",
          "low",
          "best",
          "high",
          "source_headline");

  /** {@code date_prec}: a day, two to six days, a week, a month, longer. */
  private static final Map<String, TimePrecision> PRECISIONS =
      Map.of(
          "1", TimePrecision.DAY,
          "2", TimePrecision.WEEK,
          "3", TimePrecision.WEEK,
          "4", TimePrecision.MONTH,
          "5", TimePrecision.YEAR);

  /**
   * {@code where_prec} to metres around the point. 4 (governorate), 6 (country, whose centroid it
   * is) and 7 (sea or air) have a point that says nothing: it is left out.
   */
  private static final Map<String, String> RADII =
      Map.of("1", "1000", "2", "5000", "3", "25000", "5", "50000");

  /** Field of the report to column. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "localId", "id",
          "occurredFrom", "date_start",
          "occurredUntil", "date_end",
          "placeText", "where_coordinates",
          "lat", "latitude",
          "lon", "longitude",
          "killed.low", "low",
          "killed.best", "best",
          "killed.high", "high");

  private final RowReader towns;
  private final RowReader regions;
  private final Include include;
  private final AirWords words;

  UcdpGed(Places places, Include include, AirWords words, Clock clock) {
    this.towns = new RowReader(EventPlaces.town(places), clock);
    this.regions = new RowReader(EventPlaces.region(places), clock);
    this.include = include;
    this.words = words;
  }

  Stream<ImportedLine> open(Path file) throws IOException {
    var days = days(file);
    return table(file, row -> read(row, days));
  }

  private static FileDays days(Path file) throws IOException {
    var days = new FileDays();
    try (var rows =
        table(
            file,
            row -> {
              days.sample(row.get("date_start"));
              days.sample(row.get("date_end"));
              return new ImportedLine.Skipped(row.line(), "looked at");
            })) {
      rows.forEach(row -> {});
    }
    days.check("date_start");
    return days;
  }

  private static Stream<ImportedLine> table(Path file, Function<Table.Row, ImportedLine> reading)
      throws IOException {
    return Table.open(file, TableLayout.UNSTATED, Table.Wanted.columns(COLUMNS), reading);
  }

  private ImportedLine read(Table.Row row, FileDays days) {
    var headline = row.get("source_headline");
    var wording = words.find(headline);
    if (include == Include.AIR && wording.isEmpty()) {
      return new ImportedLine.Skipped(row.line(), words.reasonToSkip(headline));
    }
    var faults = new RowFaults(Cells.of(row, FIELDS));
    var report = JsonNodeFactory.instance.objectNode();
    identify(row, report);
    date(row, report, days, faults);
    place(row, report, faults);
    new CountCells(Notation.USUAL, faults).put(report, "killed", field -> killed(row, field));
    describe(row, report, wording);
    var reader = namesATown(row) ? towns : regions;
    return reader.read(row.line(), report, faults, row.original());
  }

  private static void identify(Table.Row row, ObjectNode report) {
    report.putObject("source").put("id", SOURCE).put("kind", "IMPORT");
    report.put("localId", EventCells.code(row.get("id")));
  }

  /** Local days in the area's zone; {@code date_end} is the last day. */
  private static void date(Table.Row row, ObjectNode report, FileDays days, RowFaults faults) {
    EventCells.putSymbol(report, "timePrecision", row, "date_prec", PRECISIONS, faults);
    report.put("occurredFrom", days.read(row.get("date_start")));
    report.put("occurredUntil", days.read(row.get("date_end")));
  }

  private static void place(Table.Row row, ObjectNode report, RowFaults faults) {
    var precision = EventCells.code(row.get("where_prec"));
    if (!precision.matches("[1-7]")) {
      faults.refuse("where_prec", row.get("where_prec"), "1 to 7");
    }
    EventCells.putText(report, "placeText", row.get("where_coordinates"));
    EventCells.putText(report, "governorate", row.get("adm_1"));
    var radius = RADII.get(precision);
    if (radius != null) {
      new PointCells(Notation.USUAL, faults)
          .put(report, row.get("latitude"), row.get("longitude"), radius);
    }
  }

  private static boolean namesATown(Table.Row row) {
    return List.of("1", "2").contains(EventCells.code(row.get("where_prec")));
  }

  private static String killed(Table.Row row, String field) {
    var dot = field.indexOf('.');
    return dot < 0 ? "" : row.get(field.substring(dot + 1));
  }

  private static void describe(Table.Row row, ObjectNode report, Optional<Wording> wording) {
    report.put("delivery", wording.map(Wording::delivery).orElse(DeliveryMeans.UNKNOWN).name());
    report.put("deliveryBasis", "INFERRED");
    if (wording.filter(Wording::residential).isPresent()) {
      report.putArray("targets").add("RESIDENTIAL");
    }
    EventCells.putNote(report, row.get("source_headline"));
  }
}
