package org.marsad.producer.sms;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.Reality;
import org.marsad.message.Target;

/** The words of an SMS, one form for all spellings of one word. */
final class SmsWords {
  /** Invisible marks, vowel signs and the lengthening stroke, which phones add and nobody types. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\u0640\u064b-\u065f\u0670]");

  private static final Pattern EDGES = Pattern.compile("^[\\p{P}\\p{S}]+|[\\p{P}\\p{S}&&[^+]]+$");

  private static final Map<String, String> COUNTED =
      words(
          Map.of(
              "killed",
              "killed kill dead died death deaths martyr martyrs fatality fatalities"
                  + " مقتل استشهاد قتيل قتيلا قتلى قتل شهيد شهيدا شهداء وفاة وفيات",
              "injured",
              "injured wounded hurt injury injuries"
                  + " جريح جريحا جرحى مصاب مصابا مصابين مصابون إصابة إصابات",
              "impacts",
              "bomb bombs missile missiles rocket rockets shell shells barrel barrels strike"
                  + " strikes airstrike airstrikes raid raids hits قنبلة قنابل صاروخ صواريخ قذيفة"
                  + " قذائف برميل براميل غارة غارات ضربة ضربات"));

  private static final Map<String, Target> TARGETS =
      words(
          Map.of(
              Target.HOSPITAL,
              "hospital hospitals clinic مشفى مستشفى مشافي مستوصف",
              Target.SCHOOL,
              "school schools مدرسة مدارس",
              Target.SHELTER,
              "shelter ملجأ قبو",
              Target.MARKET,
              "market سوق",
              Target.BAKERY,
              "bakery فرن مخبز",
              Target.PLACE_OF_WORSHIP,
              "mosque church مسجد جامع كنيسة",
              Target.CAMP,
              "camp مخيم",
              Target.RESIDENTIAL,
              "home homes house houses apartment apartments residential"
                  + " منزل منازل بيت بيوت سكني سكنية"));

  private static final Map<String, DeliveryMeans> DELIVERIES =
      words(
          Map.of(
              DeliveryMeans.AIRCRAFT, "plane planes jet jets warplane warplanes طائرة طائرات حربي",
              DeliveryMeans.HELICOPTER, "helicopter helicopters مروحية مروحيات هليكوبتر",
              DeliveryMeans.DRONE, "drone drones مسيرة مسيرات درون",
              DeliveryMeans.ARTILLERY, "artillery مدفعية"));

  private static final Map<String, Reality> REALITIES =
      words(
          Map.of(
              Reality.EXERCISE, "exercise drill تدريب مناورة",
              Reality.TEST, "test تجربة اختبار"));

  private static final Map<Target, String> ARABIC =
      Map.of(
          Target.HOSPITAL, "مشفى",
          Target.SCHOOL, "مدرسة",
          Target.SHELTER, "ملجأ",
          Target.MARKET, "سوق",
          Target.BAKERY, "فرن",
          Target.PLACE_OF_WORSHIP, "دار عبادة",
          Target.CAMP, "مخيم",
          Target.RESIDENTIAL, "منازل");

  private static final Set<String> NONE = words(Map.of("", "no none لا بدون")).keySet();
  private static final Set<String> YESTERDAY = words(Map.of("", "yesterday أمس مبارح")).keySet();

  /** Says what every report says, or nothing. */
  private static final Set<String> IDLE =
      words(
              Map.of(
                  "",
                  "a an and at the on in of by about around people persons now hit bombing bombed"
                      + " attack were was قصف استهداف على في من و حوالي تقريبا الآن شخص أشخاص"
                      + " airstrike strike raid غارة ضربة"))
          .keySet();

  private SmsWords() {}

  /** What a word counts: {@code killed}, {@code injured}, {@code impacts}. */
  static Optional<String> counted(String word) {
    return Optional.ofNullable(COUNTED.get(plain(word)));
  }

  static Optional<Target> target(String word) {
    return Optional.ofNullable(TARGETS.get(plain(word)));
  }

  static Optional<DeliveryMeans> delivery(String word) {
    return Optional.ofNullable(DELIVERIES.get(plain(word)));
  }

  static Optional<Reality> reality(String word) {
    return Optional.ofNullable(REALITIES.get(plain(word)));
  }

  /** What a target is called in an answer. */
  static String name(Target target, boolean arabic) {
    var english = target.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return arabic ? ARABIC.getOrDefault(target, english) : english;
  }

  /** Whether it stands for 0. */
  static boolean isNone(String word) {
    return NONE.contains(plain(word));
  }

  static boolean isYesterday(String word) {
    return YESTERDAY.contains(plain(word));
  }

  /** Whether it can be left out. */
  static boolean isIdle(String word) {
    return IDLE.contains(plain(word));
  }

  /** European digits, and nothing invisible; else as it was typed. */
  static String visible(String text) {
    var composed = UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    return composed
        .codePoints()
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Lower case, without the signs around it; one letter for each sound of Arabic. */
  private static String plain(String word) {
    return EDGES
        .matcher(visible(word).toLowerCase(Locale.ROOT))
        .replaceAll("")
        .replaceAll("[أإآ]", "ا")
        .replace('ة', 'ه')
        .replace('ى', 'ي')
        .replace('ئ', 'ي');
  }

  private static <T> Map<String, T> words(Map<T, String> lists) {
    var words = new HashMap<String, T>();
    lists.forEach(
        (meaning, list) -> {
          for (var word : list.split(" ", -1)) {
            words.put(plain(word), meaning);
          }
        });
    return Map.copyOf(words);
  }
}
