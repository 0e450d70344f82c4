package org.marsad.consumer.fanout.escalation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.marsad.consumer.channels.Reasons;
import org.marsad.consumer.fanout.memory.AgingMap;
import org.marsad.consumer.subscribers.ChannelSettings;
import org.marsad.consumer.subscribers.Escalation;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Alert;
import org.marsad.message.Delivery;
import org.marsad.message.MessageType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches over alerts that wait for an answer, and has the next channel or somebody else told when
 * none comes. All times are those of the records, so that a restart goes on where it stopped: an
 * alert stays uncommitted, and is read again, as long as it is watched.
 *
 * <p>Confined to one thread.
 */
public final class Escalations {
  /** How long SEEN counts as an answer unless something else is said. */
  public static final Duration SEEN_HOLDS = Duration.ofMinutes(30);

  /** How long the newest revision may take that others were told of before our start. */
  private static final Duration CATCHING_UP = Duration.ofMinutes(2);

  private static final Logger LOG = LoggerFactory.getLogger(Escalations.class);

  private final AgingMap<String, Group> groups = new AgingMap<>();
  private final Function<String, Optional<Subscriber>> subscribers;
  private final Teller teller;
  private final Duration seenHolds;
  private final Clock clock;
  private final BiConsumer<Duration, Runnable> timer;

  /** All about one alert. */
  private static final class Group {
    private final Map<String, Watch> watches = new HashMap<>();
    private final Map<String, Attempts> attempts = new HashMap<>();
    private final List<Acknowledgement> answers = new ArrayList<>();
    private final Set<String> inTheirOwnRight = new HashSet<>();
    private int newest; // revision that is recorded
  }

  /**
   * @param subscribers by id, as they are now
   * @param seenHolds how long SEEN counts as an answer, positive
   * @param timer runs a task after a delay, in our thread
   */
  public Escalations(
      Function<String, Optional<Subscriber>> subscribers,
      Teller teller,
      Duration seenHolds,
      Clock clock,
      BiConsumer<Duration, Runnable> timer) {
    this.subscribers = subscribers;
    this.teller = teller;
    this.seenHolds = seenHolds;
    this.clock = clock;
    this.timer = timer;
  }

  /** Takes in what became of an attempt: now, before a restart, or at another instance. */
  public void onDelivery(Delivery delivery) {
    if (Reasons.isSummary(delivery) || stepsOf(delivery.getSubscriber()).isEmpty()) {
      return;
    }
    var group = group(delivery.getAlertId(), delivery.getAt());
    group.newest = Math.max(group.newest, delivery.getRevision());
    group.attempts.computeIfAbsent(delivery.getSubscriber(), id -> new Attempts()).add(delivery);
    var watch = group.watches.get(delivery.getSubscriber());
    if (watch != null) {
      timer.accept(Duration.ZERO, () -> checkAgain(group, watch));
    }
  }

  /** Takes in what a team has answered. */
  public void onAcknowledgement(Acknowledgement answer) {
    var group = group(answer.getAlertId(), answer.getAt());
    group.answers.add(answer);
    List.copyOf(group.watches.values()).forEach(watch -> checkAgain(group, watch));
  }

  /**
   * Takes in an alert that goes out: those whom it concerns are watched, and all who are watched
   * already go on with this revision; a withdrawal ends every watch.
   *
   * @param concerned ids of subscribers
   */
  public void onAlert(Alert alert, Set<String> concerned, Origin origin) {
    var known = groups.get(alert.getAlertId());
    if (alert.getMessageType() == MessageType.CANCEL) {
      groups.remove(alert.getAlertId());
      if (known != null) {
        known.watches.values().forEach(Watch::end);
        known.watches.clear();
      }
      return;
    }
    if (known != null) {
      for (var watch : List.copyOf(known.watches.values())) {
        if (concerned.contains(watch.subscriber())) {
          watch.follow(alert, origin);
        } else {
          watch.follow(alert);
        }
        checkAgain(known, watch);
      }
    }
    for (var id : concerned) {
      if (!stepsOf(id).isEmpty()) {
        var group = group(alert.getAlertId(), clock.instant());
        standInsOf(id).filter(concerned::contains).forEach(group.inTheirOwnRight::add);
        watch(group, id, alert, origin);
      }
    }
  }

  /** Ends the watches of what has become another instance's work. */
  public void leave() {
    groups.forEach(group -> group.watches.values().removeIf(watch -> watch.origin().isGone()));
  }

  /**
   * Forgets alerts that nobody watches, and of which nothing was heard since then.
   *
   * @param most how many are looked at
   */
  public void forget(Instant before, int most) {
    groups.forget(before, group -> group.watches.isEmpty(), most);
  }

  private void watch(Group group, String id, Alert alert, Origin origin) {
    if (!stepsOf(id).isEmpty() && !group.watches.containsKey(id)) {
      var watch = new Watch(id, alert, origin, clock.instant());
      group.watches.put(id, watch);
      check(group, watch);
    }
  }

  private void checkAgain(Group group, Watch watch) {
    if (watch.equals(group.watches.get(watch.subscriber()))) {
      check(group, watch);
    }
  }

  private void check(Group group, Watch watch) {
    var now = clock.instant();
    var subscriber = subscribers.apply(watch.subscriber());
    if (watch.origin().isGone()
        || subscriber.isEmpty()
        || watch.alert().getExpiresAt().isBefore(now)) {
      end(group, watch);
      return;
    }
    var caughtUp = watch.takenUp().plus(CATCHING_UP);
    if (watch.alert().getRevision() < group.newest && now.isBefore(caughtUp)) {
      look(group, watch, caughtUp); // the newest, which comes by then, may be a withdrawal
      return;
    }
    var next = next(group, watch, subscriber.get(), now);
    next.due().forEach(step -> take(group, watch, step));
    if (watch.hasTaken(subscriber.get().escalation())) {
      end(group, watch);
      return;
    }
    var over = watch.alert().getExpiresAt().plusMillis(1);
    look(group, watch, next.lookAgain().filter(at -> at.isBefore(over)).orElse(over));
  }

  private Plan.Next next(Group group, Watch watch, Subscriber subscriber, Instant now) {
    var first = firstChannels(subscriber);
    var attempts = attempts(group, subscriber.id());
    var since = attempts.since(first);
    if (since == null && attempts.isKnown(first)) {
      return new Plan.Next(List.of(), Optional.empty()); // put off or decided against
    }
    var plan = new Plan(subscriber.escalation(), seenHolds);
    return plan.at(
        now,
        since == null ? watch.takenUp() : since,
        answers(group, subscriber),
        attempts.isGivenUp(first));
  }

  /** The subscriber's own, and those of others who were told only because it did not answer. */
  private static Answers answers(Group group, Subscriber subscriber) {
    var answers = new Answers();
    for (var answer : group.answers) {
      var by = answer.getSubscriber();
      if (by.equals(subscriber.id())
          || (!group.inTheirOwnRight.contains(by) && standInsOf(subscriber).anyMatch(by::equals))) {
        answers.add(answer);
      }
    }
    return answers;
  }

  private void take(Group group, Watch watch, Escalation step) {
    if (!watch.take(step)) {
      return;
    }
    var alert = watch.alert();
    if (step instanceof Escalation.ToChannel to) {
      if (!attempts(group, watch.subscriber()).isTried(to.channel())) {
        report(watch, watch.subscriber(), to.channel());
        teller.tell(alert, watch.subscriber(), to.channel(), watch.origin());
      }
    } else if (step instanceof Escalation.ToSubscriber to
        && !group.inTheirOwnRight.contains(to.subscriber())) {
      report(watch, to.subscriber(), "all");
      teller.tell(alert, to.subscriber(), watch.origin());
      watch(group, to.subscriber(), alert, watch.origin());
    }
  }

  private static void report(Watch watch, String to, String channel) {
    LOG.info(
        "nobody has answered, telling the next alertId={} revision={} subscriber={} next={}"
            + " channel={}",
        watch.alert().getAlertId(),
        watch.alert().getRevision(),
        watch.subscriber(),
        to,
        channel);
  }

  private void look(Group group, Watch watch, Instant at) {
    if (watch.lookAt(at)) {
      timer.accept(
          Duration.between(clock.instant(), at),
          () -> {
            if (watch.looks(at)) {
              checkAgain(group, watch);
            }
          });
    }
  }

  private void end(Group group, Watch watch) {
    if (group.watches.remove(watch.subscriber(), watch)) {
      watch.end();
    }
  }

  private Group group(String alertId, Instant at) {
    return groups.touch(alertId, at, Group::new);
  }

  private static Attempts attempts(Group group, String subscriber) {
    return group.attempts.getOrDefault(subscriber, new Attempts());
  }

  private List<Escalation> stepsOf(String id) {
    return subscribers.apply(id).map(Subscriber::escalation).orElse(List.of());
  }

  private Stream<String> standInsOf(String id) {
    return subscribers.apply(id).stream().flatMap(Escalations::standInsOf);
  }

  private static Stream<String> standInsOf(Subscriber subscriber) {
    return subscriber.escalation().stream()
        .filter(Escalation.ToSubscriber.class::isInstance)
        .map(step -> ((Escalation.ToSubscriber) step).subscriber());
  }

  private static List<String> firstChannels(Subscriber subscriber) {
    return subscriber.channels().stream()
        .filter(channel -> !channel.isFetched())
        .map(ChannelSettings::name)
        .filter(name -> !subscriber.isHeldBack(name))
        .toList();
  }
}
