package org.marsad.producer.sms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A number where it stands in an SMS: in digits, or spelled out below a hundred.
 *
 * @param words how many it takes
 * @param count empty where these words are a number that we cannot read
 * @param isJoined whether "and" is written in one with it, as in Arabic: it begins something new
 */
record SmsNumber(int words, Optional<SmsCount> count, boolean isJoined) {
  /** What is a number, but not one of these; a count beside it would be wrong. */
  private static final int OTHER = 0;

  private static final int TEN = 10;

  private static final Map<String, Integer> SPELLED =
      SmsWords.words(
          Map.ofEntries(
              Map.entry(
                  OTHER, "hundred hundreds thousand thousands dozen dozens مئة مائة مئات الف"),
              Map.entry(1, "one واحد واحدة أحد إحدى"),
              Map.entry(2, "two اثنان اثنين اثنتان اثنتين اثنا اثني شخصان شخصين"),
              Map.entry(3, "three ثلاثة ثلاث"),
              Map.entry(4, "four أربعة أربع"),
              Map.entry(5, "five خمسة خمس"),
              Map.entry(6, "six ستة ست"),
              Map.entry(7, "seven سبعة سبع"),
              Map.entry(8, "eight ثمانية ثماني ثمان"),
              Map.entry(9, "nine تسعة تسع"),
              Map.entry(TEN, "ten عشرة عشر"),
              Map.entry(11, "eleven"),
              Map.entry(12, "twelve"),
              Map.entry(13, "thirteen"),
              Map.entry(14, "fourteen"),
              Map.entry(15, "fifteen"),
              Map.entry(16, "sixteen"),
              Map.entry(17, "seventeen"),
              Map.entry(18, "eighteen"),
              Map.entry(19, "nineteen"),
              Map.entry(20, "twenty عشرون عشرين"),
              Map.entry(30, "thirty ثلاثون ثلاثين"),
              Map.entry(40, "forty أربعون أربعين"),
              Map.entry(50, "fifty خمسون خمسين"),
              Map.entry(60, "sixty ستون ستين"),
              Map.entry(70, "seventy سبعون سبعين"),
              Map.entry(80, "eighty ثمانون ثمانين"),
              Map.entry(90, "ninety تسعون تسعين")));

  static Optional<SmsNumber> at(List<String> words, int next) {
    var word = words.get(next);
    var digits = SmsCount.of(word.replaceAll("^[:=~]+|[:.=]+$", ""));
    if (digits.isPresent()) {
      return Optional.of(new SmsNumber(1, digits, false));
    }
    var spelled = new ArrayList<Integer>();
    var end = next;
    for (var i = next; i < words.size(); i++) {
      var value = SmsWords.find(SPELLED, words.get(i));
      var isJoined = end < i || SmsWords.isJoined(SPELLED, words.get(i));
      if (value.isPresent() && !(isJoined && beginsNew(spelled, value.get()))) {
        spelled.add(value.get());
        end = i + 1;
      } else if (value.isPresent() || !SmsWords.isAnd(words.get(i))) {
        break;
      }
    }
    return spelled.isEmpty()
        ? Optional.empty()
        : Optional.of(new SmsNumber(end - next, count(spelled), SmsWords.isJoined(SPELLED, word)));
  }

  /** "Three and five" are two numbers, "five and twenty" is one. */
  private static boolean beginsNew(List<Integer> spelled, int value) {
    var last = spelled.isEmpty() ? OTHER : spelled.get(spelled.size() - 1);
    return last != OTHER && !isTens(last) && value != OTHER && value <= TEN;
  }

  /** One word, or the tens and the ones: twenty two, and the other way round in Arabic. */
  private static Optional<SmsCount> count(List<Integer> spelled) {
    var first = spelled.get(0);
    var second = spelled.size() == 2 ? spelled.get(1) : 0;
    var isReadable =
        spelled.size() == 1
            ? first != OTHER
            : (isOnes(first) && (isTens(second) || second == TEN))
                || (isTens(first) && isOnes(second));
    return isReadable ? SmsCount.of(Integer.toString(first + second)) : Optional.empty();
  }

  private static boolean isOnes(int value) {
    return value > OTHER && value < TEN;
  }

  private static boolean isTens(int value) {
    return value > TEN && value % TEN == 0;
  }
}
