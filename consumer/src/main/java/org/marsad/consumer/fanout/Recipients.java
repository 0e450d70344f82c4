package org.marsad.consumer.fanout;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.consumer.channels.Channel;
import org.marsad.consumer.channels.UntilGone;
import org.marsad.consumer.channels.alertmanager.AlertmanagerChannel;
import org.marsad.consumer.channels.email.EmailChannel;
import org.marsad.consumer.channels.email.MailSender;
import org.marsad.consumer.channels.http.HttpSender;
import org.marsad.consumer.channels.ntfy.NtfyChannel;
import org.marsad.consumer.channels.sms.SmsChannel;
import org.marsad.consumer.channels.terminal.TerminalAlerts;
import org.marsad.consumer.channels.terminal.TerminalChannel;
import org.marsad.consumer.channels.terminal.TerminalReaders;
import org.marsad.consumer.channels.webhook.WebhookChannel;
import org.marsad.consumer.fanout.stages.Recipient;
import org.marsad.consumer.replies.ReplyOffer;
import org.marsad.consumer.subscribers.ChannelSettings;
import org.marsad.consumer.subscribers.PublicAddress;
import org.marsad.consumer.subscribers.Subscriber;

/** The subscribers with their channels ready for use. */
public final class Recipients implements AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final AreaNames names;
  private final TerminalAlerts terminal;
  private final ReplyOffer offer;
  private final HttpSender sender;
  private final MailSender mails;
  private final List<Channel> dropped = new ArrayList<>(); // may still have attempts under way
  private List<Recipient> all = List.of();

  /**
   * @param offer ways to answer that messages carry
   */
  public Recipients(AreaNames names, TerminalAlerts terminal, ReplyOffer offer, Clock clock) {
    this.names = names;
    this.terminal = terminal;
    this.offer = offer;
    this.sender = new HttpSender(clock, CONNECT_TIMEOUT, TIMEOUT);
    this.mails = new MailSender(PublicAddress::isPublic, TIMEOUT, clock);
  }

  /** These are to be told and nobody else; who has not changed keeps its channels. */
  public synchronized List<Recipient> renew(List<Subscriber> subscribers) {
    var before = new HashMap<Subscriber, Map<String, Channel>>();
    for (var recipient : all) {
      before
          .computeIfAbsent(recipient.subscriber(), subscriber -> new HashMap<>())
          .put(recipient.name(), recipient.channel());
    }
    var fresh = new ArrayList<Recipient>();
    for (var subscriber : subscribers) {
      var known = before.getOrDefault(subscriber, new HashMap<>());
      for (var settings : subscriber.channels()) {
        if (settings.isFetched()) {
          continue;
        }
        var kept = known.remove(settings.name());
        fresh.add(
            new Recipient(
                subscriber, settings.name(), kept == null ? channel(subscriber, settings) : kept));
      }
    }
    before.values().forEach(channels -> dropped.addAll(channels.values()));
    all = List.copyOf(fresh);
    terminal.nameReaders(TerminalReaders.mayHearTheSame(subscribers));
    return all;
  }

  private Channel channel(Subscriber subscriber, ChannelSettings settings) {
    var name = settings.name();
    var answerable = new AnswerableChannel(channel(settings, subscriber), offer, subscriber, name);
    return new UntilGone(answerable, subscriber.id(), name);
  }

  private Channel channel(ChannelSettings settings, Subscriber subscriber) {
    if (settings instanceof ChannelSettings.Webhook webhook) {
      return new WebhookChannel(webhook, sender, names);
    }
    if (settings instanceof ChannelSettings.Alertmanager alertmanager) {
      return new AlertmanagerChannel(alertmanager, subscriber.id(), sender, names);
    }
    if (settings instanceof ChannelSettings.Ntfy ntfy) {
      return new NtfyChannel(ntfy, subscriber.id(), sender, names);
    }
    if (settings instanceof ChannelSettings.Sms sms) {
      return new SmsChannel(sms, sender, names);
    }
    if (settings instanceof ChannelSettings.Email email) {
      return new EmailChannel(email, mails, names);
    }
    return new TerminalChannel(terminal, names, subscriber.id());
  }

  @Override
  public synchronized void close() {
    all.forEach(recipient -> recipient.channel().close());
    dropped.forEach(Channel::close);
    sender.close();
    mails.close();
  }
}
