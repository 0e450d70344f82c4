package org.marsad.consumer.replies;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.marsad.message.Intent;
import org.marsad.schemas.sms.AlertCode;

/** What the sender of an SMS reads, in one language, or in both where none is known. */
final class SmsWords {
  private static final Locale ARABIC = Locale.forLanguageTag("ar");
  private static final Pattern IN_ARABIC =
      Pattern.compile("[\\p{IsArabic}\u0660-\u0669\u06f0-\u06f9]");
  private static final Pattern IN_ENGLISH = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{IsLatin}{2,}");

  private final List<ResourceBundle> texts;

  private SmsWords(List<Locale> languages) {
    this.texts =
        languages.stream()
            .map(
                language ->
                    ResourceBundle.getBundle(
                        "org.marsad.consumer.replies.texts",
                        language,
                        ResourceBundle.Control.getNoFallbackControl(
                            ResourceBundle.Control.FORMAT_PROPERTIES)))
            .toList();
  }

  /**
   * @param language English or Arabic; English for all others
   */
  static SmsWords in(Locale language) {
    return new SmsWords(List.of(language.getLanguage().equals("ar") ? ARABIC : Locale.ENGLISH));
  }

  /** In the language that a message is written in; a code alone is in none. */
  static SmsWords ofSender(String text) {
    if (IN_ARABIC.matcher(text).find()) {
      return in(ARABIC);
    }
    var code = AlertCode.in(text).orElse("");
    var isEnglish =
        IN_ENGLISH
            .matcher(text)
            .results()
            .anyMatch(word -> !code.startsWith(AlertCode.plain(word.group())));
    return isEnglish ? in(Locale.ENGLISH) : new SmsWords(List.of(ARABIC, Locale.ENGLISH));
  }

  String recorded(String code, Intent intent) {
    return all(
        bundle ->
            bundle.getString("sms.recorded").formatted(bundle.getString("intent." + intent), code));
  }

  /** Added where the alert was taken back meanwhile: nobody must drive for it unknowing. */
  String takenBack() {
    return all(bundle -> bundle.getString("sms.taken.back"));
  }

  /** Added where another alert tells of its strike meanwhile. */
  String merged() {
    return all(bundle -> bundle.getString("sms.merged"));
  }

  String notUnderstood(String code) {
    return all(bundle -> bundle.getString("sms.not.understood").formatted(code));
  }

  String unknownCode(String code) {
    return all(bundle -> bundle.getString("sms.unknown.code").formatted(code));
  }

  String noCode() {
    return all(bundle -> bundle.getString("sms.no.code"));
  }

  String again() {
    return all(bundle -> bundle.getString("sms.again"));
  }

  private String all(Function<ResourceBundle, String> text) {
    return texts.stream().map(text).collect(Collectors.joining(" "));
  }
}
