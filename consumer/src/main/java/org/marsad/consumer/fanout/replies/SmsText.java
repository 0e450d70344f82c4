package org.marsad.consumer.fanout.replies;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Intent;

/**
 * An SMS that answers an alert: its code, and what the team is going to do, as a number or in words
 * of English or Arabic. Nothing but the code means SEEN.
 *
 * @param code as it was said, in upper case; null: there was none
 * @param intent empty where other words stand there: they may say the opposite
 */
record SmsText(@Nullable String code, Optional<Intent> intent) {
  private static final Pattern CODE =
      Pattern.compile("[" + ReplyCodes.ALPHABET + "]{" + ReplyCodes.LENGTH + "}");
  private static final Pattern LOOKS_LIKE_ONE =
      Pattern.compile("(?=.*[0-9])[A-Z0-9]{" + ReplyCodes.LENGTH + "}");

  /** Marks, vowel signs and the lengthening stroke, which nobody types and phones may add. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Mn}\u0640]");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{P}]+");

  private static final Map<Intent, List<String>> WORDS =
      Map.of(
          Intent.SEEN,
          List.of("1", "SEEN", "OK", "RECEIVED", "تم", "وصلت", "وصل", "استلمنا", "شاهدنا", "علم"),
          Intent.EN_ROUTE,
          List.of(
              "2",
              "EN ROUTE",
              "ENROUTE",
              "ON OUR WAY",
              "ON MY WAY",
              "COMING",
              "في الطريق",
              "بالطريق",
              "قادمون",
              "متجهون"),
          Intent.PREPARED,
          List.of("3", "PREPARED", "READY", "جاهز", "جاهزون", "مستعد", "مستعدون"),
          Intent.CANNOT,
          List.of(
              "4",
              "CANNOT",
              "CAN NOT",
              "CAN T",
              "CANT",
              "NO",
              "لا",
              "لا نستطيع",
              "لا يمكن",
              "لا يمكننا",
              "لا نقدر",
              "ما فينا",
              "تعذر"));

  private static final Map<String, Intent> INTENTS =
      WORDS.entrySet().stream()
          .flatMap(
              entry ->
                  entry.getValue().stream().map(word -> Map.entry(plain(word), entry.getKey())))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  /** Reads a message; what comes before and after the code counts alike. */
  static SmsText of(String text) {
    var words = Arrays.asList(plain(text).split(" "));
    var code = words.stream().filter(word -> CODE.matcher(word).matches()).findFirst();
    var looksLikeOne =
        code.or(
            () ->
                words.stream().filter(word -> LOOKS_LIKE_ONE.matcher(word).matches()).findFirst());
    var rest =
        words.stream()
            .filter(word -> !word.equals(looksLikeOne.orElse("")))
            .collect(Collectors.joining(" "));
    return new SmsText(
        looksLikeOne.orElse(null),
        rest.isEmpty() ? Optional.of(Intent.SEEN) : Optional.ofNullable(INTENTS.get(rest)));
  }

  /** Upper case, European digits, alif without hamza, one space between words. */
  private static String plain(String text) {
    var composed = UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    var digits =
        composed
            .codePoints()
            .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    return BETWEEN_WORDS
        .matcher(digits.toString().toUpperCase(Locale.ROOT))
        .replaceAll(" ")
        .strip();
  }
}
