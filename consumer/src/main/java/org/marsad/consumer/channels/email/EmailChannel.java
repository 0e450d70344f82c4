package org.marsad.consumer.channels.email;

import java.util.concurrent.CompletableFuture;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.consumer.channels.Answer;
import org.marsad.consumer.channels.Channel;
import org.marsad.consumer.channels.Message;
import org.marsad.consumer.channels.Summary;
import org.marsad.consumer.subscribers.ChannelSettings;
import org.marsad.consumer.text.AlertText;
import org.marsad.consumer.text.SummaryText;

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
    return send(MailContent.of(message, AlertText.in(names, message.language())));
  }

  @Override
  public CompletableFuture<Answer> send(Summary summary) {
    return send(content(summary));
  }

  @Override
  public boolean isInPlace() {
    return false;
  }

  @Override
  public String shown(Message message) {
    return shown(MailContent.of(message, AlertText.in(names, message.language())));
  }

  @Override
  public String shown(Summary summary) {
    return shown(content(summary));
  }

  private MailContent content(Summary summary) {
    var language = summary.language();
    return MailContent.of(summary, AlertText.in(names, language), SummaryText.in(names, language));
  }

  private CompletableFuture<Answer> send(MailContent content) {
    return sender.send(settings.server(), settings.from(), settings.to(), content);
  }

  private static String shown(MailContent content) {
    return content.subject() + "\n\n" + content.plain();
  }
}
