package org.marsad.consumer.replies;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.marsad.message.Acknowledgement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records replies, and says whether they are safe. */
final class Recorder {
  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

  private final Function<Acknowledgement, CompletableFuture<Void>> publish;
  private final Clock clock;

  /**
   * @param publish completes within a bearable time
   * @param clock says when a reply came
   */
  Recorder(Function<Acknowledgement, CompletableFuture<Void>> publish, Clock clock) {
    this.publish = publish;
    this.clock = clock;
  }

  /** Waits until the reply is on all replicas; false where it is not. */
  boolean record(Reply reply) {
    var acknowledgement =
        Acknowledgement.newBuilder()
            .setAlertId(reply.alertId())
            .setRevision(reply.revision())
            .setSubscriber(reply.subscriber())
            .setTeam(reply.team())
            .setIntent(reply.intent())
            .setChannel(reply.channel())
            .setAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
            .build();
    try {
      publish.apply(acknowledgement).join();
    } catch (CompletionException e) {
      LOG.warn(
          "reply not recorded alertId={} subscriber={} channel={} reason={}",
          reply.alertId(),
          reply.subscriber(),
          reply.channel(),
          String.valueOf(e.getCause()));
      return false;
    }
    LOG.info(
        "reply intent={} alertId={} revision={} subscriber={} channel={}",
        reply.intent(),
        reply.alertId(),
        reply.revision(),
        reply.subscriber(),
        reply.channel());
    return true;
  }
}
