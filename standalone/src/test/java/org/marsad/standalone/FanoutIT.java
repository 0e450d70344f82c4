package org.marsad.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;

/**
 * The fan-out over a real broker: receivers of every kind, several instances, the log read anew.
 */
class FanoutIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir private Path folder;
  private AlertLog log;
  private final Map<String, Hook> hooks = new LinkedHashMap<>();

  @BeforeEach
  void start() throws Exception {
    log = new AlertLog(folder.resolve("broker"));
  }

  @AfterEach
  void stop() {
    hooks.values().forEach(Hook::close);
    log.close();
  }

  @Test
  void shouldGiveEachReceiverItsOutcomeWhileOneHangs() throws Exception {
    // Given receivers of every kind
    var over = new CountDownLatch(1);
    var down = new AtomicBoolean(true);
    var first = new AtomicBoolean(true);
    var trap = Hook.healthy();
    hooks.put("trap", trap); // told of nothing: nobody's address but that of a redirect
    var subscribers = new LinkedHashMap<String, Hook>();
    var hangs = new Hook((one, exchange) -> over.await());
    subscribers.put("hangs", hangs);
    subscribers.put(
        "down", new Hook((one, exchange) -> Hook.answer(exchange, down.get() ? 500 : 200)));
    var busy =
        new Hook(
            (one, exchange) -> {
              exchange.getResponseHeaders().set("retry-after", "2");
              Hook.answer(exchange, first.getAndSet(false) ? 429 : 200);
            });
    subscribers.put("busy", busy);
    var gone = new Hook((one, exchange) -> Hook.answer(exchange, 410));
    subscribers.put("gone", gone);
    subscribers.put(
        "redirects",
        new Hook(
            (one, exchange) -> {
              exchange.getResponseHeaders().set("location", trap.url());
              Hook.answer(exchange, 302);
            }));
    var healthy = Map.of("one", Hook.healthy(), "two", Hook.healthy(), "three", Hook.healthy());
    subscribers.putAll(healthy);
    hooks.putAll(subscribers);
    try (var fanout =
        log.fanout(AlertLog.subscribers(folder.resolve("s.yaml"), subscribers), Map.of())) {
      await().atMost(PATIENCE).until(fanout::isReady);
      // When
      var strikes = strikes("strike", 40);
      log.publish(strikes);
      // Then the healthy ones have all of it, while one still hangs
      for (var team : healthy.values()) {
        await().atMost(PATIENCE).until(() -> team.came().size() == strikes.length);
        assertThat(team.messages()).doesNotHaveDuplicates();
      }
      assertThat(hangs.came().stream().map(Hook.Came::webhookId).distinct()).hasSize(1);
      assertThat(log.outcomes("hangs")).doesNotContain("DELIVERED");
      // and each of the others its outcome
      await().atMost(PATIENCE).until(() -> busy.came().size() == 41);
      await().atMost(PATIENCE).until(() -> log.outcomes("gone").size() == strikes.length);
      down.set(false);
      await().atMost(PATIENCE).until(() -> delivered("down") == strikes.length);
      assertThat(log.outcomes("down")).contains("RETRY_LATER HTTP_500");
      assertThat(gone.came()).hasSize(1); // and is left alone from then on
      assertThat(log.outcomes("gone"))
          .containsOnlyOnce("GAVE_UP GONE")
          .containsOnly("GAVE_UP GONE", "SUPPRESSED GONE");
      assertThat(log.outcomes("redirects"))
          .contains("RETRY_LATER HTTP_302")
          .doesNotContain("DELIVERED");
      assertThat(trap.came()).isEmpty();
      assertThat(delivered("busy")).isEqualTo(strikes.length);
      assertThat(log.deliveries("busy"))
          .filteredOn(delivery -> "HTTP_429".equals(delivery.getReason()))
          .singleElement()
          .satisfies(
              delivery ->
                  // 2 s after the answer, which was recorded a moment later; our own wait is 1 s
                  assertThat(delivery.getNextAttemptAt())
                      .isAfter(delivery.getAt().plusMillis(1_500)));
      over.countDown();
    }
    for (var team : healthy.keySet()) {
      assertThat(log.outcomes(team)).hasSize(40).containsOnly("DELIVERED");
    }
  }

  @Test
  void shouldTellNobodyAnythingWhenTheLogIsReadAnew() throws Exception {
    // Given fresh alerts, and old ones as a replay of history publishes them
    var crew = Hook.healthy();
    hooks.put("crew", crew);
    var subscribers = AlertLog.subscribers(folder.resolve("s.yaml"), hooks);
    var fresh = strikes("fresh", 20);
    log.publish(fresh);
    log.publish(
        IntStream.range(0, 20).mapToObj(number -> stale("stale-" + number)).toArray(Alert[]::new));
    try (var fanout = log.fanout(subscribers, Map.of())) {
      await().atMost(PATIENCE).until(() -> crew.came().size() == fresh.length);
      log.publish(revision("fresh-0", 2, MessageType.UPDATE));
      await().atMost(PATIENCE).until(() -> fanout.counts().alerts() == 41 && fanout.isDrained());
    }
    assertThat(crew.came()).hasSize(21).noneMatch(one -> one.alertId().startsWith("stale"));
    var recorded = log.outcomes("crew");
    assertThat(recorded).filteredOn("SUPPRESSED STALE"::equals).hasSize(20);
    // When the group has forgotten how far it was, and when another group reads
    await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> log.wipe("marsad-fanout"));
    try (var fanout = log.fanout(subscribers, Map.of())) {
      await().atMost(PATIENCE).until(() -> fanout.counts().alerts() == 41 && fanout.isDrained());
    }
    try (var fanout = log.fanout(subscribers, Map.of("group.id", "another"))) {
      await().atMost(PATIENCE).until(() -> fanout.counts().alerts() == 41 && fanout.isDrained());
    }
    // Then
    assertThat(crew.came()).hasSize(21);
    assertThat(log.outcomes("crew")).isEqualTo(recorded);
  }

  @Test
  void shouldShareTheWorkAmongInstancesAndPassItOn() throws Exception {
    // Given a team that takes its time, so that alerts wait for it when the second one comes
    var slow = new AtomicBoolean(true);
    var crew =
        new Hook(
            (one, exchange) -> {
              Thread.sleep(slow.get() ? 100 : 0);
              Hook.answer(exchange, 200);
            });
    hooks.put("crew", crew);
    var subscribers = AlertLog.subscribers(folder.resolve("s.yaml"), hooks);
    try (var first = log.fanout(subscribers, Map.of("instance", "1"))) {
      await().atMost(PATIENCE).until(first::isReady);
      log.publish(strikes("alone", 50));
      try (var second = log.fanout(subscribers, Map.of("instance", "2"))) {
        await().atMost(PATIENCE).until(second::isReady);
        slow.set(false);
        // When
        log.publish(strikes("both", 100));
        await().atMost(PATIENCE).until(() -> crew.came().size() >= 150);
        // Then both had their part
        assertThat(first.counts().delivered()).isBetween(51L, 149L);
        assertThat(second.counts().delivered()).isBetween(1L, 99L);
        // When one of them goes in the middle of it
        log.publish(strikes("handed over", 100));
      }
      await().atMost(PATIENCE).until(() -> delivered("crew") == 250);
    }
    // Then nothing is missing, and nothing came twice
    assertThat(crew.messages()).doesNotHaveDuplicates().hasSize(250);
  }

  private long delivered(String subscriber) {
    return log.outcomes(subscriber).stream().filter("DELIVERED"::equals).count();
  }

  private static Alert[] strikes(String name, int number) {
    return IntStream.range(0, number)
        .mapToObj(n -> AlertLog.strike(name + "-" + n).build())
        .toArray(Alert[]::new);
  }

  private static Alert revision(String alertId, int revision, MessageType type) {
    return AlertLog.strike(alertId).setRevision(revision).setMessageType(type).build();
  }

  private static Alert stale(String alertId) {
    var then = Instant.parse("2016-10-11T11:25:00Z");
    return AlertLog.strike(alertId).setSentAt(then).setExpiresAt(then.plusSeconds(3600)).build();
  }
}
