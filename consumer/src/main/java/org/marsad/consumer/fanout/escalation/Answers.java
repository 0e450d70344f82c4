package org.marsad.consumer.fanout.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Intent;

/**
 * What the teams that were told of one alert have answered. Each team's word stands until its next
 * one; no team's word changes another's.
 */
final class Answers {
  private static final Comparator<Acknowledgement> IN_TIME =
      Comparator.comparing(Acknowledgement::getAt);

  private final Map<String, List<Acknowledgement>> byTeam = new LinkedHashMap<>();

  /** Takes an answer in; the same one twice counts once. */
  void add(Acknowledgement answer) {
    var team = answer.getSubscriber() + "/" + answer.getTeam();
    var words = byTeam.computeIfAbsent(team, unknown -> new ArrayList<>());
    if (!words.contains(answer)) {
      words.add(answer);
      words.sort(IN_TIME);
    }
  }

  /**
   * When somebody had answered: from SEEN on for a while, for to see is not to act; from EN_ROUTE
   * and PREPARED on for good; each until the same team says something else.
   *
   * @param seenHolds how long SEEN holds
   */
  List<Hold> holds(Duration seenHolds) {
    var holds = new ArrayList<Hold>();
    for (var words : byTeam.values()) {
      for (var i = 0; i < words.size(); i++) {
        var word = words.get(i);
        var next = i + 1 < words.size() ? words.get(i + 1).getAt() : Instant.MAX;
        var until = until(word, seenHolds);
        var end = until.isBefore(next) ? until : next;
        if (word.getAt().isBefore(end)) {
          holds.add(new Hold(word.getAt(), end));
        }
      }
    }
    return holds;
  }

  /** When each team whose last word is CANNOT said it, oldest first. */
  List<Instant> refusals() {
    return byTeam.values().stream()
        .map(words -> words.get(words.size() - 1))
        .filter(last -> last.getIntent() == Intent.CANNOT)
        .map(Acknowledgement::getAt)
        .sorted()
        .toList();
  }

  private static Instant until(Acknowledgement word, Duration seenHolds) {
    return switch (word.getIntent()) {
      case SEEN -> word.getAt().plus(seenHolds);
      case EN_ROUTE, PREPARED -> Instant.MAX;
      case CANNOT -> word.getAt();
    };
  }
}
