package org.marsad.consumer.channels;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A channel in use until its receiver says that it is gone for good, which somebody must see to.
 */
public final class UntilGone implements Channel {
  private static final Logger LOG = LoggerFactory.getLogger(UntilGone.class);

  private final Channel channel;
  private final String subscriber;
  private final String name;
  private volatile boolean gone;

  /**
   * @param channel that messages go out over
   * @param subscriber whom it reaches
   * @param name of the channel
   */
  public UntilGone(Channel channel, String subscriber, String name) {
    this.channel = channel;
    this.subscriber = subscriber;
    this.name = name;
  }

  @Override
  public CompletableFuture<Answer> send(Message message) {
    return channel.send(message).thenApply(this::noted);
  }

  @Override
  public CompletableFuture<Answer> send(Summary summary) {
    return channel.send(summary).thenApply(this::noted);
  }

  @Override
  public void awaits(Summary coming) {
    channel.awaits(coming);
  }

  @Override
  public boolean isInPlace() {
    return channel.isInPlace();
  }

  @Override
  public String shown(Message message) {
    return channel.shown(message);
  }

  @Override
  public String shown(Summary summary) {
    return channel.shown(summary);
  }

  @Override
  public @Nullable String disabled() {
    return gone ? Answer.GONE : channel.disabled();
  }

  @Override
  public void close() {
    channel.close();
  }

  private Answer noted(Answer answer) {
    if (answer.equals(new Answer.Refused(Answer.GONE)) && !gone) {
      gone = true;
      LOG.error(
          "receiver is gone, its channel is disabled until the subscriber's entry changes"
              + " subscriber={} channel={}",
          subscriber,
          name);
    }
    return answer;
  }
}
