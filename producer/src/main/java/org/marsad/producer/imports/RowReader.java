package org.marsad.producer.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.marsad.producer.places.ResolvedPlace;
import org.marsad.producer.report.FieldError;
import org.marsad.producer.report.Places;
import org.marsad.producer.report.ReportContext;
import org.marsad.producer.report.ReportJson;
import org.marsad.producer.report.ReportOutcome;

/** The report's JSON to a row: what all importers end with. */
final class RowReader {
  /** What is wrong with a row that holds bytes of no UTF-8. */
  static final List<FieldError> DAMAGED =
      List.of(new FieldError("row", "damaged bytes", "UTF-8 in all of it"));

  private final ReportJson json;
  private final ReportContext context;

  RowReader(Places places, Clock clock) {
    this.json = new ReportJson(places);
    this.context = ReportContext.recorded(clock);
  }

  /**
   * Days of places that nobody knows are days of a zone.
   *
   * @param zone instead of UTC, which places give where they do not know the area
   */
  static Places inZone(Places places, ZoneId zone) {
    return query -> {
      var place = places.resolve(query);
      return place.timeZone().equals(ZoneOffset.UTC)
          ? new ResolvedPlace(
              place.area(),
              place.neighbourhood(),
              place.basis(),
              zone,
              place.lat(),
              place.lon(),
              place.radiusMetres(),
              place.pointDoubt())
          : place;
    };
  }

  /** Reads a line of JSON. */
  ImportedLine read(long line, String text) {
    return row(line, json.read(text, context), new RowFaults(), text);
  }

  /**
   * Reads what an importer put together.
   *
   * @param faults what it could not read; its marks are added to the report's
   * @param original the row as it stands
   */
  ImportedLine read(long line, ObjectNode report, RowFaults faults, String original) {
    if (!faults.marks().isEmpty()) {
      var marks = report.putArray("marks");
      faults.marks().forEach(marks::add);
    }
    return row(line, json.read(report, context), faults, original);
  }

  private ImportedLine row(long line, ReportOutcome outcome, RowFaults faults, String original) {
    var errors = new ArrayList<>(faults.refusing());
    if (outcome instanceof ReportOutcome.Refused refused) {
      var noted = errors.stream().map(RowReader::root).collect(Collectors.toSet());
      refused.errors().stream()
          .filter(e -> !noted.contains(root(e)))
          .map(faults::asInTheTable)
          .forEach(errors::add);
    } else if (outcome instanceof ReportOutcome.Accepted accepted) {
      if (errors.isEmpty()) {
        return new ImportedLine.Report(line, accepted.report(), faults.leftOut());
      }
    }
    return new ImportedLine.Refused(line, errors, original);
  }

  private static String root(FieldError error) {
    var dot = error.field().indexOf('.');
    return dot < 0 ? error.field() : error.field().substring(0, dot);
  }
}
