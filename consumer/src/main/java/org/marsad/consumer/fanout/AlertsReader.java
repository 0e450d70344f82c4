package org.marsad.consumer.fanout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.marsad.consumer.audience.Confidential;
import org.marsad.consumer.fanout.stages.Fanout;
import org.marsad.consumer.fanout.stages.Share;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;
import org.marsad.message.Delivery;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;
import org.marsad.schemas.UndecodableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that reads alerts and commits how far they are final.
 *
 * <p>Before it takes alerts of a partition, it reads what was delivered so far: by an earlier run,
 * or by the instance that had the partition before.
 */
final class AlertsReader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlertsReader.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long MILLISECONDS_TO_END = 10_000;

  /** Older deliveries are forgotten, unless their alert has had others since. */
  private static final Duration READ_BACK = Fanout.KEPT.multipliedBy(2);

  /** Longer than a real alert stands. */
  private static final Duration STANDING = Duration.ofHours(36);

  private static final Duration BETWEEN_OBSERVATIONS = Duration.ofSeconds(10);

  /** How long alerts wait for all areas before they are told to those who are found without. */
  private static final Duration FOR_AREAS = Duration.ofSeconds(30);

  /** How long partitions that go to another instance wait for receivers' answers. */
  private static final Duration FOR_ANSWERS = Duration.ofSeconds(2);

  private final MessageCodec<Alert> codec = MessageCodec.of(Alert.class);
  private final Map<TopicPartition, Share> shares = new HashMap<>();
  private final Map<TopicPartition, Long> committed = new HashMap<>();
  private final Consumer<String, byte[]> consumer;
  private final RecentReader<Delivery> deliveries;
  private final RecentReader<Delivery> privateDeliveries;
  private final RecentReader<Alert> standing;
  private final Topics topics;
  private final Fanout fanout;
  private final List<? extends TopicFollower<?>> followers;
  private final LoopThread loop;
  private final Function<String, Optional<AreaProfile>> profiles;
  private final BooleanSupplier areasAreKnown;
  private final UnknownAreas unknownAreas;
  private final java.util.function.Consumer<Throwable> onFailure;
  private final Thread thread = new Thread(this::run, "fanout-alerts");
  private long observedAt = System.nanoTime();
  private volatile boolean closing;
  private volatile boolean ready;
  private volatile boolean atEnd;

  /**
   * A reader that begins with {@link #start}.
   *
   * @param mark of what this run records
   * @param profiles of areas, by code: what has become confidential since an alert was made is
   *     taken out of it
   * @param areasAreKnown whether all that there are have been read
   */
  AlertsReader(
      FanoutClients clients,
      Topics topics,
      Fanout fanout,
      List<? extends TopicFollower<?>> followers,
      LoopThread loop,
      RunMark mark,
      Function<String, Optional<AreaProfile>> profiles,
      BooleanSupplier areasAreKnown,
      Clock clock,
      java.util.function.Consumer<Throwable> onFailure) {
    this.consumer = clients.alerts();
    this.deliveries =
        recent(clients, topics.deliveries(), Delivery.class, mark, ago(clock, READ_BACK));
    this.privateDeliveries =
        recent(clients, topics.privateDeliveries(), Delivery.class, mark, ago(clock, READ_BACK));
    this.standing = recent(clients, topics.alerts(), Alert.class, mark, ago(clock, STANDING));
    this.topics = topics;
    this.fanout = fanout;
    this.followers = followers;
    this.loop = loop;
    this.profiles = profiles;
    this.areasAreKnown = areasAreKnown;
    this.unknownAreas = new UnknownAreas(profiles);
    this.onFailure = onFailure;
  }

  void start() {
    thread.start();
  }

  /** Whether it has its partitions, and has read what was delivered before. */
  boolean isReady() {
    return ready;
  }

  /** Whether nothing was left to read at the last look. */
  boolean isAtEnd() {
    return atEnd;
  }

  /** Commits what is final and leaves the group. */
  @Override
  public void close() {
    closing = true;
    consumer.wakeup();
    try {
      thread.join(MILLISECONDS_TO_END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (deliveries;
        privateDeliveries;
        standing;
        consumer) {
      awaitAreas();
      followers.forEach(follower -> follower.awaitAll(() -> closing));
      readUntilClosed();
      commitAtTheEnd();
    } catch (RuntimeException | Error e) {
      onFailure.accept(e);
    } finally {
      ready = false;
    }
  }

  /** Without them nobody is found by governorate, and no site is known to be confidential. */
  private void awaitAreas() {
    var began = System.nanoTime();
    while (!areasAreKnown.getAsBoolean() && !closing) {
      if (System.nanoTime() - began > FOR_AREAS.toNanos()) {
        LOG.error(
            "areas not read, alerts are sent without them: nobody is told by governorate, sites"
                + " that became confidential are not taken out");
        return;
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  private void readUntilClosed() {
    consumer.subscribe(List.of(topics.alerts(), topics.privateAlerts()), new Rebalances());
    while (!closing) {
      try {
        take(consumer.poll(POLL));
        commit();
        atEnd = isEndReached() && unknownAreas.isEmpty();
        observeFromTimeToTime();
        loop.alertsAreRead();
      } catch (WakeupException closed) {
        return;
      } catch (RetriableException e) {
        LOG.warn("broker out of reach, trying again reason={}", e.toString());
      }
    }
  }

  private void take(ConsumerRecords<String, byte[]> records) {
    unknownAreas.release(known -> accept(known.alert(), known.share(), known.offset()));
    for (var recorded : records) {
      var partition = new TopicPartition(recorded.topic(), recorded.partition());
      var share =
          shares.computeIfAbsent(
              partition, p -> new Share(recorded.offset(), isPrivate(recorded.topic())));
      take(recorded, share);
    }
    loop.runAndWait(() -> {}); // no more than one batch waits for the lanes
  }

  private void take(ConsumerRecord<String, byte[]> recorded, Share share) {
    if (recorded.value() == null) {
      loop.run(() -> fanout.skip(share, recorded.offset()));
      return; // a tombstone
    }
    try {
      take(codec.decode(recorded.value()), isPrivate(recorded.topic()), share, recorded.offset());
    } catch (UndecodableException e) {
      LOG.error(
          "alert undecodable, nobody is told topic={} partition={} offset={}",
          recorded.topic(),
          recorded.partition(),
          recorded.offset());
      loop.run(() -> fanout.skip(share, recorded.offset()));
    }
  }

  private void take(Alert decoded, boolean isPrivate, Share share, long offset) {
    if (isPrivate && unknownAreas.takes(decoded, share, offset)) {
      loop.run(() -> fanout.hold(share, offset));
      return;
    }
    (isPrivate ? Optional.of(decoded) : Confidential.without(decoded, profiles))
        .ifPresentOrElse(
            alert -> accept(alert, share, offset),
            () -> loop.run(() -> fanout.skip(share, offset)));
  }

  private void accept(Alert alert, Share share, long offset) {
    loop.runAlert(() -> fanout.accept(alert, share, offset));
  }

  private boolean isPrivate(String topic) {
    return topic.equals(topics.privateAlerts());
  }

  /** What stands, and who was told of it, is known to all instances, whoever tells it. */
  private void observeFromTimeToTime() {
    if (System.nanoTime() - observedAt > BETWEEN_OBSERVATIONS.toNanos()) {
      standing.look(this::observe);
      deliveries.look(this::remember);
      privateDeliveries.look(this::remember);
      observedAt = System.nanoTime();
    }
  }

  private void observe(List<Alert> known) {
    loop.runAndWait(() -> known.forEach(fanout::observe));
  }

  private void remember(List<Delivery> known) {
    loop.runAndWait(() -> known.forEach(fanout::remember));
  }

  private <T extends SpecificRecord> RecentReader<T> recent(
      FanoutClients clients, String topic, Class<T> type, RunMark mark, Supplier<Instant> since) {
    return new RecentReader<>(clients.rereading(), topic, type, mark, since, () -> closing);
  }

  private static Supplier<Instant> ago(Clock clock, Duration back) {
    return () -> clock.instant().minus(back);
  }

  private void commit() {
    var due = due();
    if (!due.isEmpty()) {
      due.forEach((partition, offset) -> committed.put(partition, offset.offset()));
      consumer.commitAsync(
          due,
          (offsets, failure) -> {
            if (failure != null) {
              LOG.warn("offsets not committed, trying again reason={}", failure.toString());
              committed.keySet().removeAll(offsets.keySet());
            }
          });
    }
  }

  private Map<TopicPartition, OffsetAndMetadata> due() {
    var due = new HashMap<TopicPartition, OffsetAndMetadata>();
    shares.forEach(
        (partition, share) -> {
          var offset = share.committable();
          if (!Long.valueOf(offset).equals(committed.get(partition))) {
            due.put(partition, new OffsetAndMetadata(offset));
          }
        });
    return due;
  }

  private boolean isEndReached() {
    var ours = consumer.assignment();
    return !ours.isEmpty()
        && ours.stream().allMatch(partition -> consumer.currentLag(partition).orElse(1) == 0);
  }

  /** A failure here costs nothing but reading again: the ledger knows what was delivered. */
  private void commitAtTheEnd() {
    try {
      consumer.commitSync(due());
    } catch (KafkaException e) {
      LOG.warn("offsets not committed at the end reason={}", e.toString());
    }
  }

  /** Partitions come and go. */
  private final class Rebalances implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      for (var reader : List.of(deliveries, privateDeliveries)) {
        reader.catchUp(AlertsReader.this::remember);
      }
      standing.catchUp(AlertsReader.this::observe);
      observedAt = System.nanoTime();
      ready = true;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      leave(partitions);
      commitAtTheEnd();
      forget(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      leave(partitions);
      forget(partitions);
    }

    private void leave(Collection<TopicPartition> partitions) {
      var left = partitions.stream().map(shares::get).filter(Objects::nonNull).toList();
      loop.runAndWait(() -> left.forEach(fanout::leave));
      awaitAnswers(left);
    }

    /** What is recorded before the next instance reads the deliveries is not sent again. */
    private void awaitAnswers(List<Share> left) {
      var began = System.nanoTime();
      while (!left.stream().allMatch(Share::isQuiet)
          && System.nanoTime() - began < FOR_ANSWERS.toNanos()) {
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      }
    }

    private void forget(Collection<TopicPartition> partitions) {
      shares.keySet().removeAll(partitions);
      committed.keySet().removeAll(partitions);
      unknownAreas.keep(shares.values());
    }
  }
}
