package org.marsad.producer.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marsad.schemas.checks.ReportChecks;

/** The fields to which a mapping may lead, and the form of their values. */
enum CsvField {
  TEXT(
      "source.id",
      "source.kind",
      "source.lineage",
      "localId",
      "status",
      "reality",
      "timePrecision",
      "placeText",
      "neighbourhood",
      "governorate",
      "delivery",
      "deliveryBasis",
      "attribution",
      "note"),
  AREA("area"),
  POINT("point", "lat", "lon", "radiusMetres"),
  WHOLE("revision"),
  LIST("targets", "evidence"),
  COUNT(
      "impacts",
      "impacts.low",
      "impacts.best",
      "impacts.high",
      "killed",
      "killed.low",
      "killed.best",
      "killed.high",
      "injured",
      "injured.low",
      "injured.best",
      "injured.high"),
  TIME(
      "occurredFrom",
      "occurredFrom.date",
      "occurredFrom.time",
      "occurredUntil",
      "occurredUntil.date",
      "occurredUntil.time",
      "reportedAt",
      "reportedAt.date",
      "reportedAt.time");

  /** The counts of a report. */
  static final List<String> COUNTS = List.of("impacts", "killed", "injured");

  /** The times of a report. */
  static final List<String> TIMES = List.of("occurredFrom", "occurredUntil", "reportedAt");

  /** Texts that may be cut, and their longest, in characters. */
  static final Map<String, Integer> TEXT_LIMITS =
      Map.of(
          "note",
          ReportChecks.NOTE_LIMIT,
          "attribution",
          ReportChecks.TEXT_LIMIT,
          "placeText",
          ReportChecks.TEXT_LIMIT);

  private static final Map<String, CsvField> BY_NAME = new LinkedHashMap<>();

  static {
    for (var form : values()) {
      form.fields.forEach(field -> BY_NAME.put(field, form));
    }
  }

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<String> fields;

  CsvField(String... fields) {
    this.fields = List.of(fields);
  }

  static boolean exists(String field) {
    return BY_NAME.containsKey(field);
  }

  /** Whether a value of it is a part of a point. */
  static boolean isOfAPoint(String field) {
    return POINT.fields.contains(field);
  }

  static CsvField formOf(String field) {
    var form = BY_NAME.get(field);
    if (form == null) {
      throw new IllegalArgumentException(
          field + ": no such field (expected: one of " + names() + ")");
    }
    return form;
  }

  static List<String> names() {
    return new ArrayList<>(BY_NAME.keySet());
  }
}
