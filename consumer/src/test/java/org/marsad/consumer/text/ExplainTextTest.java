package org.marsad.consumer.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.text.TextsTest.keys;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.message.CancelReason;
import org.marsad.message.Certainty;
import org.marsad.message.Change;
import org.marsad.message.CountRange;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.EmergencyDepartment;
import org.marsad.message.Measure;
import org.marsad.message.MessageType;
import org.marsad.message.PlaceBasis;
import org.marsad.message.ResidentialBasis;
import org.marsad.message.Scale;
import org.marsad.message.Severity;
import org.marsad.message.SourceKind;
import org.marsad.message.Standing;
import org.marsad.message.SubjectKind;
import org.marsad.message.TimePrecision;

/** The sentences of explanations, and what they share with the alerts. */
class ExplainTextTest {
  private final Map<String, String> english = TextsTest.bundle("explain.properties");
  private final Map<String, String> arabic = TextsTest.bundle("explain_ar.properties");

  @Test
  void shouldHaveTheSameSentencesWithTheSameFactsInBothLanguages() {
    var families = TextsTest.families(arabic);
    families.removeIf(key -> key.startsWith("field.") || key.startsWith("code."));
    assertThat(families).isEqualTo(TextsTest.families(english)).hasSizeGreaterThan(400);
    for (var family : families) {
      assertThat(TextsTest.places(arabic, family))
          .as(family)
          .isEqualTo(TextsTest.places(english, family));
    }
  }

  @Test
  void shouldHaveEveryFormThatArabicNeeds() {
    var forms = TextsTest.formsOf(arabic);
    assertThat(forms.keySet()).isEqualTo(TextsTest.formsOf(english).keySet());
    assertThat(forms)
        .allSatisfy(
            (key, ofIt) -> assertThat(ofIt).as(key).contains("one", "two", "few", "many", "other"));
  }

  /** English makes words of the names themselves. */
  @Test
  void shouldNameInArabicEveryNumberThatAFindingRestsOn() {
    assertThat(arabic)
        .containsKeys(
            "field.killed",
            "field.casualties",
            "field.massKilled",
            "field.massCasualties",
            "field.livedInShare",
            "field.minArrivals",
            "field.minDays",
            "field.reachMetres",
            "field.secondsAfter",
            "field.silentAfterSeconds",
            "field.sitesWithinReach",
            "field.windowMinutes");
  }

  @Test
  void shouldBeTranslatedNotCopied() {
    assertThat(arabic.values())
        .allMatch(
            text ->
                !TextsTest.bare(text)
                    .replaceAll("\u2066[^\u2069]*\u2069", "")
                    .matches(".*[A-Za-z].*"));
    assertThat(english.values()).noneMatch(text -> text.matches(".*\\p{IsArabic}.*"));
  }

  @Test
  void shouldKnowEveryCodeThatIsExplained() {
    assertThat(english.keySet())
        .containsAll(keys("kind.", SubjectKind.values(), any -> true))
        .containsAll(keys("about.", SubjectKind.values(), any -> true))
        .containsAll(keys("severity.", Severity.values(), any -> true))
        .containsAll(keys("message.", MessageType.values(), any -> true))
        .containsAll(keys("certain.", Certainty.values(), any -> true))
        .containsAll(keys("repeat.", Certainty.values(), any -> true))
        .containsAll(keys("remains.", CancelReason.values(), any -> true))
        .containsAll(keys("cancel.", CancelReason.values(), any -> true))
        .containsAll(keys("change.", Change.values(), any -> true))
        .containsAll(keys("surge.", Standing.values(), any -> true))
        .containsAll(keys("surge.department.", EmergencyDepartment.values(), any -> true))
        .containsAll(keys("residential.", ResidentialBasis.values(), any -> true))
        .containsAll(keys("record.", Scale.values(), any -> true))
        .containsAll(keys("record.measure.", Measure.values(), any -> true))
        .containsAll(keys("record.value.", Measure.values(), any -> true))
        .containsAll(keys("basis.", PlaceBasis.values(), any -> true))
        .containsAll(keys("report.delivery.", DeliveryMeans.values(), any -> true))
        .containsAll(keys("merging.sources.", SourceKind.values(), any -> true))
        .containsAll(keys("time.known.", TimePrecision.values(), any -> true))
        .containsAll(keys("precision.", TimePrecision.values(), any -> true));
  }

  @ParameterizedTest
  @CsvSource({
    "en, 45 killed (40–50), '1,234 (1,200–1,300)', 90 min, 340 m, an agency",
    "ar, 45 قتيلاً (من 40 إلى 50), '1,234 (من 1,200 إلى 1,300)', 90 دقيقة, 340 متراً, منظمة"
  })
  void shouldRoundAndNameAsTheAlertsDo(
      String language, String killed, String range, String length, String far, String source) {
    var text = ExplainText.in(Locale.forLanguageTag(language));
    assertThat(text.amount("KILLED", new CountRange(40, 45, 50))).isEqualTo(killed);
    assertThat(text.range(new CountRange(1_200, 1_234, 1_300))).isEqualTo(range);
    assertThat(text.length(Duration.ofSeconds(5_430))).isEqualTo(length);
    assertThat(text.distance(341.2)).isEqualTo(far);
    assertThat(text.told("source.AGENCY")).isEqualTo(source);
  }
}
