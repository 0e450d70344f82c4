package org.marsad.consumer.operations.board;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Intent;

/**
 * Who answered which alert with what: the last word of each team, shown as how many teams of a
 * subscriber say so. Who a team is shows to nobody here. Thread-safe.
 */
public final class AnswerBook {
  private final int capacity;
  private final Map<String, Map<String, Map<String, Acknowledgement>>> bySubscriberAndTeam;

  /**
   * @param capacity alerts whose answers are kept, at least 1; the first answered go first
   */
  public AnswerBook(int capacity) {
    this.capacity = capacity;
    this.bySubscriberAndTeam = new LinkedHashMap<>();
  }

  /** Takes an answer in; one that is older than the team's last word is ignored. */
  public synchronized void add(Acknowledgement answer) {
    bySubscriberAndTeam
        .computeIfAbsent(answer.getAlertId(), alert -> new TreeMap<>())
        .computeIfAbsent(answer.getSubscriber(), subscriber -> new HashMap<>())
        .merge(
            answer.getTeam(),
            answer,
            (known, other) -> other.getAt().isBefore(known.getAt()) ? known : other);
    if (bySubscriberAndTeam.size() > capacity) {
      bySubscriberAndTeam.remove(bySubscriberAndTeam.keySet().iterator().next());
    }
  }

  /** The last word of each team of whoever is not hidden. */
  public synchronized List<Acknowledgement> words(String alertId, Predicate<String> isHidden) {
    return bySubscriberAndTeam.getOrDefault(alertId, Map.of()).entrySet().stream()
        .filter(entry -> !isHidden.test(entry.getKey()))
        .flatMap(entry -> entry.getValue().values().stream())
        .toList();
  }

  /**
   * The answers to an alert: {@code {"alertId", "answers": [{"subscriber", "intent", "teams",
   * "at"}]}}, by subscriber and intent; empty where there is none.
   *
   * @param isHidden whether what a subscriber says may not show
   */
  public synchronized Optional<ObjectNode> of(String alertId, Predicate<String> isHidden) {
    var subscribers = new TreeMap<>(bySubscriberAndTeam.getOrDefault(alertId, Map.of()));
    subscribers.keySet().removeIf(isHidden);
    if (subscribers.isEmpty()) {
      return Optional.empty();
    }
    var view = JsonNodeFactory.instance.objectNode().put("alertId", alertId);
    var answers = view.putArray("answers");
    subscribers.forEach(
        (subscriber, teams) -> {
          var counts = new EnumMap<Intent, Integer>(Intent.class);
          var latest = new EnumMap<Intent, Instant>(Intent.class);
          for (var word : teams.values()) {
            counts.merge(word.getIntent(), 1, Integer::sum);
            latest.merge(
                word.getIntent(), word.getAt(), (one, other) -> one.isAfter(other) ? one : other);
          }
          counts.forEach(
              (intent, count) ->
                  answers
                      .addObject()
                      .put("subscriber", subscriber)
                      .put("intent", intent.name())
                      .put("teams", count)
                      .put("at", String.valueOf(latest.get(intent))));
        });
    return Optional.of(view);
  }
}
