package org.marsad.producer.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.message.DeliveryBasis;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Reality;
import org.marsad.message.ReportStatus;
import org.marsad.message.Source;
import org.marsad.message.SourceKind;
import org.marsad.message.StrikeReport;
import org.marsad.message.Target;
import org.marsad.producer.places.PlaceQuery;
import org.marsad.producer.places.ResolvedPlace;
import org.marsad.schemas.Marks;
import org.marsad.schemas.checks.FieldChecks;
import org.marsad.schemas.checks.ReportChecks;

/**
 * Reads one report from JSON, strictly, and names every fault at once. The contract stands in the
 * module's README. Safe for use by many threads.
 */
public final class ReportJson {
  private static final int NAME = 100;
  private static final int NEIGHBOURHOOD = 200;
  private static final int REPORT_ID = NAME + 1 + ReportChecks.LOCAL_ID_LIMIT;
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Places places;

  public ReportJson(Places places) {
    this.places = places;
  }

  /**
   * Parses JSON as strictly as reports are read: no double names, nothing after the end.
   *
   * @throws JsonProcessingException where it is no JSON
   */
  public static JsonNode parse(String text) throws JsonProcessingException {
    return MAPPER.readTree(text);
  }

  /** Reads a text. */
  public ReportOutcome read(String text, ReportContext context) {
    try {
      return read(parse(text), context);
    } catch (JsonProcessingException e) {
      return new ReportOutcome.Refused(
          List.of(new FieldError("json", text, "one JSON object: " + e.getOriginalMessage())));
    }
  }

  /** Reads a tree. */
  public ReportOutcome read(JsonNode node, ReportContext context) {
    if (!node.isObject()) {
      return new ReportOutcome.Refused(
          List.of(new FieldError("json", node.toString(), "one JSON object")));
    }
    var errors = new ArrayList<FieldError>();
    var fields = new Fields(node, "", errors);
    var report = read(fields, context, errors);
    fields.refuseUnknown();
    return report == null || !errors.isEmpty()
        ? new ReportOutcome.Refused(errors)
        : new ReportOutcome.Accepted(report);
  }

  private @Nullable StrikeReport read(
      Fields fields, ReportContext context, List<FieldError> errors) {
    var identity = identity(fields, context);
    var report = StrikeReport.newBuilder();
    report.setRevision(Objects.requireNonNullElse(fields.whole("revision", 1), 1));
    report.setStatus(or(fields.symbol("status", ReportStatus.class), ReportStatus.REPORTED));
    report.setReality(or(fields.symbol("reality", Reality.class), Reality.ACTUAL));
    var place = place(fields, context, errors);
    report.setPlaceText(fields.text("placeText", ReportChecks.TEXT_LIMIT));
    report.setArea(place.area());
    report.setNeighbourhood(place.neighbourhood());
    report.setPlaceBasis(place.basis());
    report.setLat(place.lat());
    report.setLon(place.lon());
    report.setRadiusMetres(place.radiusMetres());
    var occurrence = Occurrence.read(fields, place.timeZone());
    var reportedAt = Occurrence.moment(fields, "reportedAt");
    report.setReportedAt(reportedAt);
    report.setDelivery(or(fields.symbol("delivery", DeliveryMeans.class), DeliveryMeans.UNKNOWN));
    report.setDeliveryBasis(
        or(fields.symbol("deliveryBasis", DeliveryBasis.class), DeliveryBasis.STATED));
    var impacts = CountField.read(fields, "impacts");
    var killed = CountField.read(fields, "killed");
    var injured = CountField.read(fields, "injured");
    report.setImpacts(impacts);
    report.setKilled(killed);
    report.setInjured(injured);
    report.setTargets(fields.symbols("targets", Target.class));
    report.setAttribution(fields.text("attribution", ReportChecks.TEXT_LIMIT));
    report.setNote(fields.text("note", ReportChecks.NOTE_LIMIT));
    report.setEvidence(fields.texts("evidence", ReportChecks.EVIDENCE_LIMIT));
    fields.symbol("placeBasis", PlaceBasis.class); // of a report from the log: worked out afresh
    var saidMarks = fields.texts("marks", NAME);
    var marks = new TreeSet<String>();
    if (fields.flag("confirmed")) {
      marks.add(Marks.COUNT_CONFIRMED);
    }
    var saidReceivedAt = Occurrence.moment(fields, "receivedAt");
    if (saidReceivedAt != null) {
      errors.addAll(context.reception().faultsOf(saidReceivedAt));
    }
    if (occurrence == null || identity == null) {
      return null;
    }
    var receivedAt = context.reception().receivedAt(saidReceivedAt, reportedAt, occurrence.until());
    var happened = occurrence;
    if (occurrence.isBeyondClocks(receivedAt)) {
      fields.fail(
          "occurredFrom",
          "at most %d hours after %s"
              .formatted(
                  Occurrence.FARTHEST_AHEAD.toHours(), context.reception().words(receivedAt)));
    } else if (occurrence.isAhead(receivedAt)) {
      happened = occurrence.clampedTo(receivedAt);
      marks.add(Marks.CLOCK_AHEAD);
    }
    var read =
        report
            .setReportId(identity.reportId())
            .setSource(identity.source())
            .setOccurredFrom(happened.from())
            .setOccurredUntil(happened.until())
            .setTimePrecision(happened.precision())
            .setReceivedAt(receivedAt)
            .setMarks(ReportMarks.of(saidMarks, marks, place, impacts, killed, injured))
            .build();
    addUnusable(read, errors);
    return read;
  }

  /** What the processor would not use either; a field at fault is named once. */
  private static void addUnusable(StrikeReport report, List<FieldError> errors) {
    var named = errors.stream().map(FieldError::field).collect(Collectors.toSet());
    ReportChecks.faults(report, report.getArea()).stream()
        .filter(fault -> !named.contains(fault.field()))
        .map(FieldError::of)
        .forEach(errors::add);
  }

  private ResolvedPlace place(Fields fields, ReportContext context, List<FieldError> errors) {
    var lat = fields.number("lat");
    var lon = fields.number("lon");
    var radius = fields.number("radiusMetres");
    var faults = FieldChecks.coordinates(lat, lon, radius);
    faults.stream().map(FieldError::of).forEach(errors::add);
    if (radius != null && lat == null && lon == null) {
      fields.fail("radiusMetres", "given with lat and lon only");
    }
    var point = faults.isEmpty() && lat != null;
    return places.resolve(
        new PlaceQuery(
            fields.text("area", NAME),
            fields.text("neighbourhood", NEIGHBOURHOOD),
            fields.text("placeText", ReportChecks.TEXT_LIMIT),
            fields.text("governorate", ReportChecks.TEXT_LIMIT),
            context.homeArea(),
            point ? lat : null,
            point ? lon : null,
            point ? radius : null));
  }

  private record Identity(Source source, String reportId) {}

  private static @Nullable Identity identity(Fields fields, ReportContext context) {
    var said = said(fields, context);
    if (said == null) {
      fields.text("localId", ReportChecks.LOCAL_ID_LIMIT);
      fields.text("reportId", REPORT_ID);
      return null;
    }
    var source = context.source() == null ? pseudonymous(said, context) : said;
    var localId = localId(fields, said, source);
    return localId == null ? null : new Identity(source, source.getId() + ":" + localId);
  }

  private static @Nullable Source said(Fields fields, ReportContext context) {
    if (context.source() != null) {
      if (fields.has("source")) {
        fields.fail("source", "absent: the token says who reports");
      }
      return context.source();
    }
    if (!fields.has("source")) {
      fields.fail("source", "an object {id, kind, lineage}");
    }
    var source = fields.object("source");
    if (source == null) {
      return null;
    }
    var id = source.required("id", NAME);
    if (id != null && id.indexOf(':') >= 0) {
      source.fail("id", "no colon: it parts the source from the local id");
    }
    var kind = or(source.symbol("kind", SourceKind.class), SourceKind.OBSERVER);
    var lineage = source.text("lineage", NAME);
    source.refuseUnknown();
    return id == null ? null : new Source(id, kind, lineage == null ? id : lineage);
  }

  private static Source pseudonymous(Source said, ReportContext context) {
    return new Source(
        context.pseudonym().apply(said.getId()),
        said.getKind(),
        context.pseudonym().apply(said.getLineage()));
  }

  /** The local id, as given or as the rest of a {@code reportId} that begins with the source. */
  private static @Nullable String localId(Fields fields, Source said, Source source) {
    var localId = fields.text("localId", ReportChecks.LOCAL_ID_LIMIT);
    var reportId = fields.text("reportId", REPORT_ID);
    if (localId == null && reportId == null) {
      if (!fields.has("localId") && !fields.has("reportId")) {
        fields.fail("localId", "text of 1 to " + ReportChecks.LOCAL_ID_LIMIT + " characters");
      }
      return null;
    }
    if (reportId == null) {
      return localId;
    }
    for (var id : List.of(said.getId(), source.getId())) {
      var start = id + ":";
      var rest = reportId.startsWith(start) ? reportId.substring(start.length()) : "";
      if (!rest.isBlank() && (localId == null || localId.equals(rest))) {
        return rest;
      }
    }
    fields.fail(
        "reportId", source.getId() + ":" + (localId == null ? "and the local id" : localId));
    return localId;
  }

  private static <T> T or(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }
}
