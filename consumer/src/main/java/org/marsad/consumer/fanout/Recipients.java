package org.marsad.consumer.fanout;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.consumer.fanout.channel.Channel;
import org.marsad.consumer.fanout.replies.AnswerableChannel;
import org.marsad.consumer.fanout.replies.ReplyOffer;
import org.marsad.consumer.fanout.stages.Recipient;
import org.marsad.consumer.fanout.subscribers.ChannelSettings;
import org.marsad.consumer.fanout.subscribers.Subscriber;
import org.marsad.consumer.fanout.terminal.TerminalAlerts;
import org.marsad.consumer.fanout.terminal.TerminalChannel;
import org.marsad.consumer.fanout.webhook.WebhookChannel;
import org.marsad.consumer.fanout.webhook.WebhookClient;

/** The subscribers with their channels ready for use. */
final class Recipients implements AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final List<Recipient> all = new ArrayList<>();
  private final AreaNames names;
  private final WebhookClient webhooks;

  /**
   * @param offer ways to answer that messages carry
   */
  Recipients(
      List<Subscriber> subscribers,
      AreaNames names,
      TerminalAlerts terminal,
      ReplyOffer offer,
      Clock clock) {
    this.names = names;
    this.webhooks = new WebhookClient(clock, CONNECT_TIMEOUT, TIMEOUT);
    for (var subscriber : subscribers) {
      for (var settings : subscriber.channels()) {
        var channel =
            new AnswerableChannel(channel(settings, terminal), offer, subscriber, settings.name());
        all.add(new Recipient(subscriber, settings.name(), channel));
      }
    }
  }

  List<Recipient> all() {
    return all;
  }

  private Channel channel(ChannelSettings settings, TerminalAlerts terminal) {
    if (settings instanceof ChannelSettings.Webhook webhook) {
      return new WebhookChannel(webhook, webhooks, names);
    }
    return new TerminalChannel(terminal);
  }

  @Override
  public void close() {
    all.forEach(recipient -> recipient.channel().close());
    webhooks.close();
  }
}
