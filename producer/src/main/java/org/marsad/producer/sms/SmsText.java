package org.marsad.producer.sms;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.Reality;
import org.marsad.message.Target;

/**
 * What an SMS says: a place first, then facts in any order. A comma or a new line ends the place;
 * without one, the first fact does.
 *
 * @param place as said; empty where none was
 * @param counts of killed, injured and impacts, as they came
 * @param reality an exercise or a test only where it says so
 * @param at local time of day; null: now
 * @param yesterday whether it was yesterday
 * @param correction whether it says that it corrects an earlier one, which no SMS can
 * @param notUnderstood words that say nothing that we know, as they came
 * @param arabic whether it is written in Arabic
 */
record SmsText(
    String place,
    Map<String, SmsCount> counts,
    List<Target> targets,
    DeliveryMeans delivery,
    Reality reality,
    @Nullable LocalTime at,
    boolean yesterday,
    boolean correction,
    List<String> notUnderstood,
    boolean arabic) {
  private static final Pattern PARTS = Pattern.compile("[,،;؛\\r\\n|]+");
  private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");
  private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:.](\\d{2})");

  /** "20killed", and "and20" as it is written in Arabic. */
  private static final Pattern GLUED = Pattern.compile("(?<=\\d)(?=\\p{L})|(?<=^و|\\sو)(?=\\d)");

  /** Else "no one killed" would be one. */
  private static final Pattern NO_ONE = Pattern.compile("(?i)\\bno[ -]one\\b");

  SmsText {
    counts = Map.copyOf(counts);
    targets = List.copyOf(targets);
    notUnderstood = List.copyOf(notUnderstood);
  }

  boolean hasFact() {
    return !counts.isEmpty()
        || !targets.isEmpty()
        || delivery != DeliveryMeans.UNKNOWN
        || at != null
        || yesterday;
  }

  /** Reads a message. */
  static SmsText of(String text) {
    return new Reading(NO_ONE.matcher(SmsWords.visible(text)).replaceAll("nobody")).read();
  }

  /** Goes through the words once. */
  private static final class Reading {
    private final String text;
    private final List<String> place = new ArrayList<>();
    private final Map<String, SmsCount> counts = new LinkedHashMap<>();
    private final List<Target> targets = new ArrayList<>();
    private final List<String> notUnderstood = new ArrayList<>();
    private DeliveryMeans delivery = DeliveryMeans.UNKNOWN;
    private Reality reality = Reality.ACTUAL;
    private @Nullable LocalTime at;
    private boolean yesterday;
    private boolean correction;
    private boolean placeEnded;

    Reading(String text) {
      this.text = text;
    }

    SmsText read() {
      var parts = PARTS.split(text.strip(), -1);
      for (var part : parts) {
        read(
            List.of(GLUED.matcher(part).replaceAll(" ").strip().split("\\s+", -1)),
            parts.length > 1);
        placeEnded = placeEnded || hasPlace();
      }
      return new SmsText(
          placeText(),
          counts,
          targets,
          delivery,
          reality,
          at,
          yesterday,
          correction,
          notUnderstood,
          ARABIC.matcher(text).find());
    }

    /**
     * @param placeIsApart whether a sign ends the place, so that it may hold a word such as market
     */
    private void read(List<String> words, boolean placeIsApart) {
      var next = 0;
      while (next < words.size()) {
        var taken = fact(words, next, placeIsApart && !placeEnded);
        if (taken > 0) {
          placeEnded = placeEnded || hasPlace();
          next += taken;
        } else {
          word(words.get(next));
          next++;
        }
      }
    }

    private void word(String word) {
      if (!placeEnded && !word.isEmpty()) {
        place.add(word);
      } else if (!SmsWords.isIdle(word) && !word.isEmpty()) {
        notUnderstood.add(word);
      }
    }

    /** How many words a fact takes; 0 where there is none. */
    private int fact(List<String> words, int next, boolean inPlace) {
      var word = words.get(next);
      var counted = count(words, next);
      if (counted > 0) {
        return counted;
      }
      var time = TIME.matcher(word);
      if (time.matches() && isTime(time.group(1), time.group(2))) {
        return 1;
      }
      if (SmsWords.isYesterday(word)) {
        yesterday = true;
        return 1;
      }
      if (SmsWords.isCorrection(word)) {
        correction = true;
        return 1;
      }
      var said = SmsWords.reality(word);
      if (said.isPresent()) {
        reality = said.get();
        return 1;
      }
      return inPlace ? 0 : what(word);
    }

    /** A number and what it counts, either first; or a word that says both. */
    private int count(List<String> words, int next) {
      var number = number(words, next);
      if (number.isPresent()) {
        return count(words, next, number.get());
      }
      var word = words.get(next);
      var two = SmsWords.two(word);
      if (two.isPresent()) {
        return put(two.get(), 2);
      }
      var what = SmsWords.counted(word);
      if (what.isEmpty()) {
        return 0;
      }
      var second = second(words, next + 1);
      var after = second < words.size() ? number(words, second) : Optional.<SmsNumber>empty();
      var count = after.filter(known -> !known.isJoined()).flatMap(SmsNumber::count);
      if (count.isPresent()) {
        counts.put(what.get(), count.get());
        return second - next + after.orElseThrow().words();
      }
      var isOne =
          SmsWords.one(word).isPresent()
              && words.subList(0, next).stream().noneMatch(SmsWords::isNone);
      return isOne ? put(what.get(), 1) : 0;
    }

    /** Words of a number that we cannot read say nothing, and nor does what they count. */
    private int count(List<String> words, int next, SmsNumber number) {
      var second = second(words, next + number.words());
      var what =
          second < words.size() ? SmsWords.counted(words.get(second)) : Optional.<String>empty();
      if (what.isEmpty()) {
        return 0;
      }
      number
          .count()
          .ifPresentOrElse(
              count -> counts.put(what.get(), count),
              () -> notUnderstood.addAll(words.subList(next, second + 1)));
      return second - next + 1;
    }

    private int put(String what, int count) {
      counts.put(what, new SmsCount(count, count));
      return 1;
    }

    private static Optional<SmsNumber> number(List<String> words, int next) {
      return SmsWords.isNone(words.get(next))
          ? Optional.of(new SmsNumber(1, SmsCount.of("0"), false))
          : SmsNumber.at(words, next);
    }

    /** Where the other half of a count stands. */
    private static int second(List<String> words, int next) {
      var second = next;
      while (second < words.size() - 1 && isSkipped(words.get(second))) {
        second++;
      }
      return second;
    }

    /** "And" begins something new. */
    private static boolean isSkipped(String word) {
      return word.equals(":")
          || word.equals("=")
          || (SmsWords.isIdle(word) && !SmsWords.isAnd(word));
    }

    private boolean isTime(String hour, String minute) {
      try {
        at = LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute));
        return true;
      } catch (DateTimeException e) {
        return false;
      }
    }

    /** A word that begins the message may belong to the place's name, so it stays there too. */
    private int what(String word) {
      var target = SmsWords.target(word);
      var means = SmsWords.delivery(word);
      target.filter(known -> !targets.contains(known)).ifPresent(targets::add);
      if (means.isPresent()) {
        delivery = means.get();
      }
      var isLeading = !hasPlace() && !placeEnded;
      return means.isPresent() || (target.isPresent() && !isLeading) ? 1 : 0;
    }

    private boolean hasPlace() {
      return !place.stream().allMatch(SmsWords::isIdle);
    }

    private String placeText() {
      var first = 0;
      var last = place.size();
      while (first < last && SmsWords.isIdle(place.get(first))) {
        first++;
      }
      while (last > first && SmsWords.isIdle(place.get(last - 1))) {
        last--;
      }
      return String.join(" ", place.subList(first, last));
    }
  }
}
