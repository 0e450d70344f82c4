package org.marsad.consumer.operations.mutes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.decisions.WhoAndWhy;
import org.marsad.message.AreaProfile;
import org.marsad.message.Reality;
import org.marsad.message.SubjectKind;
import org.marsad.schemas.names.CloseNames;

/**
 * A mute that somebody wants to set, before it is known whether it can be.
 *
 * @param reality of the alerts that it covers
 * @param area code of the area
 * @param neighbourhood code of a neighbourhood of it; null: the whole area
 * @param subject kind of subject that it covers; null: all
 * @param subscriber id of one; null: all
 * @param extreme whether it covers extreme alerts too
 * @param by a role or pseudonym, never a person's name
 * @param reason in words
 * @param length how long it holds
 */
public record MuteDraft(
    Reality reality,
    String area,
    @Nullable String neighbourhood,
    @Nullable SubjectKind subject,
    @Nullable String subscriber,
    boolean extreme,
    String by,
    String reason,
    Duration length) {

  /** A mute that is forgotten must not outlast the next shifts by much. */
  static final Duration LONGEST = Duration.ofDays(7);

  /**
   * What is wrong with it; empty where nothing is.
   *
   * @param areas profiles of those that there are
   */
  List<String> faults(List<AreaProfile> areas) {
    var faults = new ArrayList<>(placeFaults(areas));
    if (length.isNegative() || length.isZero() || length.compareTo(LONGEST) > 0) {
      faults.add("length: " + length + " (expected: more than PT0S, at most " + LONGEST + ")");
    }
    faults.addAll(WhoAndWhy.faults(by, reason));
    return faults;
  }

  /** A mute of a misspelt place would mute nothing, and its author would not know. */
  private List<String> placeFaults(List<AreaProfile> areas) {
    var named = areas.stream().filter(one -> one.getCode().equals(area)).findFirst();
    if (named.isEmpty()) {
      return List.of(
          expected("area: " + area, "the code of a known area", CloseNames.ofAreas(area, areas)));
    }
    var profile = named.get();
    var part = neighbourhood;
    if (part == null
        || profile.getNeighbourhoods().stream().anyMatch(one -> one.getCode().equals(part))) {
      return List.of();
    }
    return List.of(
        expected(
            "neighbourhood: " + part,
            "the code of one of " + area,
            CloseNames.ofNeighbourhoods(part, List.of(profile))));
  }

  private static String expected(String said, String what, List<String> close) {
    return "%s (expected: %s%s)".formatted(said, what, CloseNames.didYouMean(close));
  }
}
