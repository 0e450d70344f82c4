package org.marsad.consumer.channels.webhook;

import java.util.concurrent.CompletableFuture;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.consumer.channels.Answer;
import org.marsad.consumer.channels.Channel;
import org.marsad.consumer.channels.Message;
import org.marsad.consumer.channels.Summary;
import org.marsad.consumer.channels.http.HttpMessage;
import org.marsad.consumer.channels.http.HttpSender;
import org.marsad.consumer.subscribers.ChannelSettings;
import org.marsad.consumer.text.AlertLine;
import org.marsad.consumer.text.AlertText;
import org.marsad.schemas.Findings;

/** A signed POST to one receiver, in place: it gets every revision and sorts out what rings. */
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
    var body =
        WebhookBody.of(
            message.alert(), message.interrupts(), shown(message), message.replies().links());
    var now = sender.now();
    return sender.send(
        new HttpMessage("POST", settings.receiver().url(), settings.receiver().ownNetwork())
            .header("webhook-id", id)
            .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
            .header("webhook-signature", Signature.of(settings.secrets(), id, now, body))
            .body("application/json", body));
  }

  @Override
  public CompletableFuture<Answer> send(Summary summary) {
    return CompletableFuture.completedFuture(new Answer.Refused(Answer.IN_PLACE));
  }

  @Override
  public boolean isInPlace() {
    return true;
  }

  /** One line; of what a hospital has to expect, the headline and the lines below it. */
  @Override
  public String shown(Message message) {
    var alert = message.alert();
    if (Findings.surge(alert) == null) {
      return new AlertLine(names, message.language(), false)
          .of(alert, message.earlierAlert())
          .strip();
    }
    var text = AlertText.in(names, message.language());
    var lines = text.body(alert, message.earlierAlert());
    return text.headline(alert, message.earlierAlert()) + "\n" + String.join("\n", lines);
  }

  @Override
  public String shown(Summary summary) {
    return "";
  }
}
