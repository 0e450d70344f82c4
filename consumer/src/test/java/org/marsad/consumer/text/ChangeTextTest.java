package org.marsad.consumer.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.at;
import static org.marsad.consumer.fixtures.Alerts.cancel;
import static org.marsad.consumer.fixtures.Alerts.day;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.strike;
import static org.marsad.consumer.fixtures.Alerts.surge;
import static org.marsad.consumer.fixtures.Alerts.surgeOfADay;
import static org.marsad.consumer.fixtures.Alerts.wave;
import static org.marsad.consumer.fixtures.Facts.casualties;
import static org.marsad.consumer.fixtures.Facts.mass;
import static org.marsad.consumer.fixtures.Facts.record;
import static org.marsad.consumer.fixtures.Facts.repeat;
import static org.marsad.consumer.fixtures.Facts.surgeFacts;
import static org.marsad.consumer.fixtures.Facts.uncounted;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.marsad.consumer.fixtures.Alerts;
import org.marsad.consumer.fixtures.Areas;
import org.marsad.consumer.fixtures.Facts;
import org.marsad.message.Alert;
import org.marsad.message.CancelReason;
import org.marsad.message.Certainty;
import org.marsad.message.Change;
import org.marsad.message.CountRange;
import org.marsad.message.MessageType;
import org.marsad.message.ResidentialBasis;
import org.marsad.message.Standing;

class ChangeTextTest {
  private final ChangeText english = new ChangeText(Areas.directory(), Locale.ENGLISH);

  @Test
  void shouldSayCountsWithWhatTheyWere() {
    var before = strike(casualties()).setKilled(new CountRange(5, 6, 8)).setImpacts(null).build();
    var now = residential().setInjured(new CountRange(30, 30, null));
    assertThat(changes(before, now))
        .startsWith(
            "killed 45 (40–50), was 6 (5–8)",
            "injured at least 30, not counted before",
            "impacts 6, not counted before");
  }

  @Test
  void shouldSayThatPartOfAStrikeStandsByItself() {
    var before = strike(casualties()).setKilled(new CountRange(30, 30, 30)).build();
    var now =
        strike(casualties())
            .setKilled(new CountRange(12, 12, 12))
            .setChanges(List.of(Change.PARTED, Change.KILLED_FELL));
    assertThat(changes(before, now))
        .containsExactly("killed 12, was 30", "part of it stands as a strike of its own");
  }

  @Test
  void shouldNotCallACountThatIsGoneZero() {
    assertThat(changes(residential().build(), residential().setKilled(null)))
        .containsExactly("killed not counted any more");
  }

  @Test
  void shouldNameFindingsThatCameAndWent() {
    var before = strike(uncounted(), Facts.residential(ResidentialBasis.MAP)).build();
    assertThat(changes(before, strike(repeat(Certainty.LIKELY), uncounted())))
        .containsExactly("new: second strike", "no longer: residential");
  }

  @Test
  void shouldSayThatItIsNoSecondStrikeAfterAllRightBehindTheCounts() {
    var before = strike(repeat(Certainty.LIKELY)).setKilled(new CountRange(60, 60, 60)).build();
    var now = residential().setChanges(List.of(Change.PARTED, Change.KILLED_FELL));
    assertThat(changes(before, now))
        .startsWith(
            "killed 45 (40–50), was 60",
            "no longer: second strike",
            "part of it stands as a strike of its own");
    assertThat(changes(strike(repeat(Certainty.LIKELY)).setKilled(now.getKilled()).build(), now))
        .first()
        .isEqualTo("no longer: second strike");
  }

  @Test
  void shouldNotSayThatACountIsWhatItWasWhereItsBoundsAloneChanged() {
    var brief =
        ChangeText.brief(
            Texts.in(Locale.ENGLISH),
            new AlertTime(Texts.in(Locale.ENGLISH)),
            new AlertPlace(Areas.directory(), Texts.in(Locale.ENGLISH)));
    var before =
        residential()
            .setKilled(new CountRange(1, 45, 90))
            .setInjured(new CountRange(1, 9, 90))
            .build();
    var now = residential().setInjured(new CountRange(9, 9, 9)).setMessageType(MessageType.UPDATE);
    assertThat(brief.of(now.build(), before)).containsExactly("counts corrected"); // once
  }

  @Test
  void shouldCallASecondStrikeNewOnceItIsLikely() {
    var before = strike(repeat(Certainty.POSSIBLE)).build();
    assertThat(changes(before, strike(repeat(Certainty.LIKELY))))
        .containsExactly("new: second strike");
    assertThat(changes(before, strike(repeat(Certainty.POSSIBLE)))).isEmpty();
  }

  @Test
  void shouldSayWhereItIsNowAndHowLongTheDangerLasts() {
    var now = residential().setNeighbourhoods(List.of(Areas.MAQAM)).setDangerUntil(at("16:02"));
    assertThat(changes(residential().build(), now))
        .containsExactly(
            "now in Bab al-Maqam, Aleppo, was al-Fardous, Aleppo", "danger until 16:02");
  }

  @Test
  void shouldSayThatThePlaceMovedWithinItsNeighbourhood() {
    assertThat(
            changes(residential().build(), residential().setChanges(List.of(Change.PLACE_MOVED))))
        .containsExactly("the place has moved");
  }

  @Test
  void shouldSayWhoConfirmsIt() {
    var before = residential().build();
    var two = residential().setCertainty(Certainty.OBSERVED).setSources(2);
    assertThat(changes(before, two)).containsExactly("second source confirms");
    assertThat(changes(before, residential().setSources(3)))
        .containsExactly("confirmed by 3 sources");
    assertThat(changes(two.build(), residential()))
        .containsExactly("likely, was observed", "1 source, was 2");
    var codes = List.of(Change.SURER, Change.SOURCES, Change.COUNTS);
    assertThat(changes(null, residential().setSources(2).setChanges(codes)))
        .containsExactly("second source confirms", "counts corrected");
  }

  @Test
  void shouldSayHowLongARecordReachesBackNow() {
    var before = day(record().setLikelyDays(9).build()).setKilled(new CountRange(40, 40, 40));
    assertThat(changes(before.build(), day(record().build()).setStrikes(4)))
        .containsExactly(
            "killed 59 (59–74), was 40", "strikes 4, was 3", "heaviest in 26 days, was 9 days");
  }

  @Test
  void shouldSayWhatAHospitalHasToExpectNow() {
    var fewer =
        surge()
            .setStrikes(2)
            .setFindings(
                List.of(
                    Facts.surge(
                        surgeFacts().setWithin90Minutes(new CountRange(3, 8, 12)).build())));
    assertThat(changes(fewer.build(), surge()))
        .containsExactly("within 90 min 12 (5–23), was 8 (3–12)", "strikes 3, was 2");
    assertThat(changes(surgeOfADay().build(), surge()))
        .containsExactly("within 90 min 12 (5–23), was not known");
    var hit = Facts.surge(surgeFacts().setStanding(Standing.HIT).build());
    assertThat(changes(surge().build(), surge().setFindings(List.of(hit))))
        .containsExactly("this hospital is reported hit");
  }

  @Test
  void shouldSayThatItStandsAgain() {
    var before = cancel(wave(), CancelReason.CORRECTED).build();
    assertThat(changes(before, wave())).containsExactly("it stands again");
  }

  @Test
  void shouldFallBackToTheCodesWhereItIsNotKnownWhatTheReaderWasTold() {
    var now = residential().setChanges(List.of(Change.KILLED_ROSE, Change.MASS, Change.OTHER));
    assertThat(changes(null, now)).containsExactly("more killed", "many killed or injured");
    assertThat(changes(null, residential())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = Change.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
  void shouldHaveAWordForEveryCode(Change change) {
    assertThat(changes(null, residential().setChanges(List.of(change))))
        .singleElement()
        .asString()
        .isNotBlank()
        .doesNotContainPattern("[A-Z_]{4}");
  }

  @Test
  void shouldSayNothingOfAnAlertThatIsNew() {
    assertThat(english.of(residential().build(), strike(mass()).build())).isEmpty();
  }

  @Test
  void shouldSayInALineOnlyWhatTheRestOfTheLineDoesNot() {
    var texts = Texts.in(Locale.ENGLISH);
    var time = new AlertTime(texts);
    var brief = ChangeText.brief(texts, time, new AlertPlace(Areas.directory(), texts));
    var before = strike(casualties()).setKilled(new CountRange(5, 6, 8)).build();
    var now = update(residential());
    assertThat(brief.mark(now, before, 2)).isEqualTo("UPDATE: killed 45, was 6");
    assertThat(brief.mark(now, before, 1)).isEqualTo("UPDATE: killed 45, was 6");
    assertThat(brief.mark(now, before, 0)).isEqualTo("UPDATE");
    var graver = update(residential().setChanges(List.of(Change.SEVERITY_ROSE, Change.MASS)));
    assertThat(brief.mark(graver, null, 2)).isEqualTo("UPDATE");
  }

  @Test
  void shouldSayTheSameInArabic() {
    var arabic = new ChangeText(Areas.directory(), Locale.forLanguageTag("ar"));
    var before = strike(casualties()).setKilled(new CountRange(5, 6, 8)).build();
    assertThat(arabic.of(update(strike(repeat(Certainty.LIKELY), casualties())), before))
        .containsExactly("القتلى 45 (من 40 إلى 50) بعد 6 (من 5 إلى 8)", "الجديد: ضربة ثانية");
  }

  private List<String> changes(@Nullable Alert before, Alert.Builder now) {
    return english.of(update(now), before);
  }

  private static Alert update(Alert.Builder alert) {
    return Alerts.revision(alert, 2, MessageType.UPDATE);
  }
}
