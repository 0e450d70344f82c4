package org.marsad.consumer.fanout.stages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.marsad.consumer.fanout.escalation.Escalations;
import org.marsad.consumer.fanout.escalation.Origin;
import org.marsad.consumer.fanout.escalation.Teller;
import org.marsad.consumer.fanout.matching.TestAlert;
import org.marsad.consumer.fanout.subscribers.Subscriber;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Alert;
import org.marsad.message.Delivery;
import org.marsad.message.MessageType;
import org.marsad.message.Silence;

/**
 * The stages in a row: an alert is matched with those whom it concerns, and each of their lanes
 * projects it, skips what was delivered, suppresses what is stale, sends, retries and records.
 *
 * <p>Confined to the loop's thread, but for {@link #counts} and {@link #stop}.
 */
public final class Fanout {
  /** How long it is known who was told of an alert, after the last that happened to it. */
  public static final Duration KEPT = Duration.ofDays(7);

  private static final Duration BETWEEN_FORGETTING = Duration.ofHours(1);

  private final Map<RecipientId, Lane> lanes = new HashMap<>();
  private final Ledger ledger = new Ledger();
  private final Silences silences = new Silences();
  private final Tally tally = new Tally();
  private final Escalations escalations;
  private final Lane.Context context;
  private final Clock clock;
  private Roster roster;
  private Instant forgotten = Instant.MIN;

  /** With SEEN as an answer for {@link Escalations#SEEN_HOLDS}. */
  public Fanout(Roster roster, DeliveryLog log, Backoff backoff, Clock clock, Loop loop) {
    this(roster, log, backoff, clock, loop, Escalations.SEEN_HOLDS);
  }

  /**
   * @param roster those who can be told
   * @param log where outcomes are recorded
   * @param backoff waits between attempts
   * @param clock tells what is stale
   * @param loop the thread that all this lives on
   * @param seenHolds how long SEEN counts as an answer, positive
   */
  public Fanout(
      Roster roster, DeliveryLog log, Backoff backoff, Clock clock, Loop loop, Duration seenHolds) {
    this.roster = roster;
    this.clock = clock;
    escalations = new Escalations(this::subscriber, new Next(), seenHolds, clock, loop::runAfter);
    DeliveryLog watched =
        delivery -> {
          escalations.onDelivery(delivery);
          return log.record(delivery);
        };
    context = new Lane.Context(ledger, silences, watched, backoff, clock, loop, tally);
  }

  /** Takes in what an earlier run, or another instance, has recorded. */
  public void remember(Delivery delivery) {
    ledger.add(delivery);
    escalations.onDelivery(delivery);
  }

  /** Takes in what a team has answered. */
  public void take(Acknowledgement answer) {
    escalations.onAcknowledgement(answer);
  }

  /** Takes in a silence, or what became of one. */
  public void take(Silence silence) {
    silences.take(silence);
  }

  /**
   * Others can be told from now on. Work for those who are still there goes on; of those who are
   * not, nothing is sent any more, not even the withdrawal of what they were told.
   */
  public void use(Roster newer) {
    roster = newer;
    lanes
        .entrySet()
        .removeIf(
            entry -> {
              var recipient = newer.recipient(entry.getKey());
              if (recipient == null) {
                entry.getValue().retire();
                return true;
              }
              entry.getValue().become(recipient);
              return false;
            });
  }

  /**
   * Sends an alert on its way.
   *
   * @param share the partition that it came from
   * @param offset its offset there
   */
  public void accept(Alert alert, Share share, long offset) {
    forgetOld();
    var concerned = concerned(alert);
    var told = new LinkedHashSet<>(ledger.toldOrDue(alert.getAlertId()));
    told.removeAll(concerned);
    told.removeIf(id -> roster.recipient(id) == null);

    var deliveries = concerned.size() + told.size();
    share.begin(offset, deliveries + 1); // one more until all of this is done
    tally.alert(deliveries);
    concerned.forEach(id -> hand(id, new Task(alert, false, share, offset)));
    told.forEach(id -> hand(id, new Task(alert, true, share, offset)));
    if (!TestAlert.isOne(alert)) { // nobody has to answer a test, nobody else hears of it
      escalations.onAlert(alert, subscribersOf(concerned), new ShareOrigin(share, offset));
    }
    share.finish(offset);
  }

  /** A record that was no alert: nothing waits for it. */
  public void skip(Share share, long offset) {
    share.begin(offset, 0);
  }

  /** Another instance has the partition now. */
  public void leave(Share share) {
    share.revoke();
    lanes.values().forEach(Lane::dropRevoked);
    escalations.leave();
  }

  public Counts counts() {
    return tally.counts();
  }

  /** No attempt starts any more; completes once the last one has its answer. */
  public CompletableFuture<Void> stop() {
    return tally.stop();
  }

  private void forgetOld() {
    var now = clock.instant();
    if (forgotten.isBefore(now.minus(BETWEEN_FORGETTING))) {
      forgotten = now;
      ledger.forget(now.minus(KEPT));
    }
  }

  /**
   * A cancellation concerns only those who were told; a second strike first of all those who were
   * told of the first, for they may be on the spot. Channels that an escalation holds back wait.
   */
  private Set<RecipientId> concerned(Alert alert) {
    var concerned = new LinkedHashSet<RecipientId>();
    if (alert.getMessageType() != MessageType.CANCEL) {
      concerned.addAll(toldOfTheStrikeBefore(alert));
      concerned.addAll(roster.concerned(alert));
    }
    return concerned;
  }

  private List<RecipientId> toldOfTheStrikeBefore(Alert alert) {
    return alert.getRepeat() == null
        ? List.of()
        : alert.getRepeat().getEarlierStrikeIds().stream()
            .flatMap(strike -> ledger.toldOrDueOfStrike(strike).stream())
            .filter(
                id ->
                    Optional.ofNullable(roster.recipient(id))
                        .map(Recipient::subscriber)
                        .filter(subscriber -> Leave.isGiven(subscriber, alert))
                        .isPresent())
            .toList();
  }

  private Optional<Subscriber> subscriber(String id) {
    return roster.of(id).stream().findFirst().map(Recipient::subscriber);
  }

  private static Set<String> subscribersOf(Set<RecipientId> recipients) {
    return recipients.stream()
        .map(RecipientId::subscriber)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void hand(RecipientId id, Task task) {
    ledger.expect(task.alert(), id, clock.instant());
    lane(id).add(task);
  }

  /** Made when it is first needed: most subscribers are not told of most alerts. */
  private Lane lane(RecipientId id) {
    return lanes.computeIfAbsent(
        id, unknown -> new Lane(Objects.requireNonNull(roster.recipient(id)), context));
  }

  /** The next in an escalation is told over its lane like anybody. */
  private final class Next implements Teller {
    @Override
    public void tell(Alert alert, String subscriber, String channel, Origin origin) {
      var id = new RecipientId(subscriber, channel);
      if (roster.recipient(id) != null && origin instanceof ShareOrigin from) {
        from.retain();
        tally.further();
        hand(id, new Task(alert, false, from.share(), from.offset()));
      }
    }

    @Override
    public void tell(Alert alert, String subscriber, Origin origin) {
      for (var recipient : roster.of(subscriber)) {
        var mayBe = Leave.isGiven(recipient.subscriber(), alert);
        if (mayBe && !recipient.subscriber().isHeldBack(recipient.name())) {
          tell(alert, subscriber, recipient.name(), origin);
        }
      }
    }
  }
}
