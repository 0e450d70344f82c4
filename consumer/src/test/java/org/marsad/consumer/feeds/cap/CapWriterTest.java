package org.marsad.consumer.feeds.cap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.at;
import static org.marsad.consumer.fixtures.Alerts.cancel;
import static org.marsad.consumer.fixtures.Alerts.channelTest;
import static org.marsad.consumer.fixtures.Alerts.day;
import static org.marsad.consumer.fixtures.Alerts.heaviest;
import static org.marsad.consumer.fixtures.Alerts.nowhereToGo;
import static org.marsad.consumer.fixtures.Alerts.protectedSite;
import static org.marsad.consumer.fixtures.Alerts.repeat;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.silentSource;
import static org.marsad.consumer.fixtures.Alerts.surge;
import static org.marsad.consumer.fixtures.Alerts.system;
import static org.marsad.consumer.fixtures.Alerts.unplaced;
import static org.marsad.consumer.fixtures.Alerts.wave;
import static org.marsad.consumer.fixtures.Alerts.with;
import static org.marsad.consumer.fixtures.Facts.byReport;
import static org.marsad.consumer.fixtures.Facts.record;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.audience.Audience;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.fixtures.Areas;
import org.marsad.consumer.fixtures.Facts;
import org.marsad.consumer.text.AlertText;
import org.marsad.message.Alert;
import org.marsad.message.AlertReference;
import org.marsad.message.AreaKind;
import org.marsad.message.CancelReason;
import org.marsad.message.Certainty;
import org.marsad.message.Change;
import org.marsad.message.CountRange;
import org.marsad.message.Finding;
import org.marsad.message.MessageType;
import org.marsad.message.Place;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Reality;
import org.marsad.message.ReasonNumber;
import org.marsad.message.ResidentialBasis;
import org.marsad.message.Scope;
import org.marsad.message.Severity;
import org.marsad.message.SiteBasis;
import org.marsad.message.SiteHit;
import org.marsad.message.SiteKind;
import org.marsad.message.TimePrecision;
import org.marsad.message.Urgency;

class CapWriterTest {
  private static final List<AlertReference> EARLIER =
      List.of(new AlertReference(1, at("14:25"), true), new AlertReference(2, at("14:31"), false));

  @Test
  void shouldSayWhoSaysWhatAboutWhatAndWhen() {
    // When
    var cap = cap(residential(), Role.RESCUE);
    // Then
    assertThat(cap.one("identifier")).isEqualTo("marsad.strike:s1.1");
    assertThat(cap.one("sender")).isEqualTo("marsad.example.org");
    assertThat(cap.one("sent")).isEqualTo("2016-10-11T14:25:00+03:00");
    assertThat(cap.all("info/language")).containsExactly("ar-SY", "en");
    assertThat(cap.one("info/effective")).isEqualTo("2016-10-11T14:25:00+03:00");
    assertThat(cap.one("info/onset")).isEqualTo("2016-10-11T14:21:00+03:00");
    assertThat(cap.one("info/expires")).isEqualTo("2016-10-12T14:21:00+03:00");
    assertThat(cap.all("info/senderName")).containsExactly("مرصد", "Marsad");
    assertThat(cap.value("info/eventCode", "marsad.finding")).isEqualTo("CASUALTIES");
    assertThat(cap.all("info/headline").get(1)).contains("al-Fardous", "45 killed (40–50)");
    assertThat(cap.all("note")).isEmpty();
    assertThat(cap.all("references")).isEmpty();
  }

  @Test
  void shouldTellOperationsOfDoubtsAndNobodyElse() {
    var doubted = residential().setMarks(List.of("CLOCK_AHEAD", "POINT_FAR_FROM_PLACE"));
    assertThat(cap(doubted, Role.OPS).value("info/parameter", "marks"))
        .isEqualTo("CLOCK_AHEAD POINT_FAR_FROM_PLACE");
    assertThat(cap(doubted, Role.RESCUE).all("info/parameter/valueName")).doesNotContain("marks");
    assertThat(cap(doubted, Role.PUBLIC).all("info/parameter/valueName")).doesNotContain("marks");
  }

  @ParameterizedTest
  @CsvSource({"ACTUAL,Actual", "EXERCISE,Exercise", "TEST,Test"})
  void shouldTellReality(Reality reality, String status) {
    var cap = cap(residential().setReality(reality), Role.OPS);
    assertThat(cap.one("status")).isEqualTo(status);
    assertThat(cap.all("note")).hasSize(reality == Reality.ACTUAL ? 0 : 1);
  }

  @ParameterizedTest
  @CsvSource({"ALERT,Alert", "UPDATE,Update", "CANCEL,Cancel"})
  void shouldTellTheMessageType(MessageType type, String expected) {
    // When
    var cap = cap(revision(3, type), Role.OPS, EARLIER);
    // Then
    assertThat(cap.one("msgType")).isEqualTo(expected);
    assertThat(cap.one("identifier")).isEqualTo("marsad.strike:s1.3");
  }

  @ParameterizedTest
  @EnumSource(
      value = MessageType.class,
      names = {"UPDATE", "CANCEL"})
  void shouldReferToAllEarlierMessages(MessageType type) {
    var cap = cap(revision(3, type), Role.OPS, EARLIER);
    assertThat(cap.one("references"))
        .isEqualTo(
            "marsad.example.org,marsad.strike:s1.1,2016-10-11T14:25:00+03:00"
                + " marsad.example.org,marsad.strike:s1.2,2016-10-11T14:31:00+03:00");
  }

  @Test
  void shouldCallAnUpdateThatCanReferToNothingAnAlert() {
    assertThat(cap(revision(3, MessageType.UPDATE), Role.OPS).one("msgType")).isEqualTo("Alert");
  }

  @Test
  void shouldSayInWordsWhyAnAlertIsTakenBackAndNeverThatAllIsClear() {
    // When
    var cap = cap(cancel(residential(), CancelReason.WITHDRAWN), Role.RESCUE, EARLIER);
    // Then
    assertThat(cap.one("note"))
        .contains("WITHDRAWN: all reports of this strike were taken back. This is no all clear.")
        .contains("سُحبت كل البلاغات عن هذه الضربة");
    assertThat(cap.value("info/parameter", "reason")).isEqualTo("WITHDRAWN");
    assertThat(cap.one("info/responseType")).isEqualTo("None");
    assertThat(cap(cancel(heaviest(), CancelReason.CORRECTED), Role.OPS, EARLIER).one("note"))
        .contains("CORRECTED: the strikes stand; Tuesday 11 Oct was not the heaviest day.");
  }

  @ParameterizedTest
  @CsvSource({
    "RESCUE,Restricted",
    "HOSPITAL,Restricted",
    "OPS,Restricted",
    "ARCHIVE,Restricted",
    "PUBLIC,Public"
  })
  void shouldRestrictTheScopeByAudience(Role role, String scope) {
    // When
    var cap = cap(residential(), role);
    // Then
    assertThat(cap.one("scope")).isEqualTo(scope);
    assertThat(cap.all("restriction")).hasSize(role == Role.PUBLIC ? 0 : 1);
    assertThat(cap.all("addresses")).isEmpty();
  }

  @Test
  void shouldBePrivateForTheHospitalThatItIsAddressedTo() {
    // When
    var own = ParsedCap.of(write(surge().build(), new Audience(Role.HOSPITAL, "hospital-a")));
    var operations = cap(surge(), Role.OPS);
    // Then
    assertThat(own.one("scope")).isEqualTo("Private");
    assertThat(own.one("addresses")).isEqualTo("hospital-a");
    assertThat(own.all("restriction")).isEmpty();
    assertThat(operations.one("scope")).isEqualTo("Restricted");
    assertThat(operations.all("addresses")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void shouldAddHealthToTheCategoriesForHospitals(Role role) {
    var categories = cap(residential(), role).all("info/category");
    assertThat(categories.subList(0, categories.size() / 2))
        .isEqualTo(
            role == Role.HOSPITAL
                ? List.of("Security", "Rescue", "Health")
                : List.of("Security", "Rescue"));
  }

  @ParameterizedTest
  @CsvSource({"RESCUE,Assess", "HOSPITAL,Prepare", "OPS,Monitor", "PUBLIC,Monitor", "ARCHIVE,None"})
  void shouldAskForWhatTheAudienceCanDo(Role role, String response) {
    assertThat(cap(residential().setDangerUntil(null), role).one("info/responseType"))
        .isEqualTo(response);
  }

  @ParameterizedTest
  @CsvSource({"RESCUE,true", "HOSPITAL,true", "OPS,true", "PUBLIC,false", "ARCHIVE,false"})
  void shouldTellWhatToDoOnlyThoseWhoAct(Role role, boolean told) {
    // Given
    var warning = repeat().build();
    var instructions =
        Cap.LANGUAGES.stream()
            .map(language -> AlertText.in(Areas.directory(), language).instruction(warning))
            .toList();
    // When
    var document = write(warning, new Audience(role, null));
    // Then
    assertThat(instructions).doesNotContain("");
    assertThat(ParsedCap.of(document).all("info/instruction"))
        .isEqualTo(told ? instructions : List.of());
    for (var instruction : instructions) {
      assertThat(new String(document, UTF_8).contains(instruction)).isEqualTo(told);
    }
  }

  @Test
  void shouldAskToAvoidTheSpotWhileItIsDangerous() {
    // Given
    var sent = at("14:25");
    // Then
    assertThat(cap(residential().setDangerUntil(sent.plusSeconds(1)), Role.RESCUE))
        .satisfies(
            cap ->
                assertThat(cap.all("info/responseType"))
                    .containsExactly("Avoid", "Assess", "Avoid", "Assess"))
        .satisfies(
            cap ->
                assertThat(cap.value("info/parameter", "dangerUntil"))
                    .isEqualTo("2016-10-11T14:25:01+03:00"));
    assertThat(cap(residential().setDangerUntil(sent), Role.RESCUE).one("info/responseType"))
        .isEqualTo("Assess");
  }

  @ParameterizedTest
  @CsvSource({
    "IMMEDIATE,Immediate",
    "EXPECTED,Expected",
    "FUTURE,Future",
    "PAST,Past",
    "UNKNOWN,Unknown"
  })
  void shouldTellUrgency(Urgency urgency, String expected) {
    assertThat(cap(residential().setUrgency(urgency), Role.OPS).one("info/urgency"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "EXTREME,Extreme",
    "SEVERE,Severe",
    "MODERATE,Moderate",
    "MINOR,Minor",
    "UNKNOWN,Unknown"
  })
  void shouldTellSeverity(Severity severity, String expected) {
    assertThat(cap(residential().setSeverity(severity), Role.OPS).one("info/severity"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"OBSERVED,Observed", "LIKELY,Likely", "POSSIBLE,Possible", "UNKNOWN,Unknown"})
  void shouldTellCertainty(Certainty certainty, String expected) {
    assertThat(cap(residential().setCertainty(certainty), Role.OPS).one("info/certainty"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(TimePrecision.class)
  void shouldTellTheOnsetOnlyWhereItIsFinerThanADay(TimePrecision precision) {
    var cap = cap(residential().setOnsetPrecision(precision), Role.OPS);
    assertThat(cap.all("info/onset")).hasSize(precision.compareTo(TimePrecision.DAY) < 0 ? 2 : 0);
    assertThat(cap.value("info/parameter", "onset.precision")).isEqualTo(precision.name());
  }

  @Test
  void shouldLeaveOutAnExpiryThatIsNotAfterTheMessage() {
    assertThat(cap(residential().setExpiresAt(SENT), Role.OPS).all("info/expires")).isEmpty();
    assertThat(cap(residential().setExpiresAt(SENT.plusMillis(900)), Role.OPS).all("info/expires"))
        .isEmpty();
    assertThat(cap(residential().setExpiresAt(SENT.plusSeconds(1)), Role.OPS).all("info/expires"))
        .hasSize(2);
  }

  @Test
  void shouldCarryTheFactsAsParameters() {
    // When
    var update =
        residential()
            .setInjured(new CountRange(3, 3, null))
            .setChanges(List.of(Change.KILLED_ROSE, Change.MASS));
    var cap = cap(update, Role.OPS);
    // Then
    assertThat(cap.value("info/parameter", "subject")).isEqualTo("STRIKE");
    assertThat(cap.value("info/parameter", "findings")).isEqualTo("CASUALTIES RESIDENTIAL_STRIKE");
    assertThat(cap.value("info/parameter", "interrupts")).isEqualTo("true");
    assertThat(cap.value("info/parameter", "changes")).isEqualTo("KILLED_ROSE MASS");
    assertThat(cap.value("info/parameter", "CASUALTIES.mass")).isEqualTo("true");
    assertThat(cap.value("info/parameter", "CASUALTIES.killed")).isEqualTo("45");
    assertThat(cap.value("info/parameter", "RESIDENTIAL_STRIKE.certainty")).isEqualTo("LIKELY");
    assertThat(cap.value("info/parameter", "residential.basis")).isEqualTo("MAP");
    assertThat(cap.value("info/parameter", "sources.independent")).isEqualTo("1");
    assertThat(cap.value("info/parameter", "place.radiusMetres")).isEqualTo("150");
    assertThat(cap.value("info/parameter", "dangerUntil")).isEqualTo("2016-10-11T15:21:00+03:00");
    assertThat(cap.value("info/parameter", "killed.low")).isEqualTo("40");
    assertThat(cap.value("info/parameter", "killed.best")).isEqualTo("45");
    assertThat(cap.value("info/parameter", "killed.high")).isEqualTo("50");
    assertThat(cap.value("info/parameter", "injured.low")).isEqualTo("3");
    assertThat(cap.all("info/parameter/valueName")).doesNotContain("injured.high", "reason");
  }

  @Test
  void shouldNameOneEventAndTheOtherFindingsAsParameters() {
    var cap = cap(with(repeat(), residentialByMap()), Role.RESCUE);
    assertThat(cap.all("info/event"))
        .containsExactly("ضربة ثانية على الموقع نفسه", "SECOND STRIKE");
    assertThat(cap.value("info/eventCode", "marsad.finding")).isEqualTo("REPEAT_STRIKE");
    assertThat(cap.value("info/parameter", "findings"))
        .isEqualTo("REPEAT_STRIKE CASUALTIES RESIDENTIAL_STRIKE");
    assertThat(cap.value("info/parameter", "repeat.distanceMetres")).isEqualTo("337.2");
    assertThat(cap.value("info/parameter", "CASUALTIES.unknown")).isEqualTo("true");
  }

  @Test
  void shouldCarryEveryRecord() {
    var longer = record().setScope(Scope.NEIGHBOURHOOD).setLikelyDays(60).setAtLeast(true);
    var cap = cap(day(record().setLongestSilenceDays(9).build(), longer.build()), Role.OPS);
    assertThat(cap.value("info/parameter", "records")).isEqualTo("2");
    assertThat(cap.value("info/parameter", "record.1.likelyDays")).isEqualTo("26");
    assertThat(cap.value("info/parameter", "record.1.certainDays")).isEqualTo("26");
    assertThat(cap.value("info/parameter", "record.1.possibleDays")).isEqualTo("26");
    assertThat(cap.value("info/parameter", "record.1.value.high")).isEqualTo("74");
    assertThat(cap.value("info/parameter", "record.1.day")).isEqualTo("2016-10-11");
    assertThat(cap.value("info/parameter", "record.1.watchedSince")).isEqualTo("2016-09-15");
    assertThat(cap.value("info/parameter", "record.1.longestSilenceDays")).isEqualTo("9");
    assertThat(cap.value("info/parameter", "record.2.scope")).isEqualTo("NEIGHBOURHOOD");
    assertThat(cap.value("info/parameter", "record.2.atLeast")).isEqualTo("true");
  }

  @Test
  void shouldDrawTheCircleOfThePointForThoseWhoGoThere() {
    // When
    var cap = cap(residential(), Role.RESCUE);
    // Then
    assertThat(cap.one("info/area/circle")).isEqualTo("36.187,37.1508 0.15");
    assertThat(cap.all("info/area/areaDesc")).containsExactly("الفردوس، حلب", "al-Fardous, Aleppo");
    assertThat(cap.value("info/area/geocode", "marsad.area")).isEqualTo("aleppo/al-fardous");
  }

  @ParameterizedTest
  @CsvSource({"150.2,0.151", "0,0.05", "12000,12", ",1"})
  void shouldRatherDrawACircleTooWide(@Nullable Double metres, String kilometres) {
    var place = new Place(36.187, 37.1508, metres, PlaceBasis.POINT, null);
    assertThat(cap(residential().setPlace(place), Role.OPS).one("info/area/circle"))
        .endsWith(" " + kilometres);
  }

  @Test
  void shouldShowThePublicTheNeighbourhoodOnly() {
    // When
    var alert = residential().build();
    var text = new String(write(alert, new Audience(Role.PUBLIC, null)), UTF_8);
    // Then
    assertThat(ParsedCap.of(write(alert, new Audience(Role.PUBLIC, null))).one("info/area/polygon"))
        .isEqualTo("36.182,37.145 36.182,37.156 36.192,37.156 36.192,37.145 36.182,37.145");
    assertThat(text).doesNotContain("36.187", "37.1508", "bakery", "0.15");
  }

  @Test
  void shouldDrawEachNeighbourhoodOfAWave() {
    // Given
    var hit =
        wave().setNeighbourhoods(List.of(Areas.FARDOUS, Areas.MAQAM)).setNeighbourhoodsInAll(2);
    // When
    var cap = cap(hit, Role.OPS);
    // Then
    assertThat(cap.all("info/area/areaDesc"))
        .containsExactly(
            "الفردوس، حلب", "باب المقام، حلب", "al-Fardous, Aleppo", "Bab al-Maqam, Aleppo");
    assertThat(cap.one("info/area/circle")).isEqualTo("36.19,37.165 0.6");
  }

  @Test
  void shouldDrawTheWholeTownWhereNotAllNeighbourhoodsAreListed() {
    var cap = cap(wave().setNeighbourhoodsInAll(21), Role.OPS);
    assertThat(cap.one("info/area/circle")).isEqualTo("36.2,37.16 9");
  }

  @Test
  void shouldDrawTheWholeTownWhereNothingFinerIsKnown() {
    var cap = cap(nowhere(), Role.OPS);
    assertThat(cap.one("info/area/circle")).isEqualTo("36.2,37.16 9");
    assertThat(cap.value("info/area/geocode", "marsad.area")).isEqualTo("aleppo");
  }

  @Test
  void shouldNameAndNotDrawWhatIsNowhere() {
    // Given
    var directory = new AreaDirectory();
    directory.onProfile(Areas.aleppo().setKind(AreaKind.UNPLACED).build());
    // Then
    for (var writer : List.of(new CapWriter("m", directory), new CapWriter("m", empty()))) {
      var document = writer.write(nowhere().build(), new Audience(Role.OPS, null), List.of());
      var cap = ParsedCap.of(document);
      assertThat(cap.all("info/area")).hasSize(2);
      assertThat(cap.all("info/area/circle")).isEmpty();
      assertThat(cap.all("info/area/geocode")).isEmpty();
      assertThat(CapCheck.faults(document)).isEmpty();
    }
  }

  @Test
  void shouldThinOutAnOutlineOfTooManyCorners() {
    var cap = capOver(Areas.ring(400));
    assertThat(cap.all("info/area/circle")).isEmpty();
    assertThat(cap.one("info/area/polygon").split(" ")).hasSizeBetween(20, 100);
  }

  @Test
  void shouldDrawTheCircleWhereAnOutlineCrossesItself() {
    var bow = List.of(List.of(List.of(37.1, 36.1, 37.2, 36.2, 37.2, 36.1, 37.1, 36.2)));
    var cap = capOver(bow);
    assertThat(cap.all("info/area/polygon")).isEmpty();
    assertThat(cap.one("info/area/circle")).isEqualTo("36.187,37.1508 0.7");
  }

  static Stream<Supplier<Alert.Builder>> everySubject() {
    return Stream.of(
        () -> residential(),
        () -> heaviest(),
        () -> repeat(),
        () -> protectedSite(hit("hospital-a"), byReport(SiteKind.SCHOOL)),
        () -> unplaced("Atlantis"),
        () -> wave(),
        () -> surge(),
        () -> nowhereToGo(),
        () -> silentSource(),
        () -> system(org.marsad.message.Rule.UNREACHED, "night-crew"),
        () -> channelTest("night-crew"));
  }

  @ParameterizedTest
  @MethodSource("everySubject")
  void shouldPassOurChecksForEverySubjectRoleAndMessageType(Supplier<Alert.Builder> subject) {
    for (var role : Role.values()) {
      for (var type : MessageType.values()) {
        var alert = subject.get().setMessageType(type).setRevision(3).build();
        new Audience(role, null)
            .view(alert)
            .ifPresent(
                view ->
                    assertThat(
                            CapCheck.faults(
                                writer().write(view, new Audience(role, null), EARLIER)))
                        .as("%s %s", role, type)
                        .isEmpty());
      }
    }
  }

  @Test
  void shouldPassOurChecksWhateverWasSaid() {
    // Given
    var nasty = "<b>x</b> & \u0000\uFFFF\u202E]]> " + "ن".repeat(900) + "\uD83D";
    var place = new Place(null, null, null, PlaceBasis.NONE, nasty);
    var alert =
        residential()
            .setAlertId("a b,<&/é_\u0001")
            .setFindings(
                List.of(
                    Facts.unplaced(),
                    Facts.finding(org.marsad.message.Rule.OTHER)
                        .setCode("A<b>")
                        .setNumbers(List.of(new ReasonNumber("x<y>", Double.NaN)))
                        .build()))
            .setPlace(place)
            .setArea("<i>&lt;</i>")
            .setNeighbourhoods(List.of())
            .setNeighbourhoodsInAll(0)
            .setTimeZone("No/Where");
    // When
    var document = write(alert.build(), new Audience(Role.OPS, null));
    // Then
    assertThat(CapCheck.faults(document)).isEmpty();
    assertThat(ParsedCap.of(document).one("sent")).isEqualTo("2016-10-11T11:25:00-00:00");
  }

  @Test
  void shouldRefuseASenderThatCannotBeNamedInAReference() {
    for (var sender : List.of("", "a b", "a,b", "a<b", "a&b")) {
      assertThatThrownBy(() -> new CapWriter(sender, empty())).hasMessageContaining("sender");
    }
  }

  @Test
  void shouldHaveEveryPhraseInBothLanguagesAndNoneCopied() {
    var arabic = CapPhrases.bundle(Cap.LANGUAGES.get(0));
    var english = CapPhrases.bundle(Locale.ENGLISH);
    assertThat(arabic.keySet()).isEqualTo(english.keySet());
    for (var key : english.keySet()) {
      assertThat(arabic.getString(key)).as(key).isNotEqualTo(english.getString(key));
    }
  }

  private static SiteHit hit(String siteId) {
    return new SiteHit(siteId, SiteKind.HOSPITAL, SiteBasis.REACH, 40.0);
  }

  private static Finding residentialByMap() {
    return Facts.residential(ResidentialBasis.MAP);
  }

  private static Alert.Builder nowhere() {
    return heaviest().setNeighbourhoods(List.of()).setNeighbourhoodsInAll(0);
  }

  private static Alert.Builder revision(int revision, MessageType type) {
    return residential().setRevision(revision).setMessageType(type);
  }

  private static ParsedCap capOver(List<List<List<Double>>> outline) {
    var directory = new AreaDirectory();
    var profile = Areas.aleppo().setNeighbourhoods(List.of(Areas.fardous(outline).build())).build();
    directory.onProfile(profile);
    var writer = new CapWriter("m", directory);
    var document = writer.write(wave().build(), new Audience(Role.OPS, null), List.of());
    assertThat(CapCheck.faults(document)).isEmpty();
    return ParsedCap.of(document);
  }

  private static ParsedCap cap(Alert.Builder alert, Role role) {
    return cap(alert, role, List.of());
  }

  private static ParsedCap cap(Alert.Builder alert, Role role, List<AlertReference> earlier) {
    var audience = new Audience(role, null);
    var view = audience.view(alert.build()).orElseThrow();
    return ParsedCap.of(writer().write(view, audience, earlier));
  }

  private static byte[] write(Alert alert, Audience audience) {
    return writer().write(audience.view(alert).orElseThrow(), audience, List.of());
  }

  private static CapWriter writer() {
    return new CapWriter("marsad.example.org", Areas.directory());
  }

  private static AreaDirectory empty() {
    return new AreaDirectory();
  }
}
