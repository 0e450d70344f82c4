package org.marsad.producer.sms;

import com.ibm.icu.text.PluralRules;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.marsad.schemas.text.CountWords;

/** The counts of an SMS as its answer says them: {@code 45 killed}, {@code 3 قتلى}. */
final class SmsAmounts {
  private static final Locale ARABIC = Locale.forLanguageTag("ar");

  /** From here on all forms show the number itself, as a range must. */
  private static final int IN_FIGURES = 3;

  private SmsAmounts() {}

  static List<String> of(SmsText said) {
    var language = said.arabic() ? ARABIC : Locale.ENGLISH;
    var amounts = new ArrayList<String>();
    for (var what : List.of("killed", "injured", "impacts")) {
      var count = said.counts().get(what);
      if (count != null) {
        amounts.add(
            amount(what.equals("injured") ? what : what.toUpperCase(Locale.ROOT), count, language));
      }
    }
    return amounts;
  }

  private static String amount(String what, SmsCount count, Locale language) {
    var words = CountWords.in(language);
    var key = "amount." + what + ".";
    var form = key + PluralRules.forLocale(language).select(deciding(count));
    var pattern = words.getString(words.containsKey(form) ? form : key + "other");
    return MessageFormat.format(pattern, count.toString());
  }

  /** The number that decides on the form: of a range the higher. */
  private static int deciding(SmsCount count) {
    var high = count.high();
    return high != null && high == count.low()
        ? high
        : Math.max(IN_FIGURES, high == null ? count.low() : high);
  }
}
