package org.marsad.consumer.operations.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Delivery;
import org.marsad.message.DeliveryOutcome;

/**
 * Who was told of what: the newest outcome of each revision for each subscriber and channel, and
 * how each channel fares. The board's lock guards it.
 */
final class DeliveryBook {
  private static final int MOST = 200_000;

  private final Map<String, Map<String, Delivery>> byAlert = new LinkedHashMap<>(); // oldest first
  private final Map<Channel, State> byChannel = new TreeMap<>();
  private int size;

  /** One way to reach a subscriber. */
  record Channel(String subscriber, String name) implements Comparable<Channel> {
    @Override
    public int compareTo(Channel other) {
      var order = subscriber.compareTo(other.subscriber);
      return order == 0 ? name.compareTo(other.name) : order;
    }
  }

  /**
   * How a channel fares.
   *
   * @param lastSuccessAt null: never
   * @param notTold messages given up since
   */
  record State(
      @Nullable Instant lastSuccessAt,
      DeliveryOutcome lastOutcome,
      @Nullable String lastReason,
      Instant lastAt,
      int notTold) {}

  void add(Delivery delivery) {
    var ofAlert = byAlert.computeIfAbsent(delivery.getAlertId(), id -> new LinkedHashMap<>());
    var key = delivery.getSubscriber() + "/" + delivery.getChannel() + "/" + delivery.getRevision();
    var before = ofAlert.put(key, delivery);
    size += before == null ? 1 : 0;
    while (size > MOST && byAlert.size() > 1) {
      var oldest = byAlert.entrySet().iterator().next();
      size -= oldest.getValue().size();
      byAlert.remove(oldest.getKey());
    }
    byChannel.merge(
        new Channel(delivery.getSubscriber(), delivery.getChannel()),
        state(delivery, null),
        (known, fresh) -> state(delivery, known));
  }

  /**
   * Removes what was recorded of one recipient and alert; how the channel fares stays.
   *
   * @param key of the topic, {@code alertId/subscriber/channel}
   */
  void remove(String key) {
    var channel = key.lastIndexOf('/');
    var subscriber = key.lastIndexOf('/', channel - 1);
    var ofAlert = subscriber < 0 ? null : byAlert.get(key.substring(0, subscriber));
    if (ofAlert != null) {
      var recipient = key.substring(subscriber + 1) + "/";
      var before = ofAlert.size();
      ofAlert.keySet().removeIf(one -> one.startsWith(recipient));
      size -= before - ofAlert.size();
    }
  }

  /** Whether anything was ever meant for a subscriber. */
  boolean knows(String subscriber) {
    return byChannel.keySet().stream().anyMatch(channel -> channel.subscriber().equals(subscriber));
  }

  /** The deliveries of an alert, in the order in which they were recorded. */
  List<Delivery> of(String alertId) {
    return new ArrayList<>(byAlert.getOrDefault(alertId, Map.of()).values());
  }

  /** How each channel of each subscriber fares. */
  Map<Channel, State> channels() {
    return new TreeMap<>(byChannel);
  }

  private static State state(Delivery delivery, @Nullable State known) {
    var outcome = delivery.getOutcome();
    var isTold = outcome == DeliveryOutcome.DELIVERED;
    var lastSuccess = known == null ? null : known.lastSuccessAt();
    var notTold = known == null ? 0 : known.notTold();
    return new State(
        isTold ? delivery.getAt() : lastSuccess,
        outcome,
        delivery.getReason(),
        delivery.getAt(),
        isTold ? 0 : notTold + (outcome == DeliveryOutcome.GAVE_UP ? 1 : 0));
  }
}
