package org.marsad.consumer.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.EXPIRES;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.protectedSite;
import static org.marsad.consumer.fixtures.Alerts.repeat;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.revision;
import static org.marsad.consumer.fixtures.Alerts.surge;
import static org.marsad.consumer.fixtures.Facts.withinReach;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.feeds.cap.CapCheck;
import org.marsad.consumer.fixtures.Areas;
import org.marsad.consumer.text.AlertText;
import org.marsad.message.AlertReference;
import org.marsad.message.Certainty;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.SiteKind;

class FeedsTest {
  private static final String ATOM = "/feeds/crew/atom.xml";
  private static final String GEO_JSON = "/feeds/crew/alerts.geojson";
  private static final String CAP = "/feeds/crew/cap/marsad.strike:s1.1.xml";
  private static final Duration STAYS = Duration.ofDays(2);

  private FeedDesk desk = FeedDesk.reading(false, Readers.of("crew", Role.RESCUE).build());

  @AfterEach
  void close() {
    desk.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/feeds/crew/atom.xml,application/atom+xml",
    "/feeds/crew/alerts.geojson,application/geo+json",
    "/feeds/crew/cap/marsad.strike:s1.1.xml,application/cap+xml"
  })
  void shouldServeWhatConcernsTheReaderInThreeFormats(String path, String type) {
    // Given
    desk.publish(residential().build());
    // When
    var answer = crew(path);
    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).startsWith(type);
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Cache-Control")).contains("private");
    assertThat(answer.body()).contains("marsad.strike:s1.1").contains("al-Fardous");
  }

  @Test
  void shouldKeepToItselfWhatDoesNotConcernTheReader() {
    // Given
    desk.publish(residential().setArea("homs").setNeighbourhoods(List.of()).build());
    // Then
    assertThat(crew(ATOM).body()).doesNotContain("<entry>");
    assertThat(features(crew(GEO_JSON))).isZero();
    assertThat(crew(CAP).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {ATOM, GEO_JSON, CAP, "/feeds/nobody/atom.xml", "/feeds/public/atom.xml"})
  void shouldTellNothingToWhoeverHasNoToken(String path) {
    desk.publish(residential().build());
    for (var header :
        List.of("Bearer wrong", "Bearer ", "Basic ", "Basic !", "x", basic("crew", ""))) {
      var answer = desk.get(path, "Authorization", header);
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).isEqualTo("A token is needed");
      assertThat(header(answer, "WWW-Authenticate")).startsWith("Basic ");
    }
    assertThat(desk.get(path).statusCode()).isEqualTo(401);
  }

  @Test
  void shouldOpenByBearerTokenAndByPassword() {
    var token = Readers.token("crew");
    assertThat(desk.get(ATOM, "Authorization", "bearer " + token).statusCode()).isEqualTo(200);
    assertThat(desk.get(ATOM, "Authorization", basic("any:one", token)).statusCode())
        .isEqualTo(401);
    assertThat(desk.get(ATOM, "Authorization", basic("anyone", token)).statusCode()).isEqualTo(200);
  }

  @Test
  void shouldTakeTheOldTokenAndTheNewWhileTheyAreChanged() {
    // Given
    var rotating = Readers.of("crew", Role.RESCUE).channel(Readers.feed("next", "a new one"));
    // When
    desk.setSubscribers(rotating.build());
    // Then
    assertThat(crew(ATOM).statusCode()).isEqualTo(200);
    assertThat(desk.read(ATOM, "a new one").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldFollowTheSubscribersAsTheyChange() {
    // Given
    desk.publish(residential().build());
    assertThat(crew(ATOM).body()).contains("<entry>");
    // When
    desk.setSubscribers(Readers.of("crew", Role.RESCUE).areas("homs").build());
    // Then
    assertThat(crew(ATOM).body()).doesNotContain("<entry>");
    desk.setSubscribers();
    assertThat(crew(ATOM).statusCode()).isEqualTo(401);
  }

  @Test
  void shouldServeNothingBeforeEverythingWasRead() {
    try (var early = new FeedDesk(true)) {
      var answer = early.get("/feeds/public/atom.xml");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(header(answer, "Retry-After")).isEqualTo("5");
      assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {ATOM, GEO_JSON, CAP})
  void shouldSendNothingToAReaderWhoHasIt(String path) {
    // Given
    desk.publish(residential().build());
    var etag = header(crew(path), "ETag");
    // Then
    for (var known : List.of(etag, "W/" + etag, "\"x\", " + etag, "*")) {
      var answer = crew(path, "If-None-Match", known);
      assertThat(answer.statusCode()).isEqualTo(304);
      assertThat(answer.body()).isEmpty();
      assertThat(header(answer, "ETag")).isEqualTo(etag);
    }
    assertThat(crew(path, "If-None-Match", "\"x\"").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {ATOM, GEO_JSON})
  void shouldSayWhenItLastChanged(String path) {
    // Given
    desk.publish(residential().build());
    var first = crew(path);
    // When it is another time, and something came that does not concern the reader
    desk.setTime(SENT.plusSeconds(90));
    desk.publish(residential().setAlertId("other").setArea("homs").build());
    // Then
    var second = crew(path);
    assertThat(header(second, "ETag")).isEqualTo(header(first, "ETag"));
    assertThat(header(second, "Last-Modified"))
        .isEqualTo(header(first, "Last-Modified"))
        .isEqualTo("Tue, 11 Oct 2016 11:25:00 GMT");
    // When something does
    desk.publish(residential().setAlertId("strike:s9").build());
    // Then
    var third = crew(path);
    assertThat(header(third, "ETag")).isNotEqualTo(header(first, "ETag"));
    assertThat(header(third, "Last-Modified")).isEqualTo("Tue, 11 Oct 2016 11:26:30 GMT");
  }

  @Test
  void shouldShowWhatHasExpiredForTwoDays() {
    // Given
    desk.publish(residential().build());
    // Then
    assertThat(shownAt(EXPIRES.plus(STAYS).minusMillis(1))).isTrue();
    assertThat(shownAt(EXPIRES.plus(STAYS))).isFalse();
  }

  @Test
  void shouldShowWhatIsWithdrawnForTwoDaysWithAllThatItWithdraws() {
    // Given
    var withdrawn = SENT.plusSeconds(600);
    desk.publish(residential().build());
    desk.publish(
        revision(
            residential().setSentAt(withdrawn).setReferences(toFirst()), 2, MessageType.CANCEL));
    // Then
    assertThat(shownAt(withdrawn.plus(STAYS).minusMillis(1))).isTrue();
    assertThat(crew(ATOM).body()).contains("s1.1.xml", "s1.2.xml");
    assertThat(features(crew(GEO_JSON))).isEqualTo(1);
    assertThat(crew(GEO_JSON).body()).contains("\"CANCEL\"").doesNotContain("s1.1");
    assertThat(shownAt(withdrawn.plus(STAYS))).isFalse();
  }

  @Test
  void shouldShowAReplayToNobodyButThoseWhoAskedForHistory() {
    // Given
    var archivist = Readers.of("archive", Role.ARCHIVE).history(true).build();
    desk.setSubscribers(Readers.of("crew", Role.RESCUE).build(), archivist);
    desk.setTime(Instant.parse("2026-01-01T00:00:00Z"));
    // When
    desk.publish(residential().build());
    // Then
    assertThat(crew(ATOM).body()).doesNotContain("<entry>");
    assertThat(desk.read("/feeds/archive/atom.xml", Readers.token("archive")).body())
        .contains("<entry>");
  }

  @Test
  void shouldGoOnShowingAnAlertThatMovesAway() {
    // Given
    var narrow = Readers.of("crew", Role.RESCUE).realities(Set.of(Reality.ACTUAL));
    desk.setSubscribers(narrow.build());
    desk.publish(residential().build());
    // When
    desk.publish(
        revision(
            residential().setReality(Reality.EXERCISE).setReferences(toFirst()),
            2,
            MessageType.UPDATE));
    // Then
    assertThat(crew(GEO_JSON).body()).contains("s1.2").doesNotContain("s1.1");
  }

  @Test
  void shouldNeverEditWhatWasPublished() {
    // Given
    desk.publish(residential().build());
    var before = crew(CAP);
    // When a name is corrected, and an older copy comes again
    desk.publish(Areas.aleppo().setVersion(2).setNeighbourhoods(List.of()).build());
    desk.publish(residential().setSources(9).build());
    desk.setTime(SENT.plusSeconds(60));
    // Then
    assertThat(crew(CAP).body()).isEqualTo(before.body());
    assertThat(header(crew(CAP), "ETag")).isEqualTo(header(before, "ETag"));
    assertThat(header(crew(CAP), "Last-Modified")).isEqualTo(header(before, "Last-Modified"));
    assertThat(header(crew(CAP), "Cache-Control")).contains("immutable");
  }

  @Test
  void shouldNameTheLatestRevisionWhereAllReferencesHaveExpired() {
    // Given
    desk.publish(residential().build());
    desk.publish(revision(residential().setSentAt(EXPIRES.plusSeconds(60)), 2, MessageType.CANCEL));
    desk.setTime(EXPIRES.plusSeconds(90));
    // When
    var cap = crew("/feeds/crew/cap/marsad.strike:s1.2.xml").body();
    // Then
    assertThat(cap)
        .contains("<msgType>Cancel</msgType>")
        .contains("<references>marsad.example.org,marsad.strike:s1.1,2016-10-11T14:25:00+03:00<");
  }

  @Test
  void shouldNotWithdrawWhatNobodyCanHaveSeen() {
    desk.publish(revision(residential(), 2, MessageType.CANCEL));
    assertThat(crew(ATOM).body()).doesNotContain("<entry>");
    assertThat(crew("/feeds/crew/cap/marsad.strike:s1.2.xml").statusCode()).isEqualTo(404);
  }

  @Test
  void shouldAddressAHospitalInPrivateAndShowItsSurgeToNoOther() {
    // Given
    desk.setSubscribers(
        Readers.of("a", Role.HOSPITAL).site("hospital-a").build(),
        Readers.of("b", Role.HOSPITAL).site("hospital-b").build());
    desk.publish(surge().build());
    // When
    var path = "/cap/marsad.hospital:aleppo:hospital-a:2016-10-11.1.xml";
    var own = desk.read("/feeds/a" + path, Readers.token("a"));
    // Then
    assertThat(own.body())
        .contains("<scope>Private</scope><addresses>hospital-a</addresses>")
        .contains("<valueName>surge.within90Minutes.high</valueName><value>23</value>");
    assertThat(desk.read("/feeds/b" + path, Readers.token("b")).statusCode()).isEqualTo(404);
    assertThat(desk.read("/feeds/a" + path, Readers.token("b")).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldHideASiteThatHasBecomeConfidential(boolean isKnownBefore) {
    // Given
    desk.setSubscribers(Readers.of("crew", Role.OPS).build());
    var site = Areas.hospital("hospital-a", 36.19, true);
    var hidden = Areas.aleppo().setVersion(9).setSites(List.of(site)).build();
    // When
    if (isKnownBefore) {
      desk.publish(hidden);
      desk.publish(surge().build());
    } else {
      desk.publish(surge().build());
      assertThat(crew(ATOM).body()).contains("hospital-a");
      desk.publish(hidden);
    }
    // Then
    assertThat(crew(ATOM).body()).doesNotContain("hospital-a");
    assertThat(crew(GEO_JSON).body()).doesNotContain("hospital-a");
  }

  /** What was published is not edited, but for this. */
  @Test
  void shouldTakeASiteOutOfWhatWasPublishedOnceItIsConfidential() {
    // Given
    var hit = withinReach("hospital-a", SiteKind.HOSPITAL, 430.0);
    desk.publish(protectedSite(hit).build());
    desk.publish(revision(protectedSite(hit).setReferences(toFirst()), 2, MessageType.UPDATE));
    assertThat(crew(GEO_JSON).body()).contains("430 m", "hospital-a");
    // When
    var site = Areas.hospital("hospital-a", 36.19, true);
    desk.publish(Areas.aleppo().setVersion(9).setSites(List.of(site)).build());
    // Then
    var cap = "/feeds/crew/cap/marsad.strike:s3.%d.xml";
    for (var path : List.of(ATOM, GEO_JSON, cap.formatted(1), cap.formatted(2))) {
      assertThat(crew(path).statusCode()).isEqualTo(200);
      assertThat(crew(path).body())
          .contains("strike:s3")
          .doesNotContain("430", "hospital-a", "PROTECTED_SITE_STRIKE");
    }
  }

  @Test
  void shouldShowAnybodyWhatThePublicMaySeeOnlyWhereThatIsWanted() {
    // Given
    var hidden = Readers.of("public", Role.OPS).build();
    try (var open = FeedDesk.reading(true, hidden)) {
      open.publish(residential().build());
      open.publish(residential().setAlertId("doubtful").setCertainty(Certainty.POSSIBLE).build());
      open.publish(surge().build());
      // When even a subscriber of that name shows its token
      var atom = open.read("/feeds/public/atom.xml", Readers.token("public"));
      var map = open.get("/feeds/public/alerts.geojson");
      var cap = open.get("/feeds/public/cap/marsad.strike:s1.1.xml");
      // Then
      assertThat(header(map, "Cache-Control")).startsWith("public");
      assertThat(features(map)).isEqualTo(1);
      assertThat(cap.body()).contains("<scope>Public</scope>", "<polygon>");
      assertThat(CapCheck.faults(cap.body().getBytes(UTF_8))).isEmpty();
      for (var answer : List.of(atom, map, cap)) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
            .doesNotContain("37.1508", "bakery", "doubtful", "hospital", "radiusMetres\":1");
      }
    }
  }

  @Test
  void shouldKeepTheCrewsInstructionOutOfThePublicFeed() {
    // Given
    var warning = repeat().build();
    var toDo = AlertText.in(Areas.directory(), Locale.ENGLISH).instruction(warning);
    var path = "/cap/marsad.strike:s2.1.xml";
    try (var open = FeedDesk.reading(true, Readers.of("crew", Role.RESCUE).build())) {
      // When
      open.publish(warning);
      // Then
      assertThat(open.read("/feeds/crew" + path, Readers.token("crew")).body())
          .contains("<instruction>" + toDo + "</instruction>");
      for (var format : List.of("/atom.xml", "/alerts.geojson", path)) {
        var answer = open.get("/feeds/public" + format);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
            .contains("strike:s2")
            .doesNotContain("<instruction>", "\"instruction\"", toDo);
      }
    }
  }

  @Test
  void shouldSkipWhatCannotBeRead() {
    desk.publish(new byte[] {1, 2, 3});
    desk.publish(residential().build());
    assertThat(crew(ATOM).body()).contains("<entry>");
  }

  @Test
  void shouldKnowNoOtherPaths() {
    desk.publish(residential().build());
    for (var path :
        List.of("/feeds/crew/cap/marsad.strike:s1.1", "/feeds/crew/cap/x.xml", "/feeds/crew")) {
      assertThat(crew(path).statusCode()).isEqualTo(404);
    }
  }

  private boolean shownAt(Instant time) {
    desk.setTime(time);
    var inAtom = crew(ATOM).body().contains("<entry>");
    assertThat(features(crew(GEO_JSON)) > 0).isEqualTo(inAtom);
    assertThat(crew(CAP).statusCode()).isEqualTo(inAtom ? 200 : 404);
    return inAtom;
  }

  private HttpResponse<String> crew(String path, String... headers) {
    var all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "Authorization";
    all[1] = "Bearer " + Readers.token("crew");
    return desk.get(path, all);
  }

  private static List<AlertReference> toFirst() {
    return List.of(new AlertReference(1, SENT, true));
  }

  private static int features(HttpResponse<String> map) {
    return map.body().split("\"type\":\"Feature\"", -1).length - 1;
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static String basic(String user, String password) {
    return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
  }
}
