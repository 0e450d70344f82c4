package org.marsad.consumer.fanout;

import io.javalin.config.JavalinConfig;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.consumer.reading.TopicTail;
import org.marsad.consumer.replies.AcknowledgementsTopic;
import org.marsad.consumer.replies.OpenAlerts;
import org.marsad.consumer.replies.PrivateAnswers;
import org.marsad.consumer.replies.ReplyFeed;
import org.marsad.consumer.replies.ReplyIntake;
import org.marsad.consumer.replies.ReplySettings;
import org.marsad.message.Acknowledgement;
import org.marsad.schemas.Topics;
import org.marsad.schemas.sms.AlertReplies;

/** Takes answers: the routes, what they must know of the topics, and the topic that they fill. */
final class ReplyDesk implements AutoCloseable {
  private final FanoutClients clients;
  private final Topics topics;
  private final @Nullable OpenAlerts alerts;
  private final ReplyIntake intake;
  private final PrivateAnswers privately;
  private final Clock clock;
  private @Nullable TopicTail tail;
  private volatile @Nullable AcknowledgementsTopic answers;

  ReplyDesk(
      FanoutClients clients,
      Topics topics,
      ReplySettings settings,
      SubscriberDirectory directory,
      AreaNames names,
      Clock clock) {
    this.clients = clients;
    this.topics = topics;
    this.clock = clock;
    this.privately = new PrivateAnswers(directory::byId);
    var key = settings.key();
    this.alerts = key == null ? null : new OpenAlerts(key, clock);
    this.intake = new ReplyIntake(settings, alerts, directory, names, this::publish, clock);
  }

  Consumer<JavalinConfig> routes() {
    return intake;
  }

  /** Takes answers by SMS; empty where there are no codes. */
  Optional<AlertReplies> smsReplies() {
    return intake.smsReplies();
  }

  void start() {
    answers = clients.acknowledgements(topics);
    if (alerts != null) {
      tail =
          new TopicTail(
              clients.following(), ReplyFeed.topics(topics), new ReplyFeed(alerts, topics), clock);
      tail.start();
    }
  }

  @Override
  public void close() {
    if (tail != null) {
      tail.close();
    }
    var open = answers;
    if (open != null) {
      open.close();
    }
  }

  private CompletableFuture<Void> publish(Acknowledgement answer) {
    var open = answers;
    if (open == null) {
      return CompletableFuture.failedFuture(new IllegalStateException("not started"));
    }
    return privately.include(answer) ? open.publishPrivately(answer) : open.publish(answer);
  }
}
