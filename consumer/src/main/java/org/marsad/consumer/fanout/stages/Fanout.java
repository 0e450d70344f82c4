package org.marsad.consumer.fanout.stages;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
  private final Map<RecipientId, Lane> lanes = new LinkedHashMap<>();
  private final Ledger ledger = new Ledger();
  private final Silences silences = new Silences();
  private final Tally tally = new Tally();

  /**
   * @param recipients all that there are
   * @param log where outcomes are recorded
   * @param backoff waits between attempts
   * @param clock tells what is stale
   * @param loop the thread that all this lives on
   */
  public Fanout(
      List<Recipient> recipients, DeliveryLog log, Backoff backoff, Clock clock, Loop loop) {
    var context = new Lane.Context(ledger, silences, log, backoff, clock, loop, tally);
    recipients.forEach(recipient -> lanes.put(recipient.id(), new Lane(recipient, context)));
  }

  /** Takes in what an earlier run, or another instance, has recorded. */
  public void remember(Delivery delivery) {
    ledger.add(delivery);
  }

  /** Takes in a silence, or what became of one. */
  public void take(Silence silence) {
    silences.take(silence);
  }

  /**
   * Sends an alert on its way.
   *
   * @param share the partition that it came from
   * @param offset its offset there
   */
  public void accept(Alert alert, Share share, long offset) {
    var concerned = concerned(alert);
    var told = new LinkedHashSet<>(ledger.toldOrDue(alert.getAlertId()));
    told.removeAll(concerned);
    told.retainAll(lanes.keySet());

    var deliveries = concerned.size() + told.size();
    share.begin(offset, deliveries);
    tally.alert(deliveries);
    concerned.forEach(id -> hand(id, new Task(alert, false, share, offset)));
    told.forEach(id -> hand(id, new Task(alert, true, share, offset)));
  }

  /** A record that was no alert: nothing waits for it. */
  public void skip(Share share, long offset) {
    share.begin(offset, 0);
  }

  /** Another instance has the partition now. */
  public void leave(Share share) {
    share.revoke();
    lanes.values().forEach(Lane::dropRevoked);
  }

  public Counts counts() {
    return tally.counts();
  }

  /** No attempt starts any more; completes once the last one has its answer. */
  public CompletableFuture<Void> stop() {
    return tally.stop();
  }

  /** A cancellation concerns only those who were told. */
  private Set<RecipientId> concerned(Alert alert) {
    var concerned = new LinkedHashSet<RecipientId>();
    if (alert.getMessageType() != MessageType.CANCEL) {
      lanes.forEach(
          (id, lane) -> {
            if (Matcher.concerns(lane.recipient().subscriber(), alert)) {
              concerned.add(id);
            }
          });
    }
    return concerned;
  }

  private void hand(RecipientId id, Task task) {
    var lane = lanes.get(id);
    if (lane != null) {
      ledger.expect(task.alert(), id);
      lane.add(task);
    }
  }
}
