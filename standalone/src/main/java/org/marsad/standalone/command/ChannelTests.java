package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.marsad.standalone.client.ApiClient;
import org.marsad.standalone.client.ApiException;

/** Marked TESTs over the real path, one for each subscriber, and what becomes of them. */
final class ChannelTests {
  private static final long LOOK_AGAIN_MS = 200;
  private static final int UNKNOWN = 404;

  private final ApiClient api;
  private final Duration wait;

  /**
   * @param api of the Marsad whose fan-out sends them
   * @param wait how long to wait for the outcomes
   */
  ChannelTests(ApiClient api, Duration wait) {
    this.api = api;
    this.wait = wait;
  }

  /**
   * The outcomes, in the order of those who are tested; all are tested at the same time.
   *
   * @param subscribers by their ids
   */
  List<TestOutcomes> run(List<String> subscribers) throws IOException, InterruptedException {
    var known = new TreeMap<String, TestOutcomes>();
    for (var subscriber : api.get("/subscribers").path("subscribers")) {
      known.put(subscriber.path("id").asText(), TestOutcomes.of(subscriber));
    }
    var outcomes = new ArrayList<TestOutcomes>();
    var alerts = new ArrayList<String>();
    for (var id : subscribers) {
      var sent =
          api.post(
              ApiClient.path("subscribers", id, "test"), JsonNodeFactory.instance.objectNode());
      alerts.add(sent.path("alertId").asText());
      outcomes.add(known.getOrDefault(id, TestOutcomes.NONE));
    }
    var end = System.nanoTime() + wait.toNanos();
    while (!look(alerts, outcomes) && System.nanoTime() < end) {
      Thread.sleep(LOOK_AGAIN_MS);
    }
    return outcomes;
  }

  /** Whether all have come. */
  private boolean look(List<String> alerts, List<TestOutcomes> outcomes)
      throws IOException, InterruptedException {
    var areComplete = true;
    for (var i = 0; i < alerts.size(); i++) {
      if (!outcomes.get(i).isComplete()) {
        outcomes.set(i, outcomes.get(i).after(deliveries(alerts.get(i))));
        areComplete &= outcomes.get(i).isComplete();
      }
    }
    return areComplete;
  }

  /** None as long as the service has not read the test itself. */
  private Iterable<JsonNode> deliveries(String alertId) throws IOException, InterruptedException {
    try {
      return api.get(ApiClient.path("alerts", alertId, "deliveries")).path("deliveries");
    } catch (ApiException e) {
      if (e.status() != UNKNOWN) {
        throw e;
      }
      return List.of();
    }
  }
}
