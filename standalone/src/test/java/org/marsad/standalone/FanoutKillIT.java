package org.marsad.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.consumer.fanout.FanoutMain;
import org.marsad.message.Alert;
import org.marsad.message.Delivery;
import org.marsad.message.DeliveryOutcome;

/**
 * The fan-out killed again and again, right after a receiver's answer: before it is recorded.
 * {@code -Dmarsad.kills=N} kills so often.
 */
class FanoutKillIT {
  private static final long SEED = Long.getLong("marsad.seed", 20161011);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int KILLS = Integer.getInteger("marsad.kills", 4);
  private static final int LANES = 4;
  private static final int ALERTS_A_KILL = 6;

  @TempDir private Path folder;
  private final Random random = new Random(SEED);
  private final ConcurrentLinkedQueue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
  private final AtomicInteger untilKill = new AtomicInteger();
  private volatile CountDownLatch killed = new CountDownLatch(1);
  private volatile @Nullable ChildJvm victim;
  private volatile long delayNanos;

  /** What came to a lane, and in which life of the fan-out. */
  private record Arrival(String lane, int life, String webhookId, String alertId) {}

  @Test
  void shouldLoseNothingAndRepeatOneDeliveryOfALaneAtMostForEachKill() throws Exception {
    System.out.println("marsad.seed=" + SEED);
    var hooks = new LinkedHashMap<String, Hook>();
    for (var lane = 0; lane < LANES; lane++) {
      var name = "lane-" + lane;
      hooks.put(name, new Hook((one, exchange) -> arrive(name, one, exchange)));
    }
    try (var log = new AlertLog(folder.resolve("broker"))) {
      for (var life = 1; life <= KILLS; life++) {
        untilKill.set(1 + random.nextInt(LANES * ALERTS_A_KILL));
        delayNanos = random.nextInt(2_000_000); // up to 2 ms
        killed = new CountDownLatch(1);
        log.publish(strikes(life));
        try (var fanout = start(log, hooks, life)) {
          victim = fanout;
          assertThat(killed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
      }
      try (var fanout = start(log, hooks, KILLS + 1)) {
        fanout.await(PATIENCE, () -> told(log).size() == LANES * KILLS * ALERTS_A_KILL);
        assertThat(fanout.stop()).isIn(0, 143); // asked to stop by a signal
      }
      // Then each lane has everything
      for (var lane : hooks.keySet()) {
        assertThat(came(lane).stream().map(Arrival::alertId).distinct())
            .hasSize(KILLS * ALERTS_A_KILL);
        assertRepeats(came(lane));
      }
    } finally {
      hooks.values().forEach(Hook::close);
    }
    System.out.println(
        "repeated " + (arrivals.size() - LANES * KILLS * ALERTS_A_KILL) + " of " + arrivals.size());
  }

  /** Each kill can keep one delivery from being recorded; a later life repeats it. */
  private static void assertRepeats(List<Arrival> lane) {
    var keys = new HashMap<String, String>();
    var repeated = 0;
    for (var life = 1; life <= KILLS + 1; life++) {
      var ofLife = of(life, lane);
      assertThat(ofLife).extracting(Arrival::alertId).doesNotHaveDuplicates();
      for (var arrival : ofLife) {
        var before = keys.put(arrival.alertId(), arrival.webhookId());
        assertThat(before).isIn(null, arrival.webhookId());
        repeated += before == null ? 0 : 1;
      }
      assertThat(repeated).as("repeated up to life %d", life).isLessThan(life);
    }
  }

  private static List<Arrival> of(int life, List<Arrival> arrivals) {
    return arrivals.stream().filter(arrival -> arrival.life() == life).toList();
  }

  private void arrive(String lane, Hook.Came one, HttpExchange exchange) throws IOException {
    var life = Integer.parseInt(one.path().substring(1));
    arrivals.add(new Arrival(lane, life, one.webhookId(), one.alertId()));
    Hook.answer(exchange, 200);
    exchange.close(); // the answer is out
    if (untilKill.decrementAndGet() == 0) {
      LockSupport.parkNanos(delayNanos);
      Objects.requireNonNull(victim).kill();
      killed.countDown();
    }
  }

  private static Alert[] strikes(int life) {
    return IntStream.range(0, ALERTS_A_KILL)
        .mapToObj(number -> AlertLog.strike("strike-%d-%d".formatted(life, number)).build())
        .toArray(Alert[]::new);
  }

  /** A fan-out whose receivers are told, by the path, in which of its lives it sends. */
  private ChildJvm start(AlertLog log, Map<String, Hook> hooks, int life) throws IOException {
    var subscribers = AlertLog.subscribers(folder.resolve("s.yaml"), hooks, Integer.toString(life));
    return ChildJvm.start(
        FanoutMain.class,
        folder.resolve("fanout.output"),
        Map.of(
            "MARSAD_KAFKA_BOOTSTRAP_SERVERS", log.bootstrapServers(),
            "MARSAD_SUBSCRIBERS_FILE", subscribers.toString(),
            "MARSAD_HTTP_PORT", "0"),
        List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
  }

  private List<Arrival> came(String lane) {
    return arrivals.stream().filter(arrival -> arrival.lane().equals(lane)).toList();
  }

  /** What is recorded as delivered, each once. */
  private static Set<String> told(AlertLog log) {
    var told = new HashSet<String>();
    for (var lane = 0; lane < LANES; lane++) {
      log.deliveries("lane-" + lane).stream()
          .filter(delivery -> delivery.getOutcome() == DeliveryOutcome.DELIVERED)
          .map(Delivery::getIdempotencyKey)
          .forEach(told::add);
    }
    return told;
  }
}
