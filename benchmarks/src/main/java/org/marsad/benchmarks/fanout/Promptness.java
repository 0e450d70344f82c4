package org.marsad.benchmarks.fanout;

import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.HdrHistogram.ConcurrentHistogram;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.marsad.benchmarks.measuring.Figure;
import org.marsad.benchmarks.measuring.Interleaved;
import org.marsad.benchmarks.measuring.Mark;
import org.marsad.benchmarks.measuring.Run;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.channels.terminal.TerminalAlerts;
import org.marsad.consumer.fanout.FanoutApp;
import org.marsad.consumer.fanout.FanoutSettings;
import org.marsad.consumer.subscribers.SubscribersSource;
import org.marsad.message.Alert;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;
import org.marsad.schemas.launch.KafkaConnection;
import org.marsad.schemas.settings.Settings;
import org.marsad.standalone.TemporaryFolder;
import org.marsad.standalone.TopicSetup;
import org.marsad.standalone.broker.EmbeddedBroker;

/**
 * From an alert's due time to the healthy receivers, 99th percentile: beside one receiver that
 * hangs, one that answers 500 for a minute, one 429 with Retry-After, one 410 and one that
 * redirects to 127.0.0.1, against the same without them.
 *
 * <p>Open loop: alerts are published on a plan, and time counts from the plan, so that a late start
 * is no excuse.
 *
 * @param pairs that are kept
 * @param progress is told what is going on, a line each
 */
public record Promptness(int pairs, Consumer<String> progress) {
  private static final int HEALTHY = 8;
  private static final int ALERTS = 1_500;
  private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long BAD_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final long LAST_AFTER_SECONDS = 60;
  private static final int PARTITIONS = 4;
  private static final String TOWN = "aleppo";

  /** Where the alert happens by which the healthy ones know that the fan-out tells them. */
  private static final String READY_TOWN = "homs";

  private static final int READY = ALERTS;
  private static final double MICROS_PER_MILLI = 1000;
  private static final MessageCodec<Alert> CODEC = MessageCodec.of(Alert.class);

  /** Measures: {@value #ALERTS} alerts a run, twenty a second. */
  public List<Figure> run() throws Exception {
    try (var folder = TemporaryFolder.create("marsad-bench");
        var broker = EmbeddedBroker.start(folder.path(), 0)) {
      run(broker, new Topics("warming-up-"), false); // so that the bad ones meet nobody cold
      progress.accept("fanout: warmed up");
      var kept =
          Interleaved.run(
              pairs,
              pair -> run(broker, new Topics("pair-%d-beside-".formatted(pair)), true),
              pair -> run(broker, new Topics("pair-%d-alone-".formatted(pair)), false),
              (number, pair) -> progress.accept(pair.told("fanout p99", number, pairs, "ms")));
      return List.of(Figure.of("fanout p99", "ms", Mark.atMost(1.2), kept));
    }
  }

  private static Run run(EmbeddedBroker broker, Topics topics, boolean beside) throws Exception {
    Map<String, Object> kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
    TopicSetup.prepare(
        KafkaConnection.to(broker.bootstrapServers(), topics.prefix()), PARTITIONS, List.of());
    var waits = new ConcurrentHistogram(3);
    var ready = new CountDownLatch(HEALTHY);
    var told = new CountDownLatch(HEALTHY * ALERTS);
    var plan = new Plan();
    var receivers = new ArrayList<Receiver>();
    try {
      for (var i = 0; i < HEALTHY; i++) {
        receivers.add(
            new Receiver(
                "healthy-" + i,
                (body, exchange) -> {
                  var number = Plan.numberIn(body);
                  if (number == READY) {
                    ready.countDown();
                  } else {
                    waits.recordValue(plan.microsSince(number));
                    told.countDown();
                  }
                  Receiver.answer(exchange, 200);
                },
                TOWN,
                READY_TOWN));
      }
      if (beside) {
        receivers.addAll(bad());
      }
      try (var fanout = fanout(broker, topics, receivers);
          var producer =
              new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer())) {
        fanout.start();
        publish(alert(READY, READY_TOWN), topics, producer);
        await(ready);
        var cpuBefore = cpuNanos();
        plan.begin();
        publish(plan, topics, producer);
        await(told);
        return new Run(
            waits.getValueAtPercentile(99) / MICROS_PER_MILLI, (cpuNanos() - cpuBefore) / 1e9);
      }
    } finally {
      receivers.forEach(Receiver::close);
    }
  }

  private static void await(CountDownLatch told) throws InterruptedException {
    if (!told.await(LAST_AFTER_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(
          "healthy receivers: %d messages are missing".formatted(told.getCount()));
    }
  }

  private static List<Receiver> bad() throws Exception {
    var bad = new ArrayList<Receiver>();
    var never = new CountDownLatch(1);
    var began = System.nanoTime();
    var first = new AtomicBoolean(true);
    bad.add(new Receiver("hangs", (body, exchange) -> never.await(), TOWN));
    bad.add(
        new Receiver(
            "down",
            (body, exchange) ->
                Receiver.answer(exchange, System.nanoTime() - began < BAD_NANOS ? 500 : 200),
            TOWN));
    bad.add(
        new Receiver(
            "busy",
            (body, exchange) -> {
              exchange.getResponseHeaders().set("retry-after", "2");
              Receiver.answer(exchange, first.getAndSet(false) ? 429 : 200);
            },
            TOWN));
    bad.add(new Receiver("gone", (body, exchange) -> Receiver.answer(exchange, 410), TOWN));
    bad.add(
        new Receiver(
            "redirects",
            (body, exchange) -> {
              exchange.getResponseHeaders().set("location", "http://127.0.0.1/");
              Receiver.answer(exchange, 302);
            },
            TOWN));
    return bad;
  }

  private static FanoutApp fanout(EmbeddedBroker broker, Topics topics, List<Receiver> receivers)
      throws Exception {
    var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    var areas = new AreaDirectory();
    var settings =
        Settings.of(
            FanoutSettings.DEFINITION,
            Map.of(
                KafkaConnection.BOOTSTRAP_SERVERS,
                broker.bootstrapServers(),
                KafkaConnection.TOPICS_PREFIX,
                topics.prefix(),
                FanoutSettings.GROUP_ID,
                "fanout"),
            Map.of());
    return new FanoutApp(
        settings,
        SubscribersSource.of(receivers.stream().map(Receiver::subscriber).toList()),
        areas,
        new TerminalAlerts(silent, areas, false),
        Clock.systemUTC());
  }

  private static void publish(Plan plan, Topics topics, KafkaProducer<String, byte[]> producer) {
    for (var number = 0; number < ALERTS; number++) {
      plan.await(number);
      publish(alert(number, TOWN), topics, producer);
    }
    producer.flush();
  }

  private static void publish(Alert alert, Topics topics, KafkaProducer<String, byte[]> producer) {
    var unused =
        producer.send(
            new ProducerRecord<>(topics.alerts(), alert.getAlertId(), CODEC.encode(alert)));
  }

  /** EXTREME, so that no summary ever stands for it. */
  private static Alert alert(int number, String town) {
    return StrikeAlerts.of(Plan.STRIKE + number, town, Instant.now()).build();
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** When each alert is due. */
  private static final class Plan {
    static final String STRIKE = "bench-";

    private static final Pattern NUMBER = Pattern.compile(STRIKE + "(\\d+)");
    private volatile long began;

    void begin() {
      began = System.nanoTime();
    }

    void await(int number) {
      var due = began + number * EVERY_NANOS;
      for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }

    long microsSince(int number) {
      return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began - number * EVERY_NANOS);
    }

    /** Which alert a message is about. */
    static int numberIn(String body) {
      var found = NUMBER.matcher(body);
      if (!found.find()) {
        throw new IllegalArgumentException("message: without an alert of ours: " + body);
      }
      return Integer.parseInt(found.group(1));
    }
  }
}
