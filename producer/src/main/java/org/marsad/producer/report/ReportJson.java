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

/**
 * Reads one report from JSON, strictly, and names every fault at once. The contract stands in the
 * module's README. Safe for use by many threads.
 */
public final class ReportJson {
  /** Longest note, in characters. */
  public static final int NOTE = 1000;

  /** Longest place as said, and longest attribution, in characters. */
  public static final int PLACE = 300;

  private static final int NAME = 100;
  private static final int LOCAL_ID = 200;
  private static final int EVIDENCE = 500;
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
    report.setPlaceText(fields.text("placeText", PLACE));
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
    report.setMarks(ReportMarks.of(place, impacts, killed, injured));
    report.setTargets(fields.symbols("targets", Target.class));
    report.setAttribution(fields.text("attribution", PLACE));
    report.setNote(fields.text("note", NOTE));
    report.setEvidence(fields.texts("evidence", EVIDENCE));
    report.setMarks(ReportMarks.with(report.getMarks(), derived(fields)));
    var saidReceivedAt = Occurrence.moment(fields, "receivedAt");
    if (saidReceivedAt != null) {
      errors.addAll(context.reception().faultsOf(saidReceivedAt));
    }
    if (occurrence == null || identity == null) {
      return null;
    }
    errors.addAll(ReportChecks.interval(occurrence.from(), occurrence.until()));
    return report
        .setReportId(identity.reportId())
        .setSource(identity.source())
        .setOccurredFrom(occurrence.from())
        .setOccurredUntil(occurrence.until())
        .setTimePrecision(occurrence.precision())
        .setReceivedAt(
            context.reception().receivedAt(saidReceivedAt, reportedAt, occurrence.until()))
        .build();
  }

  private ResolvedPlace place(Fields fields, ReportContext context, List<FieldError> errors) {
    var lat = fields.number("lat");
    var lon = fields.number("lon");
    var radius = fields.number("radiusMetres");
    var faults = ReportChecks.point(lat, lon, radius);
    errors.addAll(faults);
    var point = faults.isEmpty();
    return places.resolve(
        new PlaceQuery(
            fields.text("area", NAME),
            fields.text("neighbourhood", LOCAL_ID),
            fields.text("placeText", PLACE),
            fields.text("governorate", PLACE),
            context.homeArea(),
            point ? lat : null,
            point ? lon : null,
            point ? radius : null));
  }

  /** What a report taken from the log says besides, worked out afresh; gives the marks it had. */
  private static List<String> derived(Fields fields) {
    fields.symbol("placeBasis", PlaceBasis.class);
    return fields.texts("marks", NAME);
  }

  private record Identity(Source source, String reportId) {}

  private static @Nullable Identity identity(Fields fields, ReportContext context) {
    var said = said(fields, context);
    if (said == null) {
      fields.text("localId", LOCAL_ID);
      fields.text("reportId", NAME + LOCAL_ID);
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
    var localId = fields.text("localId", LOCAL_ID);
    var reportId = fields.text("reportId", NAME + LOCAL_ID);
    if (localId == null && reportId == null) {
      if (!fields.has("localId") && !fields.has("reportId")) {
        fields.fail("localId", "text of 1 to " + LOCAL_ID + " characters");
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
