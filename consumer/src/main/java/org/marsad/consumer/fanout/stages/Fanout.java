package org.marsad.consumer.fanout.stages;

import java.time.Clock;
import java.time.Duration;
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
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.consumer.subscribers.matching.TestAlert;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Alert;
import org.marsad.message.Delivery;
import org.marsad.message.MessageType;
import org.marsad.message.Mute;
import org.marsad.message.Rule;
import org.marsad.schemas.Findings;

/**
 * The stages in a row: an alert is matched with those whom it concerns, and each of their lanes
 * views it, skips what was delivered, suppresses what need not be told, sends, retries and records.
 *
 * <p>The work for one alert grows with those who are told, not with what is known. Confined to the
 * loop's thread, but for {@link #counts} and {@link #stop}.
 */
public final class Fanout {
  /** How long it is known who was told of an alert, after the last that happened to it. */
  public static final Duration KEPT = Duration.ofDays(30);

  /** The same where very many alerts are known; a withdrawal may come more than a day later. */
  private static final Duration KEPT_WHEN_FULL = Duration.ofDays(2);

  /** More than one alert adds, so that what is old does not pile up. */
  private static final int FORGOTTEN_AT_ONCE = 4;

  private final Map<RecipientId, Lane> lanes = new HashMap<>();
  private final Ledger ledger = new Ledger();
  private final Mutes mutes = new Mutes();
  private final StandingAlerts standing = new StandingAlerts();
  private final Successors successors = new Successors();
  private final Interruptions interruptions = new Interruptions();
  private final ViewDigest digest = new ViewDigest();
  private final Tally tally = new Tally();
  private final Escalations escalations;
  private final Lane.Context context;
  private final Clock clock;
  private Roster roster;

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
        (delivery, isPrivate) -> {
          escalations.onDelivery(delivery);
          return log.record(delivery, isPrivate);
        };
    context =
        new Lane.Context(
            ledger,
            mutes,
            standing,
            interruptions,
            (subscriber, task) -> this.roster.mayKnow(subscriber, task.alert(), task.isPrivate()),
            watched,
            backoff,
            clock,
            loop,
            tally);
  }

  /** Takes in what an earlier run, or another instance, has recorded. */
  public void remember(Delivery delivery) {
    ledger.add(delivery);
    interruptions.add(delivery, clock.instant());
    escalations.onDelivery(delivery);
  }

  /**
   * Takes in an alert that everybody may know of and that is told by another instance, or was told
   * before: that it stands, and what it replaces.
   */
  public void observe(Alert alert) {
    standing.take(alert, clock.instant());
    successors.take(alert, clock.instant());
  }

  /** Takes in what a team has answered. */
  public void take(Acknowledgement answer) {
    if (answer.getAt().isBefore(clock.instant().minus(KEPT))) {
      return; // the topic holds the answers of years
    }
    escalations.onAcknowledgement(answer);
  }

  /** Takes in a mute, or what became of one. */
  public void take(Mute mute) {
    mutes.take(mute, clock.instant());
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
    share.begin(offset, 1); // until all of this is done; for good where it fails
    forgetOld();
    noteWhatAllMayKnow(alert, share);
    var origin = new ShareOrigin(share, offset);
    var concerned = concerned(alert, share.isPrivate());
    var told = new LinkedHashSet<>(ledger.toldOrDue(alert.getAlertId()));
    told.removeAll(concerned);
    told.removeIf(id -> roster.recipient(id) == null);

    tally.alert(concerned.size() + told.size());
    var views = new Views(alert, digest);
    concerned.forEach(id -> hand(id, new Task(alert, views, false, origin)));
    told.forEach(id -> hand(id, new Task(alert, views, true, origin)));
    if (!TestAlert.isOne(alert)) { // nobody has to answer a test, nobody else hears of it
      escalations.onAlert(alert, subscribersOf(concerned), origin);
    }
    share.finish(offset);
  }

  /** Nothing that others are told may depend on an alert for a confidential site. */
  private void noteWhatAllMayKnow(Alert alert, Share share) {
    if (!share.isPrivate()) {
      observe(alert);
    }
  }

  /** An alert that cannot be taken yet: nothing is final before it is accepted. */
  public void hold(Share share, long offset) {
    share.begin(offset, 1);
  }

  /** A record that was no alert, or nobody's to see: nothing waits for it. */
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

  /**
   * No attempt starts any more; completes once the last one has its answer. It is the loop that
   * stops, for an attempt which it has just begun would go out uncounted, and unrecorded.
   */
  public CompletableFuture<Void> stop() {
    var quiet = new CompletableFuture<Void>();
    context
        .loop()
        .run(
            () -> {
              var unused = tally.stop().thenRun(() -> quiet.complete(null));
            });
    return quiet;
  }

  private void forgetOld() {
    var before = clock.instant().minus(ledger.isFull() ? KEPT_WHEN_FULL : KEPT);
    ledger.forget(before, FORGOTTEN_AT_ONCE);
    successors.forget(before, FORGOTTEN_AT_ONCE);
    escalations.forget(before, FORGOTTEN_AT_ONCE);
  }

  /**
   * A cancellation concerns only those who were told; a second strike first of all those who were
   * told of the first, for they may be on the spot. Channels that an escalation holds back wait.
   */
  private Set<RecipientId> concerned(Alert alert, boolean isPrivate) {
    var concerned = new LinkedHashSet<RecipientId>();
    if (alert.getMessageType() != MessageType.CANCEL) {
      concerned.addAll(toldOfTheStrikesBefore(alert, isPrivate));
      concerned.addAll(roster.concerned(alert, isPrivate));
    }
    return concerned;
  }

  private List<RecipientId> toldOfTheStrikesBefore(Alert alert, boolean isPrivate) {
    var repeat = Findings.repeat(alert);
    if (repeat == null || !Findings.isLikely(alert, Rule.REPEAT_STRIKE)) {
      return List.of();
    }
    return repeat.getEarlierStrikeIds().stream()
        .flatMap(strike -> successors.withThoseBefore(alertOf(strike, alert)))
        .flatMap(told -> ledger.toldOrDue(told).stream())
        .distinct()
        .filter(
            id -> {
              var recipient = roster.recipient(id);
              return recipient != null
                  && roster.mayBeTold(recipient.subscriber(), alert, isPrivate);
            })
        .toList();
  }

  /** Id of the alert about another strike of the same reality. */
  private static String alertOf(String strike, Alert alert) {
    var id = alert.getAlertId();
    var kind = id.substring(0, id.length() - alert.getSubject().getId().length());
    return kind + strike;
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
    task.origin().retain();
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
        tally.further();
        hand(id, new Task(alert, new Views(alert, digest), false, from));
      }
    }

    @Override
    public void tell(Alert alert, String subscriber, Origin origin) {
      for (var recipient : roster.of(subscriber)) {
        var mayBe =
            origin instanceof ShareOrigin from
                && roster.mayBeTold(recipient.subscriber(), alert, from.share().isPrivate());
        if (mayBe && !recipient.subscriber().isHeldBack(recipient.name())) {
          tell(alert, subscriber, recipient.name(), origin);
        }
      }
    }
  }
}
