package org.marsad.producer.imports;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.TimePrecision;
import org.marsad.producer.report.FieldError;
import org.marsad.producer.report.Places;
import org.marsad.producer.report.ReportContext;
import org.marsad.producer.report.ReportJson;

/**
 * {@code ucdp-ged}: the UCDP Georeferenced Event Dataset. A row is any lethal violence, a day at
 * the finest, without the weapon; attacks from the air are picked by the wording of the headline
 * ({@link Wording}) and marked INFERRED. Each row is put into our own JSON and read as such.
 */
final class UcdpGed {
  private static final String SOURCE = "ucdp-ged";
  private static final int NOTE = 1000;
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
  private static final Map<String, Integer> RADII =
      Map.of("1", 1_000, "2", 5_000, "3", 25_000, "5", 50_000);

  private final ReportJson towns;
  private final ReportJson regions;
  private final Include include;
  private final ReportContext context;

  UcdpGed(Places places, Include include, ReportContext context) {
    this.towns = new ReportJson(UcdpPlaces.town(places));
    this.regions = new ReportJson(UcdpPlaces.region(places));
    this.include = include;
    this.context = context;
  }

  Stream<ImportedLine> open(Path file) throws IOException {
    return Table.open(file, ',', COLUMNS, this::read);
  }

  private ImportedLine read(Table.Row row) {
    var wording = Wording.of(row.get("source_headline"));
    if (include == Include.AIR && wording.isEmpty()) {
      return new ImportedLine.Skipped(row.line(), "source_headline: no word of an air attack");
    }
    var errors = new ArrayList<FieldError>();
    var report = JsonNodeFactory.instance.objectNode();
    identify(row, report);
    date(row, report, errors);
    place(row, report, errors);
    count(row, report, errors);
    describe(row, report, wording);
    if (!errors.isEmpty()) {
      return row.refused(errors);
    }
    var json = namesATown(row) ? towns : regions;
    return Rows.row(row.line(), json.read(report, context), row.original());
  }

  private static void identify(Table.Row row, ObjectNode report) {
    report.putObject("source").put("id", SOURCE).put("kind", "IMPORT");
    report.put("localId", row.get("id"));
  }

  /** Local days in the area's zone; {@code date_end} is the last day. */
  private static void date(Table.Row row, ObjectNode report, List<FieldError> errors) {
    var precision = PRECISIONS.get(row.get("date_prec"));
    if (precision == null) {
      errors.add(new FieldError("date_prec", row.get("date_prec"), "1 to 5"));
    } else {
      report.put("timePrecision", precision.name());
    }
    report.put("occurredFrom", day(row.get("date_start")));
    report.put("occurredUntil", day(row.get("date_end")));
  }

  /** Some releases write {@code 2016-10-11 00:00:00.000}: a day all the same. */
  private static String day(String text) {
    return text.endsWith(" 00:00:00.000") ? text.substring(0, text.indexOf(' ')) : text;
  }

  private static void place(Table.Row row, ObjectNode report, List<FieldError> errors) {
    var precision = row.get("where_prec");
    if (!precision.matches("[1-7]")) {
      errors.add(new FieldError("where_prec", precision, "1 to 7"));
    }
    putText(report, "placeText", row.get("where_coordinates"));
    putText(report, "governorate", row.get("adm_1"));
    var radius = RADII.get(precision);
    if (radius != null) {
      number(row, "latitude", errors).ifPresent(lat -> report.put("lat", lat));
      number(row, "longitude", errors).ifPresent(lon -> report.put("lon", lon));
      report.put("radiusMetres", radius);
    }
  }

  private static boolean namesATown(Table.Row row) {
    return row.get("where_prec").equals("1") || row.get("where_prec").equals("2");
  }

  private static void count(Table.Row row, ObjectNode report, List<FieldError> errors) {
    var killed = report.putObject("killed");
    for (var name : List.of("low", "best", "high")) {
      number(row, name, errors).ifPresent(count -> killed.put(name, count.intValue()));
    }
  }

  private static void describe(Table.Row row, ObjectNode report, Optional<Wording> wording) {
    report.put("delivery", wording.map(Wording::delivery).orElse(DeliveryMeans.UNKNOWN).name());
    report.put("deliveryBasis", "INFERRED");
    if (wording.filter(Wording::residential).isPresent()) {
      report.putArray("targets").add("RESIDENTIAL");
    }
    var headline = row.get("source_headline");
    putText(report, "note", headline.substring(0, Math.min(headline.length(), NOTE)));
  }

  private static Optional<Double> number(Table.Row row, String column, List<FieldError> errors) {
    try {
      return Optional.of(Double.valueOf(row.get(column)));
    } catch (NumberFormatException e) {
      errors.add(new FieldError(column, row.get(column), "a number"));
      return Optional.empty();
    }
  }

  private static void putText(ObjectNode report, String field, String text) {
    if (!text.isEmpty()) {
      report.put(field, text);
    }
  }
}
