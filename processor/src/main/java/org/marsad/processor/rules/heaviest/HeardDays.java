package org.marsad.processor.rules.heaviest;

import java.util.OptionalLong;

/** On which days somebody was heard of. */
interface HeardDays {
  boolean isHeard(long day);

  /** The latest day before one, and not before the earliest, that somebody was heard of. */
  OptionalLong heardBefore(long day, long earliest);

  /** The first day after one, and not after the latest, that somebody was heard of. */
  OptionalLong heardAfter(long day, long latest);

  /**
   * The first day that somebody was heard of after the latest pause before a day. The day itself
   * counts as heard of.
   *
   * @param pauseDays so many days in a row without a word are no pause yet
   */
  default long watchedSince(long day, int pauseDays) {
    var since = day;
    var earlier = heardBefore(since, since - pauseDays - 1);
    while (earlier.isPresent()) {
      since = earlier.getAsLong();
      earlier = heardBefore(since, since - pauseDays - 1);
    }
    return since;
  }

  /** The most days in a row without a word, from the first day to the last. */
  default int longestSilence(long first, long last) {
    var longest = 0;
    var silence = 0;
    for (var day = first; day <= last; day++) {
      silence = isHeard(day) ? 0 : silence + 1;
      longest = Math.max(longest, silence);
    }
    return longest;
  }
}
