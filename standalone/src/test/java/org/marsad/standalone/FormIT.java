package org.marsad.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the phone form reads, says and sends. */
class FormIT extends PhoneForm {
  @Test
  void shouldReportFromASmallArabicPhone() throws Exception {
    // Given
    var page = open(token);
    assertThat(page.locator("html")).hasAttribute("dir", "rtl");
    assertThat(page.locator("h1")).hasText("الإبلاغ عن ضربة");
    // When
    page.getByText("تفاصيل أخرى").click();
    assertThat(widthOf(page)).isLessThanOrEqualTo(360);
    page.getByText("مشفى").click();
    fill(page, "الفردوس، حلب", "٤٥");
    send(page);
    // Then
    assertThat(page.locator(CARD)).containsText("استُلم البلاغ", patiently());
    assertThat(page.locator(CARD)).containsText("فهمنا المكان: الفردوس، حلب");
    assertThat(widthOf(page)).isLessThanOrEqualTo(360);
    var strike = strike(45);
    assertThat(strike.path("neighbourhood").asText()).isEqualTo("aleppo/al-fardous");
    assertThat(strike.path("targets").path(0).asText()).isEqualTo("HOSPITAL");
    assertThat(strike.path("timePrecision").asText()).isEqualTo("MINUTE");
    // and nothing of it stays, nor is the token asked for in any address
    assertThat(page.evaluate("Object.keys(localStorage).join()")).isEqualTo("");
    assertThat(requests)
        .allSatisfy(
            request -> {
              assertThat(request.url().split("#", 2)[0])
                  .startsWith(marsad.url())
                  .doesNotContain(token);
              assertThat(request.headers().getOrDefault("referer", "")).isEmpty();
            });
  }

  @Test
  void shouldShowARefusalAtItsFieldAndKeepTheReportUntilItIsRight() throws Exception {
    // Given
    phone.close();
    phone = phone("en-GB");
    var page = open(token);
    assertThat(page.locator("html")).hasAttribute("dir", "ltr");
    // When the form itself sees the fault
    page.locator("#killed").fill("many");
    send(page);
    // Then nothing is sent
    assertThat(page.locator("#fault-where")).hasText("Say where.");
    assertThat(page.locator("#fault-when")).hasText("Choose when.");
    assertThat(page.locator("#fault-killed")).containsText("Only a number");
    assertThat(posts()).isEmpty();
    // When the intake does
    page.locator("#killed").fill("48");
    page.locator("#where").fill("al-Fardous");
    page.getByText("At another time").click();
    page.locator("#date").fill("1970-05-01");
    send(page);
    // Then it stands at the field, and the report is still there
    assertThat(page.locator("#fault-when")).containsText("1990 or later", patiently());
    assertThat(page.locator("#where")).hasValue("al-Fardous");
    page.close();
    var again = open(token);
    assertThat(again.locator(CARD)).containsText("Not taken");
    again.getByText("Correct", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(again.locator("#fault-when")).containsText("1990 or later");
    again.locator("#date").fill(Instant.now().toString().substring(0, 10));
    send(again);
    assertThat(again.locator(CARD)).containsText("Received at", patiently());
    assertThat(strike(48).path("timePrecision").asText()).isEqualTo("DAY");
    assertThat(bodies().stream().map(body -> body.path("localId").asText()).distinct()).hasSize(1);
  }

  @Test
  void shouldCorrectWhatWasReceivedAndTakeItBack() throws Exception {
    // Given
    var page = open(token);
    fill(page, "Salah al-Din", "52");
    send(page);
    assertThat(page.locator(CARD)).containsText("استُلم البلاغ", patiently());
    strike(52);
    // When more is known
    page.getByText("تصحيح", new Page.GetByTextOptions().setExact(true)).click();
    page.locator("#killed").fill("60+");
    send(page);
    // Then it is the same strike
    assertThat(page.locator(CARD)).containsText("60+", patiently());
    assertThat(page.locator(CARD)).containsText("استُلم البلاغ", patiently());
    strike(60);
    assertThat(strikes(52)).isEmpty();
    // When it was a mistake
    page.onDialog(dialog -> dialog.accept());
    page.getByText("كان خطأً").click();
    // Then
    assertThat(page.locator(CARD)).containsText("سُحب البلاغ", patiently());
    assertThat(bodies()).extracting(body -> body.path("revision").asInt()).containsExactly(1, 2, 3);
    assertThat(bodies().get(2).path("status").asText()).isEqualTo("RETRACTED");
  }

  @Test
  void shouldReportTheTrueTimeFromAPhoneThatLostItsClock() throws Exception {
    // Given
    var page = phone.newPage();
    page.clock().setFixedTime("2012-01-01T00:00:00Z");
    watched(page).navigate(marsad.url() + "/report#" + token);
    assertThat(page.locator("#clock-fault")).containsText("ساعة هذا الهاتف غير صحيحة", patiently());
    // When
    fill(page, "Fardous", "53");
    send(page);
    // Then
    assertThat(page.locator(CARD)).containsText("استُلم البلاغ", patiently());
    var occurred =
        Instant.parse(bodies().get(0).path("occurredFrom").asText().replace("Z", ":00Z"));
    assertThat(occurred).isBetween(Instant.now().minusSeconds(180), Instant.now());
  }

  @Test
  void shouldSayThatAPlaceIsUnknownInTheLanguageThatIsChosen() {
    // Given
    var page = open(token);
    // When
    fill(page, "the blue gate", "57");
    send(page);
    // Then
    assertThat(page.locator(CARD)).containsText("استُلم البلاغ", patiently());
    assertThat(page.locator(CARD)).containsText("لم نجد هذا المكان، وسيحدّده شخص");
    page.locator("#language").click();
    assertThat(page.locator(CARD))
        .containsText("We do not know this place: a person will place it.");
    // When its correction names one that is known
    page.getByText("Correct", new Page.GetByTextOptions().setExact(true)).click();
    page.locator("#where").fill("Fardous");
    send(page);
    // Then
    assertThat(page.locator(CARD))
        .containsText("Place understood: al-Fardous, Aleppo", patiently());
    assertThat(page.locator(CARD)).not().containsText("We do not know");
  }

  @Test
  void shouldMarkWhatAnExerciseReports() {
    // Given
    var page = open(token + "/exercise");
    assertThat(page.locator("#drill")).containsText("تمرين");
    // When
    fill(page, "Fardous", "54");
    send(page);
    // Then
    assertThat(page.locator(CARD)).containsText("استُلم البلاغ", patiently());
    assertThat(bodies().get(0).path("reality").asText()).isEqualTo("EXERCISE");
  }

  @Test
  void shouldReadCountsAsPeopleWriteThem() {
    var page = open(token);
    assertThat(read(page, "killed", "٤٥").path("killed").asInt()).isEqualTo(45);
    assertThat(read(page, "killed", "۱۲").path("killed").asInt()).isEqualTo(12);
    assertThat(read(page, "killed", "0").path("killed").asInt(-1)).isZero();
    assertThat(read(page, "killed", " ").has("killed")).isFalse();
    assertThat(read(page, "injured", " \u200f10 +").path("injured"))
        .isEqualTo(tree("{\"low\": 10, \"best\": 10}"));
    assertThat(read(page, "impacts", "8–5").path("impacts"))
        .isEqualTo(tree("{\"low\": 5, \"best\": 5, \"high\": 8}"));
    assertThat(faults(page, "killed", "100000")).isEmpty();
    for (var unusable : List.of("many", "1,000", "-3", "1.5", "100001")) {
      assertThat(faults(page, "killed", unusable)).as(unusable).containsExactly("killed");
    }
  }

  @Test
  void shouldReadTimesAsPeopleWriteThem() {
    var page = open(token);
    for (var time : List.of("14:05", "14.05", "2:05 pm", "٢:٠٥ م")) {
      assertThat(read(page, "time", time).path("occurredFrom").asText())
          .as(time)
          .isEqualTo("2026-03-01T11:05Z");
    }
    assertThat(read(page, "time", "").path("occurredFrom").asText()).isEqualTo("2026-03-01");
    assertThat(read(page, "date", "1/3/2026").path("occurredFrom").asText())
        .startsWith("2026-03-01");
    var hourAgo = read(page, "when", "60");
    assertThat(hourAgo.path("occurredFrom").asText()).isEqualTo("2026-03-01T11:00Z");
    assertThat(hourAgo.path("timePrecision").asText()).isEqualTo("HOUR");
    for (var unusable : List.of("25:00", "2 pm", "13:00 pm", "noon")) {
      assertThat(faults(page, "time", unusable)).as(unusable).containsExactly("when");
    }
    assertThat(faults(page, "date", "2026-02-30")).containsExactly("when");
    assertThat(faults(page, "date", "2999-01-01")).containsExactly("when");
  }

  @Test
  void shouldHaveEveryWordInBothLanguages() {
    var page = open(token);
    assertThat(page.evaluate("Object.keys(marsad.TEXTS.ar).join()"))
        .isEqualTo(page.evaluate("Object.keys(marsad.TEXTS.en).join()"));
  }

  /** What a report says that has one field filled in so, chosen at 12:00 UTC on 1 March 2026. */
  private JsonNode read(Page page, String field, String text) {
    return tree(
        (String)
            page.evaluate(
                "said => marsad.reading.report({id: 'x', revision: 1, said: said}, 0)",
                said(field, text)));
  }

  @SuppressWarnings("unchecked") // a list of texts, by the script
  private static List<String> faults(Page page, String field, String text) {
    return (List<String>)
        page.evaluate(
            "said => marsad.reading.faults(said, new Date()).map(fault => fault.field)",
            said(field, text));
  }

  private static Map<String, Object> said(String field, String text) {
    var said = new HashMap<String, Object>();
    for (var name : List.of("killed", "injured", "impacts", "note", "delivery", "time")) {
      said.put(name, "");
    }
    said.putAll(Map.of("where", "Fardous", "when", "other", "date", "2026-03-01"));
    said.put("targets", List.of());
    said.put("chosenAt", 1_772_366_400_000.0);
    said.put(field, text);
    return said;
  }

  private static int widthOf(Page page) {
    return (Integer) page.evaluate("document.documentElement.scrollWidth");
  }
}
