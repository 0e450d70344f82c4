package org.marsad.consumer.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.at;
import static org.marsad.consumer.fixtures.Alerts.cancel;
import static org.marsad.consumer.fixtures.Alerts.heaviest;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.silentSource;
import static org.marsad.consumer.fixtures.Alerts.site;
import static org.marsad.consumer.fixtures.Alerts.surge;
import static org.marsad.consumer.fixtures.Alerts.wave;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.consumer.fixtures.Areas;
import org.marsad.consumer.fixtures.Variety;
import org.marsad.message.Alert;
import org.marsad.message.CancelReason;
import org.marsad.message.CountRange;
import org.marsad.message.SubjectKind;

class CancelTextTest {
  private final AlertText english = AlertText.in(Areas.directory(), Locale.ENGLISH);

  @Test
  void shouldSayOfEachReasonWhatRemainsTrue() {
    assertThat(told(residential(), CancelReason.WITHDRAWN))
        .isEqualTo("WITHDRAWN: all reports of this strike were taken back.");
    assertThat(told(residential(), CancelReason.MOVED))
        .isEqualTo("MOVED: this strike was in another area, whose alert says so.");
    assertThat(told(residential(), CancelReason.NOT_ACTUAL))
        .isEqualTo("NOT REAL: it was an exercise or a test; this did not happen.");
    assertThat(told(residential(), CancelReason.REPLACED))
        .isEqualTo("MERGED: the strike stands; it is part of another one, whose alert says so.");
    assertThat(told(heaviest(), CancelReason.CORRECTED))
        .isEqualTo("CORRECTED: the strikes stand; Tuesday 11 Oct was not the heaviest day.");
    assertThat(told(wave(), CancelReason.CORRECTED))
        .isEqualTo("CORRECTED: the strikes stand; they were not a wave.");
    assertThat(told(wave(), CancelReason.REPLACED))
        .isEqualTo("MERGED: the strikes stand; they are part of another wave.");
    assertThat(told(surge(), CancelReason.CORRECTED))
        .isEqualTo(
            "CORRECTED: the strikes stand; too few wounded are to be expected for an alert.");
    assertThat(told(site("hospital-a"), CancelReason.CORRECTED))
        .isEqualTo("CORRECTED: the strike stands; it was not near this site.");
    assertThat(told(silentSource(), CancelReason.CORRECTED))
        .isEqualTo("CORRECTED: the source is heard again.");
  }

  @Test
  void shouldSayWhatItSaidToThisReader() {
    var told = residential().setKilled(new CountRange(9, 9, 9)).setSentAt(at("14:30")).build();
    assertThat(english.body(cancel(residential(), CancelReason.WITHDRAWN).build(), told))
        .contains(
            "It said: 9 killed, al-Fardous, Aleppo, on 11 Oct 2016 at 14:21.",
            "It is about the message of 14:30.");
  }

  @Test
  void shouldSayWhatItSaidAndThatItIsNoAllClear() {
    assertThat(english.body(cancel(residential(), CancelReason.WITHDRAWN).build(), null))
        .containsExactly(
            "WITHDRAWN: all reports of this strike were taken back.",
            "It said: 45 killed (40–50), al-Fardous, Aleppo, on 11 Oct 2016 at 14:21.",
            "It is about the message of 14:25.",
            "This is no all clear.");
    assertThat(english.instruction(cancel(silentSource(), CancelReason.CORRECTED).build()))
        .isEmpty();
  }

  /** A chief who reads that a standing strike is cancelled stands down. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void shouldNeverCallAStandingStrikeCancelledOrWithdrawn(String language) {
    var text = AlertText.in(Areas.directory(), Locale.forLanguageTag(language));
    var gone = Texts.in(Locale.forLanguageTag(language)).of("cancel.WITHDRAWN");
    for (var kind : Variety.kinds()) {
      for (var reason : CancelReason.values()) {
        var alert = cancel(Alert.newBuilder(kind), reason).build();
        var all = text.headline(alert) + text.body(alert, null) + text.shortForm(alert, null, null);
        assertThat(all).doesNotContainIgnoringCase("cancel").doesNotContain("إلغاء");
        if (reason == CancelReason.CORRECTED || reason == CancelReason.REPLACED) {
          assertThat(all).doesNotContain(gone);
        }
      }
    }
  }

  @Test
  void shouldSayInEveryTextThatTheStrikeStandsWhereItDoes() {
    for (var language : new Locale[] {Locale.ENGLISH, Locale.forLanguageTag("ar")}) {
      var text = AlertText.in(Areas.directory(), language);
      var stands = language.equals(Locale.ENGLISH) ? "stand" : "ثابتة";
      for (var kind : Variety.kinds()) {
        var subject = kind.getSubject().getKind();
        if (subject != SubjectKind.SOURCE && subject != SubjectKind.SYSTEM) {
          var corrected = cancel(Alert.newBuilder(kind), CancelReason.CORRECTED).build();
          assertThat(text.headline(corrected)).contains(stands);
          assertThat(text.shortForm(corrected, null, "K7Q2CD")).contains(stands);
          assertThat(text.description(corrected).toString()).contains(stands);
        }
      }
    }
  }

  @Test
  void shouldHaveAMarkOfItsOwnForEachReason() {
    for (var language : new Locale[] {Locale.ENGLISH, Locale.forLanguageTag("ar")}) {
      var texts = Texts.in(language);
      var cancels = new CancelText(texts, new AlertTime(texts));
      var marks =
          Arrays.stream(CancelReason.values())
              .map(reason -> cancels.mark(cancel(residential(), reason).build()))
              .collect(Collectors.toSet());
      assertThat(marks).hasSameSizeAs(CancelReason.values());
    }
  }

  private String told(Alert.Builder alert, CancelReason reason) {
    return english.description(cancel(alert, reason).build()).get(0);
  }
}
