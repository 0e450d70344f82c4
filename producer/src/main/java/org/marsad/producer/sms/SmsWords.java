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

  /** Words that say their count themselves: two of them. */
  private static final Map<String, String> TWO =
      words(
          Map.of(
              "killed",
              "قتيلان قتيلين شهيدان شهيدين",
              "injured",
              "جريحان جريحين مصابان",
              "impacts",
              "قنبلتان قنبلتين صاروخان صاروخين قذيفتان قذيفتين برميلان برميلين غارتان غارتين"
                  + " ضربتان ضربتين"));

  /** Words that mean one where no number stands beside them. */
  private static final Map<String, String> ONE =
      words(Map.of("killed", "قتيل شهيد", "injured", "جريح مصاب"));

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

  private static final Map<String, String> NONE =
      words(Map.of("", "no none nobody zero لا بدون صفر ما لم ليس"));
  private static final Map<String, String> YESTERDAY = words(Map.of("", "yesterday أمس مبارح"));
  private static final Map<String, String> CORRECTION =
      words(Map.of("", "correction corrected تصحيح التصحيح تصويب"));
  private static final Set<String> AND = Set.of("and", "و");

  /** Says what every report says, or nothing. */
  private static final Map<String, String> IDLE =
      words(
          Map.of(
              "",
              "a an and at the on in of by about around people persons now hit bombing bombed"
                  + " attack were was قصف استهداف على في من و حوالي تقريبا الآن شخص أشخاص يوجد توجد"
                  + " airstrike strike raid غارة ضربة"));

  private SmsWords() {}

  /** What a word counts: {@code killed}, {@code injured}, {@code impacts}. */
  static Optional<String> counted(String word) {
    return find(COUNTED, word);
  }

  /** What a dual counts: two of them. */
  static Optional<String> two(String word) {
    return find(TWO, word);
  }

  /** What a word counts that means one where no number stands beside it. */
  static Optional<String> one(String word) {
    return find(ONE, word);
  }

  static Optional<Target> target(String word) {
    return find(TARGETS, word);
  }

  static Optional<DeliveryMeans> delivery(String word) {
    return find(DELIVERIES, word);
  }

  static Optional<Reality> reality(String word) {
    return find(REALITIES, word);
  }

  /** What a target is called in an answer. */
  static String name(Target target, boolean arabic) {
    var english = target.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return arabic ? ARABIC.getOrDefault(target, english) : english;
  }

  /** Whether it stands for 0. */
  static boolean isNone(String word) {
    return find(NONE, word).isPresent();
  }

  static boolean isYesterday(String word) {
    return find(YESTERDAY, word).isPresent();
  }

  /** Whether it can be left out. */
  static boolean isIdle(String word) {
    return find(IDLE, word).isPresent();
  }

  /** Whether it says that an earlier report was wrong. */
  static boolean isCorrection(String word) {
    return find(CORRECTION, word).isPresent();
  }

  static boolean isAnd(String word) {
    return AND.contains(plain(word));
  }

  /** Whether a word is one of these only without the "and" that Arabic writes in one with it. */
  static boolean isJoined(Map<String, ?> words, String word) {
    return !words.containsKey(plain(word)) && find(words, word).isPresent();
  }

  /** Its meaning, also with the "and" that Arabic writes in one with the word. */
  static <T> Optional<T> find(Map<String, T> words, String word) {
    var plain = plain(word);
    var meaning = words.get(plain);
    return meaning == null && plain.startsWith("و")
        ? Optional.ofNullable(words.get(plain.substring(1)))
        : Optional.ofNullable(meaning);
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

  /** All words of these lists, each with its meaning. */
  static <T> Map<String, T> words(Map<T, String> lists) {
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
