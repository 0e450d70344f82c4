package org.marsad.consumer.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.at;
import static org.marsad.consumer.fixtures.Alerts.heaviest;
import static org.marsad.consumer.fixtures.Alerts.protectedSite;
import static org.marsad.consumer.fixtures.Alerts.record;
import static org.marsad.consumer.fixtures.Alerts.repeat;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.revision;
import static org.marsad.consumer.fixtures.Alerts.silence;
import static org.marsad.consumer.fixtures.Alerts.surge;
import static org.marsad.consumer.fixtures.Alerts.surgeFacts;
import static org.marsad.consumer.fixtures.Alerts.surgeOfADay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.consumer.fixtures.Alerts;
import org.marsad.consumer.fixtures.Variety;
import org.marsad.message.Alert;
import org.marsad.message.AlertReference;
import org.marsad.message.CountRange;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.MessageType;
import org.marsad.message.Place;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Reality;
import org.marsad.message.Reason;
import org.marsad.message.Rule;
import org.marsad.message.SiteBasis;
import org.marsad.message.SiteHit;
import org.marsad.message.SiteKind;
import org.marsad.message.SurgeFacts;
import org.marsad.message.Target;

class AlertTextTest {
  private static final Map<String, String> ENGLISH =
      Map.of(
          "aleppo", "Aleppo",
          "aleppo/al-fardous", "Al-Fardous",
          "hospital-a", "Hospital A",
          "school-7", "School 7");
  private static final Map<String, String> ARABIC =
      Map.of(
          "aleppo", "حلب",
          "aleppo/al-fardous", "الفردوس",
          "hospital-a", "مشفى أ",
          "school-7", "مدرسة 7");
  private static final AreaNames AREAS =
      (code, language) -> (language.equals("ar") ? ARABIC : ENGLISH).getOrDefault(code, code);

  private final AlertText english = AlertText.in(AREAS, Locale.ENGLISH);
  private final AlertText arabic = AlertText.in(AREAS, Locale.forLanguageTag("ar"));

  @Test
  void shouldDescribeAStrikeInSentences() {
    // Given
    var alert =
        residential()
            .setDelivery(DeliveryMeans.AIRCRAFT)
            .setTargets(List.of(Target.RESIDENTIAL))
            .setDangerUntil(at("15:21"))
            .build();
    // Then
    assertThat(english.description(alert))
        .containsExactly(
            "Airstrike on Al-Fardous, Aleppo, on 11 Oct 2016 at 14:21.",
            "Reported: 6 impacts, 45 killed (40–50). Not reported: injured.",
            "Said to be hit: homes.",
            "People live there, by the map.",
            "A second strike on the same spot is to be feared until 15:21.",
            "Position: 36.18700, 37.15080, to within 150 m.",
            "The place as it was said: “the bakery street”.",
            "How sure: likely, from 1 independent source.");
    assertThat(english.instruction(alert))
        .isEqualTo("Do not gather there until 15:21. Find out what help is needed there.");
    assertThat(arabic.description(alert))
        .containsExactly(
            "غارة جوية على الفردوس، حلب، في 11 تشرين الأول 2016 الساعة 14:21.",
            "البلاغات: 6 قذائف، 45 قتيلاً (من 40 إلى 50). لم يُذكر: عدد الجرحى.",
            "أصيب بحسب البلاغات: مساكن.",
            "المكان مأهول بالسكان بحسب الخريطة.",
            "يُخشى من ضربة ثانية على الموقع نفسه حتى 15:21.",
            "الإحداثيات: \u206636.18700, 37.15080\u2069 (ضمن 150 متراً).",
            "المكان كما ورد في البلاغ: «\u2068the bakery street\u2069».",
            "درجة التأكيد: مرجّح، مصدر مستقل واحد.");
    assertThat(arabic.instruction(alert))
        .isEqualTo("لا تتجمعوا هناك حتى 15:21. تحققوا من حاجة المكان إلى المساعدة.");
  }

  @Test
  void shouldDescribeARecord() {
    var alert =
        heaviest()
            .setRecord(
                record()
                    .setSinceRecordsBegan(false)
                    .setLikelyDays(11)
                    .setCertainDays(8)
                    .setUnreported(2)
                    .build())
            .build();
    assertThat(english.description(alert))
        .containsExactly(
            "At least 59 killed (59–74) in Aleppo on 11 Oct 2016: the highest count of a day in 11"
                + " days. It was last reached on 30 Sep 2016.",
            "By the bounds of the counts it is 8 days for certain, and 26 days at most.",
            "2 strikes have no such count, so the true value may be higher.",
            "How sure: likely, from 1 independent source.");
    assertThat(arabic.description(alert))
        .startsWith(
            "59 قتيلاً على الأقل (من 59 إلى 74) في حلب يوم 11 تشرين الأول 2016: أعلى حصيلة يومية منذ"
                + " 11 يوماً. آخر مرة بلغت هذا الحد: 30 أيلول 2016.",
            "وبحسب حدود الأعداد: منذ 8 أيام بالتأكيد، ومنذ 26 يوماً على الأكثر.",
            "ضربتان بلا هذا العدد، فقد تكون الحصيلة أعلى.");
  }

  @Test
  void shouldNameSitesThatMayBeNamed() {
    var alert =
        protectedSite(
                new SiteHit(null, SiteKind.HOSPITAL, SiteBasis.REPORT, null, true),
                new SiteHit("school-7", SiteKind.SCHOOL, SiteBasis.REACH, 83.0, false))
            .build();
    assertThat(english.description(alert))
        .contains("Hit by report: a hospital.")
        .contains("Within reach of the strike: a school (School 7, 83 m).");
    assertThat(arabic.description(alert)).contains("ضمن مدى الضربة: مدرسة (مدرسة 7، 83 متراً).");
  }

  @Test
  void shouldGiveAHospitalSixLines() {
    // Given
    var earlier =
        surge()
            .setSurge(
                surgeFacts().setStrikes(2).setWithin90Minutes(new CountRange(3, 8, 12)).build())
            .build();
    var alert = revision(surge(), 2, MessageType.UPDATE);
    // Then
    assertThat(english.body(alert, earlier))
        .containsExactly(
            "Within 90 min: 12 (5–23) wounded",
            "Within 24 h: 31 (15–90) wounded, of them 10 (5–30) critical",
            "Counted from 15:09, the end of the last of 3 strikes",
            "From: Al-Fardous, Aleppo; the nearest 620 m away",
            "How sure: observed, 2 independent sources; injured reported for 2 strikes, estimated"
                + " from the killed for 1 strike",
            "Since the message of 15:12: within 90 min 12 (5–23), was 8 (3–12), strikes 3, was 2",
            "Prepare the emergency department, the operating rooms and blood.");
    assertThat(arabic.body(alert, earlier))
        .containsExactly(
            "خلال 90 دقيقة: عدد الجرحى 12 (من 5 إلى 23)",
            "خلال 24 ساعة: عدد الجرحى 31 (من 15 إلى 90)، منهم 10 (من 5 إلى 30) بحالة حرجة",
            "الحساب منذ 15:09، نهاية الأخيرة من 3 ضربات",
            "من: الفردوس، حلب؛ أقربها على بعد 620 متراً",
            "درجة التأكيد: مؤكد، مصدران مستقلان؛ عدد الجرحى مذكور في ضربتين، مقدّر من القتلى في ضربة"
                + " واحدة",
            "منذ رسالة 15:12: خلال 90 دقيقة 12 (من 5 إلى 23) بعد 8 (من 3 إلى 12)، الضربات 3 بعد 2",
            "جهّزوا قسم الإسعاف وغرف العمليات والدم.");
  }

  @Test
  void shouldLeadWithTheDayWhereTheHourIsNotKnown() {
    // Given
    var alert = revision(surgeOfADay(), 2, MessageType.UPDATE);
    // Then
    assertThat(english.headline(alert))
        .endsWith(", 11 Oct 2016: 31 (15–90) within 24 h, the hour is not known");
    assertThat(english.body(alert, surge().build()))
        .startsWith(
            "Within 24 h: 31 (15–90) wounded, of them 10 (5–30) critical",
            "The hour is not known, up to 72 may come within 90 min",
            "Counted: 3 strikes on 11 Oct 2016")
        .contains("Since the message of 15:12: within 90 min not known, was 12 (5–23)");
    assertThat(english.body(surge().build(), alert))
        .contains("Since the message of 15:12: within 90 min 12 (5–23), was not known");
    assertThat(english.body(alert, alert))
        .contains("Since the message of 15:12: these numbers have not changed");
    assertThat(english.description(alert))
        .first()
        .asString()
        .endsWith(
            ": expect 31 (15–90) wounded within 24 h, of them 10 (5–30) critical. The hour is not"
                + " known, up to 72 may come within 90 min.");
    assertThat(arabic.headline(alert))
        .endsWith("، 11 تشرين الأول 2016: 31 (من 15 إلى 90) خلال 24 ساعة، الساعة غير معروفة");
    assertThat(arabic.body(alert, null))
        .startsWith(
            "خلال 24 ساعة: عدد الجرحى 31 (من 15 إلى 90)، منهم 10 (من 5 إلى 30) بحالة حرجة",
            "الساعة غير معروفة، وقد يصل عددهم إلى 72 خلال 90 دقيقة",
            "الحساب: 3 ضربات في 11 تشرين الأول 2016");
  }

  @Test
  void shouldLeadWithTheDayWhereNoHospitalIsOpenEither() {
    var facts = SurgeFacts.newBuilder(surgeOfADay().getSurge()).setSiteId(null).build();
    var alert = surge().setSurge(facts).build();
    assertThat(english.body(alert, null))
        .startsWith(
            "No hospital of Aleppo is open. Within 24 h: 31 (15–90) wounded, of them 10 (5–30)"
                + " critical",
            "The hour is not known, up to 72 may come within 90 min");
    assertThat(english.body(surge().setSurge(surgeFacts().setSiteId(null).build()).build(), null))
        .startsWith("No hospital of Aleppo is open. Within 90 min: 12 (5–23) wounded");
  }

  @Test
  void shouldSayNothingOfChangesItDoesNotKnowAndSayWhereThereAreNone() {
    assertThat(english.body(surge().build(), null)).noneMatch(line -> line.startsWith("Since"));
    assertThat(english.body(surge().build(), surge().build()))
        .contains("Since the message of 15:12: these numbers have not changed");
  }

  @Test
  void shouldWithdrawASurgeInWords() {
    var alert =
        revision(
            surge().setReason(new Reason("HOSPITAL_CLOSED", List.of())), 2, MessageType.CANCEL);
    assertThat(english.body(alert, surge().build()))
        .startsWith("Withdrawn: the hospital is closed, its wounded go elsewhere.")
        .endsWith("This is no all clear.");
  }

  @Test
  void shouldSayFirstThatItIsAnExercise() {
    for (var alert : List.of(repeat(), surge(), silence())) {
      alert.setReality(Reality.EXERCISE);
      assertThat(english.headline(alert.build())).startsWith("EXERCISE – ");
      assertThat(english.body(alert.build(), null))
          .first()
          .asString()
          .startsWith("This is an exercise");
      assertThat(arabic.headline(alert.build())).startsWith("تمرين – ");
      assertThat(arabic.body(alert.build(), null)).first().asString().startsWith("هذا تمرين");
    }
  }

  @Test
  void shouldSayWhatItReplacesAndWhatItWithdraws() {
    var alert = repeat().setReferences(List.of(new AlertReference(1, Alerts.SENT)));
    var update = revision(alert, 2, MessageType.UPDATE);
    assertThat(english.headline(update))
        .startsWith("UPDATE – REPEAT STRIKE, Al-Fardous, Aleppo, 14:21: ");
    assertThat(english.description(update)).endsWith("It replaces the message of 14:25.");
    var cancel =
        revision(alert.setReason(new Reason("NOT_REPEAT", List.of())), 2, MessageType.CANCEL);
    assertThat(english.headline(cancel)).startsWith("CANCEL – REPEAT STRIKE");
    assertThat(english.description(cancel))
        .containsExactly(
            "Withdrawn: it does not follow an earlier strike on the same spot.",
            "It said: Strike on Al-Fardous, Aleppo, on 11 Oct 2016 at 14:21.",
            "It withdraws the message of 14:25.");
  }

  /** Each text of each alert: whole sentences, no code, nothing that is left to fill in. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void shouldRenderEveryAlertWithoutBracesOrCodes(String language) {
    var text = AlertText.in(AREAS, Locale.forLanguageTag(language));
    var alerts = Variety.alerts();
    assertThat(alerts).hasSizeGreaterThan(500);
    for (var alert : alerts) {
      for (var said : texts(text, alert)) {
        assertThat(said)
            .isNotBlank()
            .doesNotContain("{", "}", "null", "  ", " ,", "()")
            .doesNotContainPattern("[A-Z]{2,}_[A-Z]")
            .doesNotContainPattern("[٠-٩]");
        if (language.equals("ar")) {
          assertThat(said.replaceAll("[\u2066\u2068][^\u2069]*\u2069", ""))
              .doesNotContainPattern("[A-Za-z]");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void shouldKeepToItsLengths(String language) {
    var text = AlertText.in(AREAS, Locale.forLanguageTag(language));
    for (var alert : Variety.alerts()) {
      assertThat(text.event(alert)).hasSizeLessThanOrEqualTo(AlertText.LONGEST_EVENT);
      assertThat(text.headline(alert)).hasSizeLessThanOrEqualTo(AlertText.LONGEST_HEADLINE);
    }
  }

  @Test
  void shouldCutALongHeadlineAtAWord() {
    // Given
    var words = "شارع 😀😀 " + "طويل ".repeat(14);
    var alert =
        residential()
            .setRule(Rule.UNPLACED_STRIKE)
            .setReality(Reality.EXERCISE)
            .setPlace(new Place(null, null, null, PlaceBasis.NONE, words))
            .setInjured(new CountRange(1, 20, 300))
            .build();
    // When
    var headline = english.headline(alert);
    // Then
    assertThat(headline).startsWith("EXERCISE – UNPLACED STRIKE, “\u2068شارع 😀😀 ").endsWith("…");
    assertThat(headline.length()).isBetween(120, 140);
    assertThat(headline.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }

  private static List<String> texts(AlertText text, Alert alert) {
    var texts = new ArrayList<String>();
    texts.add(text.event(alert));
    texts.add(text.headline(alert));
    texts.addAll(text.description(alert));
    texts.addAll(text.body(alert, alert));
    texts.add(text.shortForm(alert, "K7Q2CD"));
    return texts;
  }
}
