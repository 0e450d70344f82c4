package org.marsad.producer.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.message.CountRange;
import org.marsad.message.DeliveryBasis;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Reality;
import org.marsad.message.ReportStatus;
import org.marsad.message.Source;
import org.marsad.message.SourceKind;
import org.marsad.message.StrikeReport;
import org.marsad.message.Target;
import org.marsad.message.TimePrecision;
import org.marsad.producer.TestPlaces;
import org.marsad.producer.places.Gazetteer;
import org.marsad.producer.places.PointDoubt;
import org.marsad.producer.places.ResolvedPlace;
import org.marsad.schemas.Marks;
import org.marsad.schemas.MessageJson;

final class ReportJsonTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final ReportContext LIVE = ReportContext.live(CLOCK);

  private final ReportJson json = new ReportJson(TestPlaces::resolve);

  @Test
  void shouldFillInWhatAShortReportLeavesOut() {
    // When
    var report =
        accepted(
            """
            {"source": {"id": "obs"}, "localId": "7", "occurredFrom": "2016-10-11T14:05:00+03:00"}
            """);
    // Then
    assertThat(report.getReportId()).isEqualTo("obs:7");
    assertThat(report.getRevision()).isEqualTo(1);
    assertThat(report.getStatus()).isEqualTo(ReportStatus.REPORTED);
    assertThat(report.getReality()).isEqualTo(Reality.ACTUAL);
    assertThat(report.getSource()).isEqualTo(new Source("obs", SourceKind.OBSERVER, "obs"));
    assertThat(report.getOccurredFrom()).isEqualTo("2016-10-11T11:05:00Z");
    assertThat(report.getOccurredUntil()).isEqualTo(report.getOccurredFrom());
    assertThat(report.getTimePrecision()).isEqualTo(TimePrecision.SECOND);
    assertThat(report.getReceivedAt()).isEqualTo(report.getOccurredUntil());
    assertThat(report.getDelivery()).isEqualTo(DeliveryMeans.UNKNOWN);
    assertThat(report.getDeliveryBasis()).isEqualTo(DeliveryBasis.STATED);
    assertThat(report.getArea()).isEqualTo("unplaced");
    assertThat(report.getPlaceBasis()).isEqualTo(PlaceBasis.NONE);
    assertThat(report.getImpacts()).isNull();
    assertThat(report.getTargets()).isEmpty();
  }

  @Test
  void shouldKeepAllThatAFullReportSays() {
    // When
    var report =
        accepted(
            """
            {"source": {"id": "obs", "kind": "AGENCY", "lineage": "wire"}, "localId": "a:7",
             "reportId": "obs:a:7", "revision": 3, "status": "RETRACTED", "reality": "EXERCISE",
             "occurredFrom": "2016-10-11T14:05+03:00", "occurredUntil": "2016-10-11T14:20+03:00",
             "timePrecision": "HOUR", "reportedAt": "2016-10-11T15:00:00Z",
             "placeText": "Fardous, Aleppo", "lat": 36.187, "lon": 37.15, "radiusMetres": 200,
             "delivery": "HELICOPTER", "deliveryBasis": "INFERRED",
             "impacts": 6, "killed": {"low": 45, "best": 47, "high": 50}, "injured": {"low": 10},
             "targets": ["RESIDENTIAL", "HOSPITAL"], "attribution": "said by a witness",
             "note": "n", "evidence": ["sha256:1"]}
            """);
    // Then
    assertThat(report.getReportId()).isEqualTo("obs:a:7");
    assertThat(report.getSource()).isEqualTo(new Source("obs", SourceKind.AGENCY, "wire"));
    assertThat(report.getRevision()).isEqualTo(3);
    assertThat(report.getStatus()).isEqualTo(ReportStatus.RETRACTED);
    assertThat(report.getReality()).isEqualTo(Reality.EXERCISE);
    assertThat(report.getOccurredUntil()).isEqualTo("2016-10-11T11:20:00Z");
    assertThat(report.getTimePrecision()).isEqualTo(TimePrecision.HOUR);
    assertThat(report.getReceivedAt()).isEqualTo("2016-10-11T15:00:00Z");
    assertThat(report.getNeighbourhood()).isEqualTo("aleppo/al-fardous");
    assertThat(report.getRadiusMetres()).isEqualTo(200);
    assertThat(report.getImpacts()).isEqualTo(new CountRange(6, 6, 6));
    assertThat(report.getKilled()).isEqualTo(new CountRange(45, 47, 50));
    assertThat(report.getInjured()).isEqualTo(new CountRange(10, 10, null));
    assertThat(report.getTargets()).containsExactly(Target.RESIDENTIAL, Target.HOSPITAL);
    assertThat(report.getEvidence()).containsExactly("sha256:1");
  }

  @ParameterizedTest
  @CsvSource({
    "2016-10-12, , 2016-10-11T21:00:00Z, 2016-10-12T21:00:00Z, DAY",
    "2016-10-12, 2016-10-12, 2016-10-11T21:00:00Z, 2016-10-12T21:00:00Z, DAY",
    "2016-10-12, 2016-10-13, 2016-10-11T21:00:00Z, 2016-10-13T21:00:00Z, DAY",
    "2016-10-27, , 2016-10-26T21:00:00Z, 2016-10-27T22:00:00Z, DAY",
    "2016-10-12T14:05Z, , 2016-10-12T14:05:00Z, 2016-10-12T14:05:00Z, MINUTE",
    "2016-10-12T14:05:00Z, , 2016-10-12T14:05:00Z, 2016-10-12T14:05:00Z, SECOND",
    "2016-10-12T14:05:00.250Z, , 2016-10-12T14:05:00.250Z, 2016-10-12T14:05:00.250Z, SECOND",
    "2016-10-12T14:05Z, 2016-10-12T15:00:00Z, 2016-10-12T14:05:00Z, 2016-10-12T15:00:00Z, MINUTE",
    "2016-10-12T14:05Z, 2016-10-12, 2016-10-12T14:05:00Z, 2016-10-12T21:00:00Z, DAY",
  })
  void shouldReadTimesAsTheContractSays(
      String from, String until, Instant begin, Instant end, TimePrecision precision) {
    // When
    var report =
        accepted(with("occurredFrom", from, until == null ? "" : field("occurredUntil", until)));
    // Then
    assertThat(report.getOccurredFrom()).isEqualTo(begin);
    assertThat(report.getOccurredUntil()).isEqualTo(end);
    assertThat(report.getTimePrecision()).isEqualTo(precision);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2016-10-12T14:05:00 | offset",
        "2016-10-12T24:00:00+03:00 | hour 00 to 23",
        "2016-02-30 | exist",
        "2016-10-12T14:61:00Z | exist",
        "12/10/2016 | 2016-10-12",
        "2016-10-12 14:05:00Z | 2016-10-12",
        "1970-01-01 | 1990 or later",
        "1989-12-31T23:59:59Z | 1990 or later",
        "2061-10-12 | at most 24 hours after now, 2026-03-01T10:00:00Z",
        "2026-03-02T10:00:01Z | at most 24 hours after now, 2026-03-01T10:00:00Z",
      })
  void shouldRefuseATimeThatIsNoMoment(String from, String expected) {
    assertThat(refused(with("occurredFrom", from, "")))
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.field()).isEqualTo("occurredFrom");
              assertThat(error.expected()).contains(expected);
            });
  }

  @Test
  void shouldSayAfterWhatATimeLies() {
    // Given
    var reported = "\"reportedAt\": \"2016-10-12T14:05:00Z\"";
    // Then
    assertThat(refused(with("occurredFrom", "2016-10-14", reported)).get(0).expected())
        .isEqualTo("at most 24 hours after it was received, 2016-10-12T14:05:00Z");
    var live = json.read(with("occurredFrom", "2061-10-12", ""), LIVE);
    assertThat(((ReportOutcome.Refused) live).errors().get(0).expected())
        .isEqualTo(
            "at most 24 hours after it was received, 2026-03-01T10:00:00Z by the server's clock");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"impacts\": 0",
        "\"lat\": 90, \"lon\": 180, \"radiusMetres\": 0",
        "\"lat\": -90, \"lon\": -180",
        "\"occurredUntil\": \"2016-10-12T14:05:00Z\"",
        "\"killed\": {\"low\": 9, \"best\": 5, \"high\": 7}",
        "\"revision\": 1000000",
        "\"killed\": 100000",
        "\"killed\": {\"low\": 1, \"high\": 200000}, \"confirmed\": true",
        "\"evidence\": [\"e\", \"e\", \"e\", \"e\", \"e\", \"e\", \"e\", \"e\", \"e\", \"e\","
            + " \"e\", \"e\", \"e\", \"e\", \"e\", \"e\", \"e\", \"e\", \"e\", \"e\"]",
        "\"occurredUntil\": \"2017-10-13T14:05:00Z\"",
        "\"lat\": null, \"note\": null",
        "\"placeBasis\": \"POINT\", \"marks\": [\"POINT_OUTSIDE_PLACE\"]",
        "\"timePrecision\": \"YEAR\"",
      })
  void shouldAcceptTheInnerSideOfEachEdge(String more) {
    assertThat(accepted(with("occurredFrom", "2016-10-12T14:05:00Z", more))).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"impacts\": -1 | impacts",
        "\"impacts\": 1.5 | impacts",
        "\"impacts\": \"6\" | impacts",
        "\"impacts\": {} | impacts.low",
        "\"impacts\": {\"best\": 3} | impacts.low",
        "\"impacts\": {\"low\": 1, \"most\": 3} | impacts.most",
        "\"impacts\": {\"low\": 1, \"high\": -3} | impacts.high",
        "\"lat\": 90.001, \"lon\": 0 | lat",
        "\"lat\": 0, \"lon\": -180.001 | lon",
        "\"lat\": 36 | lon",
        "\"lon\": 36 | lat",
        "\"lat\": \"36\", \"lon\": 37 | lat",
        "\"radiusMetres\": 50 | radiusMetres",
        "\"lat\": 1, \"lon\": 1, \"radiusMetres\": -1 | radiusMetres",
        "\"occurredUntil\": \"2016-10-12T14:04:59Z\" | occurredUntil",
        "\"revision\": 0 | revision",
        "\"revision\": 1000001 | revision",
        "\"killed\": 100001 | killed",
        "\"injured\": {\"low\": 1, \"best\": 100001, \"high\": 3} | injured",
        "\"impacts\": {\"low\": 1, \"high\": 100001}, \"confirmed\": false | impacts",
        "\"confirmed\": \"yes\" | confirmed",
        "\"evidence\": [\"e\", \"e\", \"e\", \"e\", \"e\", \"e\", \"e\", \"e\", \"e\", \"e\","
            + " \"e\", \"e\", \"e\", \"e\", \"e\", \"e\", \"e\", \"e\", \"e\", \"e\", \"e\"] |"
            + " evidence",
        "\"area\": \"No Slug\" | area",
        "\"occurredUntil\": \"2017-10-13T14:05:01Z\" | occurredUntil",
        "\"status\": \"reported\" | status",
        "\"targets\": \"HOSPITAL\" | targets",
        "\"targets\": [\"HOUSE\"] | targets",
        "\"evidence\": [1] | evidence",
        "\"note\": \"\" | note",
        "\"casualties\": 5 | casualties",
        "\"reportId\": \"other:7\" | reportId",
        "\"reportedAt\": \"2016-10-12\" | reportedAt",
        "\"marks\": 1 | marks",
      })
  void shouldRefuseTheOuterSideOfEachEdge(String more, String field) {
    assertThat(refused(with("occurredFrom", "2016-10-12T14:05:00Z", more)))
        .extracting(FieldError::field)
        .contains(field);
  }

  @Test
  void shouldRefuseAFinerPrecisionThanADate() {
    assertThat(refused(with("occurredFrom", "2016-10-12", field("timePrecision", "HOUR"))))
        .extracting(FieldError::toString)
        .containsExactly("timePrecision: HOUR (expected: DAY or coarser where a date is given)");
  }

  @Test
  void shouldLimitTexts() {
    var fits = with("occurredFrom", "2016-10-12", field("note", "x".repeat(1000)));
    var longer = with("occurredFrom", "2016-10-12", field("note", "x".repeat(1001)));
    assertThat(accepted(fits).getNote()).hasSize(1000);
    assertThat(refused(longer)).extracting(FieldError::field).containsExactly("note");
    var place = with("occurredFrom", "2016-10-12", field("placeText", "x".repeat(301)));
    assertThat(refused(place)).extracting(FieldError::field).contains("placeText");
  }

  @Test
  void shouldNameEveryFaultAtOnce() {
    // When
    var errors =
        refused(
            """
            {"source": {"id": "a:b", "kind": "PERSON", "nickname": "x"}, "revision": 0,
             "occurredFrom": "2016-10-12T14:05", "lat": 95, "lon": 37, "killed": -3,
             "delivery": "PLANE", "colour": "red"}
            """);
    // Then
    assertThat(errors)
        .extracting(FieldError::field, FieldError::value)
        .containsExactlyInAnyOrder(
            tuple("source.id", "a:b"),
            tuple("source.kind", "PERSON"),
            tuple("source.nickname", "x"),
            tuple("localId", "absent"),
            tuple("revision", "0"),
            tuple("lat", "95.0"),
            tuple("occurredFrom", "2016-10-12T14:05"),
            tuple("delivery", "PLANE"),
            tuple("killed", "-3"),
            tuple("colour", "red"));
  }

  @Test
  void shouldDemandASourceAndATime() {
    assertThat(refused("{}"))
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder("source", "occurredFrom");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "7", "{", "{\"note\": \"a\", \"note\": \"b\"}", "{} {}"})
  void shouldRefuseWhatIsNoSingleObject(String text) {
    assertThat(refused(text)).extracting(FieldError::field).containsExactly("json");
  }

  @Test
  void shouldSetReceivedAtFromTheClockWhenTakenInNow() {
    var text = with("occurredFrom", "2016-10-12T14:05:00Z", "");
    assertThat(accepted(text, LIVE).getReceivedAt()).isEqualTo(NOW);
  }

  @Test
  void shouldRefuseAReceivedAtWhenTakenInNowAndHonourItInARecording() {
    // Given
    var text =
        with("occurredFrom", "2016-10-12T14:05:00Z", field("receivedAt", "2016-10-12T16:00:00Z"));
    // Then
    assertThat(((ReportOutcome.Refused) json.read(text, LIVE)).errors())
        .extracting(FieldError::field)
        .containsExactly("receivedAt");
    assertThat(accepted(text).getReceivedAt()).isEqualTo("2016-10-12T16:00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-01 | `` | 2026-03-01T10:00:00Z",
        "2026-02-28 | `` | 2026-02-28T21:00:00Z",
        "2026-03-01T09:59:59Z | `` | 2026-03-01T09:59:59Z",
        "2026-02-28 | `\"reportedAt\": \"2026-03-01T10:00:00Z\"` | 2026-03-01T10:00:00Z",
        "2026-02-28 | `\"reportedAt\": \"2026-03-01T10:00:01Z\"` | 2026-03-01T10:00:00Z",
        "2026-02-28 | `\"receivedAt\": \"2608-02-28T12:00:00Z\"` | 2026-03-01T10:00:00Z",
      },
      quoteCharacter = '`')
  void shouldNotCountARecordedReportAsReceivedLaterThanNow(
      String from, String more, Instant receivedAt) {
    assertThat(accepted(with("occurredFrom", from, more)).getReceivedAt()).isEqualTo(receivedAt);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T10:01:00Z, 2026-03-01T10:01:00Z, 2026-03-01T10:01:00Z, false",
    "2026-03-01T10:01:01Z, 2026-03-01T10:30:00Z, 2026-03-01T10:00:00Z, true",
    "2026-03-01T10:12:00Z, 2026-03-01T10:12:00Z, 2026-03-01T10:00:00Z, true",
    "2026-03-02T10:00:00Z, 2026-03-02T10:00:00Z, 2026-03-01T10:00:00Z, true",
    "2026-03-02, 2026-03-02, 2026-03-01T10:00:00Z, true",
  })
  void shouldPutAClockRightThatRunsAheadAndSaySo(
      String from, String until, Instant happened, boolean marked) {
    // When
    var report = accepted(with("occurredFrom", from, field("occurredUntil", until)), LIVE);
    // Then
    assertThat(report.getOccurredFrom()).isEqualTo(happened);
    assertThat(report.getOccurredUntil()).isEqualTo(happened);
    assertThat(report.getMarks()).isEqualTo(marked ? List.of(Marks.CLOCK_AHEAD) : List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-01T10:10:00Z", "2061-03-01T10:12:00Z"})
  void shouldNotHideAnImpossibleIntervalBehindAClockThatRunsAhead(String until) {
    var text = with("occurredFrom", "2026-03-01T10:12:00Z", field("occurredUntil", until));
    assertThat(((ReportOutcome.Refused) json.read(text, LIVE)).errors())
        .extracting(FieldError::field)
        .containsExactly("occurredUntil");
  }

  @Test
  void shouldKeepTheMarksThatAReportFromTheLogDoesNotShowAnyMore() {
    // Given
    var ahead =
        with("occurredFrom", "2026-03-01T10:12Z", "\"killed\": 200000, \"confirmed\": true");
    var report = accepted(ahead);
    // When
    var again = accepted(MessageJson.line(report));
    // Then
    assertThat(again).isEqualTo(report);
    assertThat(again.getMarks()).containsExactly(Marks.CLOCK_AHEAD, Marks.COUNT_CONFIRMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\nb", "a\\u200fb", "\\ud800", "a\\u2028", "   "})
  void shouldRefuseALocalIdThatCannotBePrinted(String localId) {
    var text = with("occurredFrom", "2016-10-12", "").replace("\"7\"", "\"" + localId + "\"");
    assertThat(refused(text)).extracting(FieldError::field).containsExactly("localId");
  }

  @Test
  void shouldTakeALocalIdOf100CharactersAndNoLonger() {
    var text = with("occurredFrom", "2016-10-12", "");
    var longest = "ح".repeat(100);
    assertThat(accepted(text.replace("\"7\"", "\"" + longest + "\"")).getReportId())
        .isEqualTo("obs:" + longest);
    assertThat(refused(text.replace("\"7\"", "\"" + longest + "x\"")))
        .extracting(FieldError::field)
        .containsExactly("localId");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"killed\": {\"low\": 9, \"best\": 5, \"high\": 7} | KILLED_OUT_OF_ORDER",
        "\"killed\": {\"low\": 9, \"high\": 7} | KILLED_OUT_OF_ORDER",
        "\"injured\": {\"low\": 9, \"best\": 8} | INJURED_OUT_OF_ORDER",
        "\"impacts\": {\"low\": 1, \"best\": 3, \"high\": 2} | IMPACTS_OUT_OF_ORDER",
      })
  void shouldMarkARangeOutOfOrder(String more, String mark) {
    assertThat(accepted(with("occurredFrom", "2016-10-12T14:05:00Z", more)).getMarks())
        .containsExactly(mark);
  }

  @Test
  void shouldKeepARangeOutOfOrderAsSaid() {
    var report =
        accepted(with("occurredFrom", "2016-10-12", "\"killed\": {\"low\": 9, \"best\": 5}"));
    assertThat(report.getKilled()).isEqualTo(new CountRange(9, 5, null));
  }

  @Test
  void shouldMarkNothingWhereNothingIsDoubtful() {
    var more = "\"killed\": {\"low\": 5, \"best\": 5, \"high\": 5}, \"impacts\": 0";
    assertThat(accepted(with("occurredFrom", "2016-10-12", more)).getMarks()).isEmpty();
  }

  @Test
  void shouldSortTheMarksOfAPointOutsideItsPlaceAmongTheOthers() {
    // Given
    var outside =
        new ReportJson(
            query ->
                new ResolvedPlace(
                    "aleppo",
                    null,
                    PlaceBasis.NAME,
                    ZoneOffset.UTC,
                    null,
                    null,
                    null,
                    PointDoubt.OUTSIDE_PLACE));
    var mixedUp = "{\"low\": 2, \"best\": 1}";
    var text =
        with(
            "occurredFrom",
            "2016-10-12",
            "\"killed\": %s, \"impacts\": %s".formatted(mixedUp, mixedUp));
    // When
    var report = ((ReportOutcome.Accepted) outside.read(text, LIVE)).report();
    // Then
    assertThat(report.getMarks())
        .containsExactly(
            Marks.IMPACTS_OUT_OF_ORDER, Marks.KILLED_OUT_OF_ORDER, Marks.POINT_OUTSIDE_PLACE);
  }

  @ParameterizedTest
  @CsvSource({
    "36.187, 37.151, ",
    "36.215, 37.130, POINT_OUTSIDE_PLACE",
    "35.566, 39.917, POINT_FAR_FROM_PLACE",
    "37.151, 36.187, SWAPPED",
    "0, 0, NO_FIX",
  })
  void shouldMarkWhatIsDoubtfulAboutAPoint(double lat, double lon, @Nullable String mark) {
    // Given
    var real = new ReportJson(Gazetteer.bundled()::resolve);
    var point = "\"placeText\": \"Aleppo, Fardous\", \"lat\": %s, \"lon\": %s".formatted(lat, lon);
    // When
    var outcome = real.read(with("occurredFrom", "2016-10-12", point), LIVE);
    // Then
    var report = ((ReportOutcome.Accepted) outcome).report();
    assertThat(report.getNeighbourhood()).isEqualTo("aleppo/al-fardous");
    assertThat(report.getMarks()).isEqualTo(mark == null ? List.of() : List.of(mark));
    assertThat(report.getLat()).isEqualTo("NO_FIX".equals(mark) ? null : lat);
  }

  @Test
  void shouldWorkOutTheMarksOfAReportFromTheLogAfresh() {
    var report =
        accepted(with("occurredFrom", "2016-10-12", "\"marks\": [\"SAME_REVISION_TWICE\"]"));
    assertThat(report.getMarks()).isEmpty();
  }

  @Test
  void shouldTakeAShelterForATarget() {
    var report = accepted(with("occurredFrom", "2016-10-12", "\"targets\": [\"SHELTER\"]"));
    assertThat(report.getTargets()).containsExactly(Target.SHELTER);
  }

  @Test
  void shouldReadBackAReportTakenFromTheLog() {
    // Given
    var report =
        accepted(
            with(
                "occurredFrom",
                "2016-10-12",
                "\"killed\": {\"low\": 3, \"best\": 2}, \"impacts\": 2"));
    // When
    var again = accepted(MessageJson.line(report));
    // Then: a moment now, where a date was said, but the same precision
    assertThat(again).isEqualTo(report);
  }

  @Test
  void shouldTakeTheSourceFromTheDoorAndNotFromTheText() {
    // Given
    var door =
        new ReportContext(
            new Source("src-1", SourceKind.SENSOR, "src-1"),
            name -> name,
            "aleppo",
            new Reception.Recorded(CLOCK));
    // When
    var report = accepted("{\"localId\": \"1\", \"occurredFrom\": \"2016-10-12T14:05:00Z\"}", door);
    var outcome = json.read(with("occurredFrom", "2016-10-12T14:05:00Z", ""), door);
    // Then
    assertThat(report.getReportId()).isEqualTo("src-1:1");
    assertThat(report.getArea()).isEqualTo("aleppo");
    assertThat(((ReportOutcome.Refused) outcome).errors())
        .extracting(FieldError::field)
        .containsExactly("source");
  }

  @Test
  void shouldPutPseudonymsForTheTextsSourceAndLineage() {
    // Given
    var door = new ReportContext(null, name -> "p-" + name, null, new Reception.Recorded(CLOCK));
    // When
    var report = accepted(with("occurredFrom", "2016-10-12T14:05:00Z", ""), door);
    // Then
    assertThat(report.getReportId()).isEqualTo("p-obs:7");
    assertThat(report.getSource()).isEqualTo(new Source("p-obs", SourceKind.OBSERVER, "p-obs"));
  }

  private static String with(String field, String value, String more) {
    return """
    {"source": {"id": "obs"}, "localId": "7", %s %s %s %s}
    """
        .formatted(
            more.contains("\"area\"") ? "" : field("area", "aleppo") + ",",
            field(field, value),
            more.isEmpty() ? "" : ",",
            more);
  }

  private static String field(String name, String value) {
    return "\"%s\": \"%s\"".formatted(name, value);
  }

  private StrikeReport accepted(String text) {
    return accepted(text, ReportContext.recorded(CLOCK));
  }

  private StrikeReport accepted(String text, ReportContext context) {
    var outcome = json.read(text, context);
    assertThat(outcome).as("%s", outcome).isInstanceOf(ReportOutcome.Accepted.class);
    return ((ReportOutcome.Accepted) outcome).report();
  }

  private List<FieldError> refused(String text) {
    var outcome = json.read(text, ReportContext.recorded(CLOCK));
    assertThat(outcome).as("%s", outcome).isInstanceOf(ReportOutcome.Refused.class);
    return ((ReportOutcome.Refused) outcome).errors();
  }
}
