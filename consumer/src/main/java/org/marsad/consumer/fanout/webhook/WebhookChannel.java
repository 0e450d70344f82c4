package org.marsad.consumer.fanout.webhook;

import java.util.concurrent.CompletableFuture;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.consumer.fanout.channel.Answer;
import org.marsad.consumer.fanout.channel.Channel;
import org.marsad.consumer.fanout.channel.Message;
import org.marsad.consumer.fanout.http.HttpMessage;
import org.marsad.consumer.fanout.http.HttpSender;
import org.marsad.consumer.fanout.subscribers.ChannelSettings;
import org.marsad.consumer.text.AlertLine;
import org.marsad.consumer.text.AlertText;

/** A signed POST to one receiver. */
public final class WebhookChannel implements Channel {
  private final ChannelSettings.Webhook settings;
  private final HttpSender sender;
  private final AreaNames names;

  /**
   * @param names of areas, for the alert in words
   */
  public WebhookChannel(ChannelSettings.Webhook settings, HttpSender sender, AreaNames names) {
    this.settings = settings;
    this.sender = sender;
    this.names = names;
  }

  @Override
  public CompletableFuture<Answer> send(Message message) {
    var id = message.idempotencyKey();
    var body = WebhookBody.of(message.alert(), text(message), message.replies().links());
    var now = sender.now();
    return sender.send(
        new HttpMessage("POST", settings.receiver().url(), settings.receiver().ownNetwork())
            .header("webhook-id", id)
            .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
            .header("webhook-signature", Signature.of(settings.secrets(), id, now, body))
            .body("application/json", body));
  }

  /** One line; of what a hospital has to expect, the headline and the lines below it. */
  private String text(Message message) {
    var alert = message.alert();
    if (alert.getSurge() == null) {
      return new AlertLine(names, message.language(), false).of(alert).strip();
    }
    var text = AlertText.in(names, message.language());
    var lines = text.body(alert, message.earlierAlert());
    return text.headline(alert) + "\n" + String.join("\n", lines);
  }
}
