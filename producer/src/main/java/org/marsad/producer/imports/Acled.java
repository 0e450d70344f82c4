package org.marsad.producer.imports;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.ReportStatus;
import org.marsad.message.StrikeReport;
import org.marsad.message.TimePrecision;
import org.marsad.producer.report.Places;

/**
 * {@code acled}: events of the Armed Conflict Location and Event Data project, by the columns of
 * its codebook, and its lists of deleted events. A deleted event is taken back where a file with it
 * came before in the run. One run, over any number of files.
 */
final class Acled {
  private static final String SOURCE = "acled";
  private static final String ID = "event_id_cnty";
  private static final String DELETED = "deleted_timestamp";
  private static final String STRIKE = "Air/drone strike";
  private static final List<String> COLUMNS =
      List.of(
          ID,
          "event_date",
          "time_precision",
          "sub_event_type",
          "admin1",
          "location",
          "latitude",
          "longitude",
          "geo_precision",
          "notes",
          "fatalities");

  /** {@code time_precision}: the day, the week, the month. */
  private static final Map<String, TimePrecision> PRECISIONS =
      Map.of("1", TimePrecision.DAY, "2", TimePrecision.WEEK, "3", TimePrecision.MONTH);

  /** {@code geo_precision} to metres around the point: the town, near it, a wider region. */
  private static final Map<String, String> RADII = Map.of("1", "1000", "2", "5000", "3", "25000");

  /** Field of the report to column. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "localId", ID,
          "occurredFrom", "event_date",
          "placeText", "location",
          "lat", "latitude",
          "lon", "longitude",
          "killed", "fatalities");

  private static final int SECONDS_PER_HOUR = 3600;

  /** 2010, since 1970: older than the time stamp of any event. */
  private static final long FIRST_HOUR = 350_640;

  private final Include include;
  private final AirWords words;
  private final RowReader towns;
  private final RowReader regions;
  private final Map<String, StrikeReport> known = new HashMap<>();

  Acled(Places places, Include include, AirWords words, Clock clock) {
    this.include = include;
    this.words = words;
    this.towns = new RowReader(EventPlaces.town(places), clock);
    this.regions = new RowReader(EventPlaces.region(places), clock);
  }

  Stream<ImportedLine> open(Path file) throws IOException {
    var days = new FileDays();
    try (var rows = table(file, row -> sampled(row, days))) {
      rows.forEach(row -> {});
    }
    days.check("event_date");
    return table(file, row -> isDeleted(row) ? takeBack(row) : remembered(read(row, days)));
  }

  private static Stream<ImportedLine> table(Path file, Function<Table.Row, ImportedLine> reading)
      throws IOException {
    Table.Wanted wanted =
        header ->
            header.has(ID) && header.has(DELETED)
                ? List.of()
                : Table.Wanted.columns(COLUMNS).missing(header);
    return Table.open(file, TableLayout.UNSTATED, wanted, reading);
  }

  private static ImportedLine sampled(Table.Row row, FileDays days) {
    if (!isDeleted(row)) {
      days.sample(row.get("event_date"));
    }
    return new ImportedLine.Skipped(row.line(), "looked at");
  }

  private static boolean isDeleted(Table.Row row) {
    return row.has(DELETED);
  }

  private ImportedLine read(Table.Row row, FileDays days) {
    var kind = row.get("sub_event_type");
    if (include == Include.AIR && !kind.equalsIgnoreCase(STRIKE)) {
      return new ImportedLine.Skipped(row.line(), "sub_event_type: " + kind);
    }
    var faults = new RowFaults(Cells.of(row, FIELDS));
    var report = JsonNodeFactory.instance.objectNode();
    report.putObject("source").put("id", SOURCE).put("kind", "IMPORT");
    report.put("localId", row.get(ID));
    report.put("revision", row.has("timestamp") ? revision(row.get("timestamp")) : 1);
    report.put("occurredFrom", days.read(row.get("event_date")));
    EventCells.putSymbol(report, "timePrecision", row, "time_precision", PRECISIONS, faults);
    place(row, report, faults);
    var counts = new CountCells(Notation.USUAL, faults);
    counts.put(report, "killed", field -> field.equals("killed") ? killed(row) : "");
    describe(row, report);
    var reader = EventCells.code(row.get("geo_precision")).equals("3") ? regions : towns;
    return reader.read(row.line(), report, faults, row.original());
  }

  private static void place(Table.Row row, ObjectNode report, RowFaults faults) {
    EventCells.putText(report, "placeText", row.get("location"));
    EventCells.putText(report, "governorate", row.get("admin1"));
    var radius = RADII.get(EventCells.code(row.get("geo_precision")));
    if (radius == null) {
      faults.refuse("geo_precision", row.get("geo_precision"), "1 to 3");
    } else {
      new PointCells(Notation.USUAL, faults)
          .put(report, row.get("latitude"), row.get("longitude"), radius);
    }
  }

  /** 0 also stands where nobody reported a number: it is the least, and no more is known. */
  private static String killed(Table.Row row) {
    var text = EventCells.code(row.get("fatalities"));
    return text.equals("0") ? "0+" : text;
  }

  private void describe(Table.Row row, ObjectNode report) {
    var wording = words.find(row.get("notes"));
    report.put("delivery", wording.map(Wording::delivery).orElse(DeliveryMeans.UNKNOWN).name());
    report.put("deliveryBasis", "INFERRED");
    if (wording.filter(Wording::residential).isPresent()) {
      report.putArray("targets").add("RESIDENTIAL");
    }
    EventCells.putNote(report, row.get("notes"));
  }

  /** Kept so that it can be taken back, without its texts. */
  private ImportedLine remembered(ImportedLine row) {
    if (row instanceof ImportedLine.Report read) {
      var report = StrikeReport.newBuilder(read.report()).setNote(null).build();
      known.merge(
          report.getReportId(),
          report,
          (older, newer) -> newer.getRevision() > older.getRevision() ? newer : older);
    }
    return row;
  }

  private ImportedLine takeBack(Table.Row row) {
    var report = known.get(SOURCE + ":" + row.get(ID));
    if (report == null) {
      return new ImportedLine.Skipped(
          row.line(), "deleted, but no file before it in this run has the event");
    }
    var revision = Math.max(report.getRevision() + 1, revision(row.get(DELETED)));
    return new ImportedLine.Report(
        row.line(),
        StrikeReport.newBuilder(report)
            .setStatus(ReportStatus.RETRACTED)
            .setRevision(revision)
            .build());
  }

  /** Whole hours since 2010 at a time stamp in seconds; 1 where it is none. */
  private static int revision(String timestamp) {
    var seconds = EventCells.code(timestamp);
    return seconds.matches("\\d{10}")
        ? (int) Math.max(1, Long.parseLong(seconds) / SECONDS_PER_HOUR - FIRST_HOUR)
        : 1;
  }
}
