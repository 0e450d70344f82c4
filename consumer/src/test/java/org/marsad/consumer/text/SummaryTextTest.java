package org.marsad.consumer.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.at;
import static org.marsad.consumer.fixtures.Alerts.cancel;
import static org.marsad.consumer.fixtures.Alerts.heaviest;
import static org.marsad.consumer.fixtures.Alerts.repeat;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.strike;
import static org.marsad.consumer.fixtures.Alerts.system;
import static org.marsad.consumer.fixtures.Alerts.wave;
import static org.marsad.consumer.fixtures.Facts.casualties;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.fixtures.Areas;
import org.marsad.consumer.fixtures.Variety;
import org.marsad.message.Alert;
import org.marsad.message.CancelReason;
import org.marsad.message.CountRange;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.Severity;

class SummaryTextTest {
  private final SummaryText english = SummaryText.in(Areas.directory(), Locale.ENGLISH);
  private final SummaryText arabic = SummaryText.in(Areas.directory(), Locale.forLanguageTag("ar"));

  @Test
  void shouldAddUpWhatDifferentStrikesDid() {
    var views = List.of(residential().build(), killed(6).build(), repeat().build(), wave().build());
    assertThat(english.headline(views, at("14:15"), at("14:30")))
        .isEqualTo(
            "14:15–14:30 · 4 alerts: 3 strikes, at least 51 killed (46–56), 1 not counted yet");
    assertThat(arabic.headline(views, at("14:15"), at("14:30")))
        .isEqualTo(
            "\u206614:15–14:30\u2069 · 4 إنذارات: 3 ضربات، 51 قتيلاً على الأقل (من 46 إلى 56)،"
                + " ضحايا ضربة بلا إحصاء بعد");
  }

  @Test
  void shouldSayWhatWaitsForIt() {
    var one = List.of(residential().build());
    assertThat(english.awaited(one, at("14:30")))
        .isEqualTo("1 alert waits for the summary at 14:30");
    assertThat(arabic.awaited(one, at("14:30"))).isEqualTo("إنذار واحد ينتظر الملخّص الساعة 14:30");
    var drill = residential().setReality(Reality.EXERCISE).build();
    assertThat(english.awaited(List.of(drill, drill), at("14:30")))
        .isEqualTo("EXERCISE: 2 alerts wait for the summary at 14:30");
    var nowhere = residential().setArea("unplaced").setTimeZone("UTC").build();
    assertThat(english.awaited(List.of(nowhere), at("14:30"))).endsWith("at 11:30 UTC");
  }

  @Test
  void shouldCountNothingThatWasTakenBackOrIsNoStrike() {
    var views = List.of(heaviest().build(), cancel(residential(), CancelReason.WITHDRAWN).build());
    assertThat(english.headline(views, at("14:15"), at("14:30")))
        .isEqualTo("14:15–14:30 · 2 alerts");
  }

  @Test
  void shouldLeaveASumOpenWhereOneOfTheCountsIs() {
    var open = strike(casualties()).setKilled(new CountRange(3, 5, null)).build();
    assertThat(english.headline(List.of(open, killed(6).build()), at("14:15"), at("14:30")))
        .contains("2 strikes, 11 killed (at least 9)");
  }

  @Test
  void shouldTellTheGravestFirst() {
    var severe = killed(6).setSeverity(Severity.SEVERE).setOnset(at("14:29")).build();
    assertThat(english.lines(List.of(severe, residential().build())))
        .containsExactly(
            "al-Fardous, Aleppo, 14:21 · 45 killed (40–50) · residential · 6 impacts · danger until"
                + " 15:21 [likely; 1 source]",
            "al-Fardous, Aleppo, 14:29 · 6 killed · danger until 15:21 [likely; 1 source]");
    assertThat(english.shortForm(List.of(severe, residential().build()), at("14:15"), at("14:30")))
        .isEqualTo("14:15-14:30, 2 alerts: al-Fardous 14:21 45 killed; al-Fardous 14:29 6 killed");
  }

  @Test
  void shouldSayWhoseANoticeOfNoAreaIs() {
    var notice = system(Rule.SET_ASIDE, "TOO_OLD").setArea("").setTimeZone("UTC").build();
    assertThat(english.lines(List.of(notice)))
        .containsExactly("NOTICE OF MARSAD, 12:12 UTC · REPORTS SET ASIDE: TOO_OLD");
    assertThat(arabic.lines(List.of(notice)).get(0)).startsWith("تنبيه من مرصد، ");
    assertThat(english.shortForm(List.of(notice), at("15:00"), at("15:15")))
        .contains(": NOTICE OF MARSAD 12:12 ");
  }

  @Test
  void shouldFitIntoOneSmsAndSayHowManyMoreThereAre() {
    var views = new ArrayList<Alert>();
    for (var strike = 0; strike < 14; strike++) {
      views.add(killed(10 + strike).setAlertId("strike:" + strike).build());
    }
    for (var text : List.of(english, arabic)) {
      var sms = text.shortForm(views, at("14:15"), at("14:30"));
      assertThat(Gsm7.fits(sms)).as(sms).isTrue();
      assertThat(sms).containsPattern("14.*(\\d+ more|أخرى)$");
    }
  }

  @Test
  void shouldFitWhateverItStandsFor() {
    for (var alert : Variety.alerts()) {
      var views = List.of(alert, residential().build());
      for (var text : List.of(english, arabic)) {
        assertThat(Gsm7.fits(text.shortForm(views, at("14:15"), at("14:30")))).isTrue();
        assertThat(text.headline(views, at("14:15"), at("14:30"))).doesNotContain("{", "null");
      }
    }
  }

  @Test
  void shouldMarkAnExercise() {
    var exercise = residential().setReality(Reality.EXERCISE).build();
    assertThat(english.headline(List.of(exercise), at("14:15"), at("14:30")))
        .startsWith("EXERCISE: 14:15–14:30 · 1 alert: ");
    assertThat(english.shortForm(List.of(exercise), at("14:15"), at("14:30")))
        .startsWith("EXERCISE: 14:15-14:30, 1 alert: ");
    var mixed = List.of(exercise, repeat().build());
    assertThat(english.headline(mixed, at("14:15"), at("14:30"))).startsWith("14:15–14:30");
    assertThat(english.shortForm(mixed, at("14:15"), at("14:30")))
        .contains("EXERCISE al-Fardous 14:21 45 killed");
  }

  private static Alert.Builder killed(int killed) {
    return strike(casualties()).setKilled(new CountRange(killed, killed, killed)).setImpacts(null);
  }
}
