package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What became of a test, by channel.
 *
 * @param lastSuccesses when each channel that is waited for last reached its receiver before; an
 *     empty text: never
 * @param outcomes the newest delivery over each channel
 */
record TestOutcomes(Map<String, String> lastSuccesses, Map<String, JsonNode> outcomes) {
  /** Of a subscriber of whom no channel is known. */
  static final TestOutcomes NONE = new TestOutcomes(Map.of(), Map.of());

  private static final String DELIVERED = "DELIVERED";
  private static final String RETRY_LATER = "RETRY_LATER";
  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;
  private static final int DAY = 24 * HOUR;

  TestOutcomes {
    lastSuccesses = Map.copyOf(lastSuccesses);
    outcomes = Map.copyOf(outcomes);
  }

  /** Before anything has come: what is sent to is waited for, what is fetched is not. */
  static TestOutcomes of(JsonNode subscriber) {
    var channels = new TreeMap<String, String>();
    for (var channel : subscriber.path("channels")) {
      if (channel.path("pushed").asBoolean()) {
        channels.put(channel.path("channel").asText(), channel.path("lastSuccessAt").asText());
      }
    }
    return new TestOutcomes(channels, Map.of());
  }

  /** With the deliveries of the test, oldest first. */
  TestOutcomes after(Iterable<JsonNode> deliveries) {
    var newest = new TreeMap<String, JsonNode>();
    deliveries.forEach(delivery -> newest.put(delivery.path("channel").asText(), delivery));
    return new TestOutcomes(lastSuccesses, newest);
  }

  /** Whether every channel has its final outcome. */
  boolean isComplete() {
    return outcomes.keySet().containsAll(lastSuccesses.keySet())
        && outcomes.values().stream().noneMatch(one -> is(one, RETRY_LATER));
  }

  /** Whether everything that is sent has reached its receiver. */
  boolean allDelivered() {
    return outcomes.keySet().containsAll(lastSuccesses.keySet())
        && outcomes.values().stream().allMatch(one -> is(one, DELIVERED));
  }

  /** A line for each channel. */
  List<String> lines(Instant now) {
    var all = new TreeSet<>(outcomes.keySet());
    all.addAll(lastSuccesses.keySet());
    var lines = new ArrayList<String>();
    for (var channel : all) {
      var before = lastSuccesses.getOrDefault(channel, "");
      lines.add(
          "%-16s %-24s last success before: %s"
              .formatted(
                  channel,
                  outcome(outcomes.get(channel)),
                  before.isEmpty()
                      ? "never"
                      : age(Duration.between(Instant.parse(before), now)) + " ago"));
    }
    return lines;
  }

  private static boolean is(JsonNode delivery, String outcome) {
    return delivery.path("outcome").asText().equals(outcome);
  }

  private static String outcome(@Nullable JsonNode delivery) {
    if (delivery == null) {
      return "nothing yet";
    }
    return (delivery.path("outcome").asText() + " " + delivery.path("reason").asText("")).strip();
  }

  private static String age(Duration age) {
    var seconds = Math.max(0, age.toSeconds());
    if (seconds < MINUTE) {
      return seconds + " s";
    }
    if (seconds < HOUR) {
      return seconds / MINUTE + " min";
    }
    return seconds < DAY ? seconds / HOUR + " h" : seconds / DAY + " d";
  }
}
