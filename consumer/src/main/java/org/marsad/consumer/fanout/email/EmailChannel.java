package org.marsad.consumer.fanout.email;

import java.util.concurrent.CompletableFuture;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.consumer.fanout.channel.Answer;
import org.marsad.consumer.fanout.channel.Channel;
import org.marsad.consumer.fanout.channel.Message;
import org.marsad.consumer.fanout.subscribers.ChannelSettings;
import org.marsad.consumer.text.AlertText;

/** One mail to one address. That a server took it is all that is known: nobody says it was read. */
public final class EmailChannel implements Channel {
  private final ChannelSettings.Email settings;
  private final MailSender sender;
  private final AreaNames names;

  /**
   * @param names of areas, for the alert in words
   */
  public EmailChannel(ChannelSettings.Email settings, MailSender sender, AreaNames names) {
    this.settings = settings;
    this.sender = sender;
    this.names = names;
  }

  @Override
  public CompletableFuture<Answer> send(Message message) {
    var text = AlertText.in(names, message.language());
    return sender.send(
        settings.server(), settings.from(), settings.to(), new MailContent(message, text));
  }
}
