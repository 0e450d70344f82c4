package org.marsad.consumer.replies;

import static org.marsad.schemas.sms.AlertCode.plain;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Intent;
import org.marsad.schemas.sms.AlertCode;

/**
 * An SMS that answers an alert: its code, and what the team is going to do, as a number or in words
 * of English or Arabic. Nothing but the code means SEEN.
 *
 * @param code as it was said, in upper case; null: there was none
 * @param intent empty where other words stand there: they may say the opposite
 */
record SmsText(@Nullable String code, Optional<Intent> intent) {
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
    var code = AlertCode.in(text).orElse(null);
    var rest =
        Arrays.stream(plain(text).split(" ", -1))
            .filter(word -> !word.equals(code))
            .collect(Collectors.joining(" "));
    return new SmsText(
        code, rest.isEmpty() ? Optional.of(Intent.SEEN) : Optional.ofNullable(INTENTS.get(rest)));
  }
}
