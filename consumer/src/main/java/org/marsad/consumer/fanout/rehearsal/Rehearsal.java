package org.marsad.consumer.fanout.rehearsal;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.audience.Projection;
import org.marsad.consumer.channels.Message;
import org.marsad.consumer.channels.Replies;
import org.marsad.consumer.channels.terminal.TerminalAlerts;
import org.marsad.consumer.fanout.Recipients;
import org.marsad.consumer.fanout.stages.Backoff;
import org.marsad.consumer.fanout.stages.DeliveryLog;
import org.marsad.consumer.fanout.stages.Fanout;
import org.marsad.consumer.fanout.stages.Recipient;
import org.marsad.consumer.fanout.stages.Roster;
import org.marsad.consumer.fanout.stages.Share;
import org.marsad.consumer.replies.ReplyOffer;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.message.Alert;
import org.marsad.message.Delivery;

/**
 * Who would have been told what, and when. The live stages run in the time of the alerts; only the
 * clock and the sender differ. Every message arrives at once, nobody answers, nothing is muted, and
 * no confidential site is known.
 */
public final class Rehearsal {
  private final List<Subscriber> subscribers;
  private final AreaDirectory areas;

  /**
   * @param areas names for the texts, profiles for the matching
   */
  public Rehearsal(List<Subscriber> subscribers, AreaDirectory areas) {
    this.subscribers = List.copyOf(subscribers);
    this.areas = areas;
  }

  /**
   * Runs through the alerts, and on until nothing waits any more.
   *
   * @param alerts in the order in which they were published
   * @param each told of every line, in the order of their times
   */
  public void run(Iterable<Alert> alerts, Consumer<Line> each) {
    var all = alerts.iterator();
    if (!all.hasNext()) {
      return;
    }
    var alert = all.next();
    var loop = new VirtualLoop(alert.getSentAt());
    try (var recipients = new Recipients(areas, silentTerminal(), ReplyOffer.NONE, loop)) {
      var stage = new Stage(recipients.renew(subscribers), loop, each);
      stage.play(alert);
      while (all.hasNext()) {
        stage.play(all.next());
      }
      loop.goToTheEnd();
    }
  }

  private TerminalAlerts silentTerminal() {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new TerminalAlerts(nowhere, areas, false);
  }

  /** The live stages with channels that send nothing. */
  private final class Stage implements DeliveryLog {
    private final Map<String, Recipient> recipients = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Alert> newest = new HashMap<>();
    private final Share share = new Share(0);
    private final VirtualLoop loop;
    private final Consumer<Line> each;
    private final Fanout fanout;
    private long offset;

    Stage(List<Recipient> real, VirtualLoop loop, Consumer<Line> each) {
      this.loop = loop;
      this.each = each;
      var unsent =
          real.stream()
              .map(one -> new Recipient(one.subscriber(), one.name(), unsent(one)))
              .toList();
      unsent.forEach(one -> recipients.put(key(one.subscriber().id(), one.name()), one));
      var backoff = new Backoff(Backoff.STEPS, () -> 0);
      this.fanout = new Fanout(new Roster(unsent, areas::profile), this, backoff, loop, loop);
    }

    void play(Alert alert) {
      loop.goTo(alert.getSentAt());
      newest.put(alert.getAlertId(), alert);
      fanout.accept(alert, share, offset++);
      loop.settle();
    }

    @Override
    public CompletableFuture<Void> record(Delivery delivery, boolean isPrivate) {
      Line.of(delivery, text(delivery)).ifPresent(each);
      return CompletableFuture.completedFuture(null);
    }

    private Unsent unsent(Recipient real) {
      return new Unsent(real.channel(), texts::put);
    }

    /** What was shown; of what was withheld, what would have been. */
    private String text(Delivery delivery) {
      var shown = texts.remove(delivery.getIdempotencyKey());
      if (shown != null) {
        return shown;
      }
      var recipient = recipients.get(key(delivery.getSubscriber(), delivery.getChannel()));
      var alert = newest.get(delivery.getAlertId());
      return recipient == null || alert == null || alert.getRevision() != delivery.getRevision()
          ? ""
          : withheld(alert, recipient);
    }

    private String withheld(Alert alert, Recipient recipient) {
      var subscriber = recipient.subscriber();
      return Projection.of(alert, subscriber.role(), subscriber.site())
          .map(
              view ->
                  recipient
                      .channel()
                      .shown(
                          new Message("", view, subscriber.language(), Replies.NONE, null, false)))
          .orElse("");
    }

    private static String key(String subscriber, String channel) {
      return subscriber + "/" + channel;
    }
  }
}
