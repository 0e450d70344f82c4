package org.marsad.consumer.channels.ntfy;

import java.util.concurrent.CompletableFuture;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.consumer.channels.Answer;
import org.marsad.consumer.channels.Channel;
import org.marsad.consumer.channels.Message;
import org.marsad.consumer.channels.Summary;
import org.marsad.consumer.channels.http.HttpMessage;
import org.marsad.consumer.channels.http.HttpSender;
import org.marsad.consumer.subscribers.ChannelSettings;
import org.marsad.consumer.subscribers.Hidden;
import org.marsad.consumer.text.AlertText;

/**
 * A notification, published as JSON to the ntfy server, in place: a later revision replaces the one
 * before, without a sound unless it interrupts.
 */
public final class NtfyChannel implements Channel {
  private final ChannelSettings.Ntfy settings;
  private final NtfyBody body;
  private final HttpSender sender;
  private final AreaNames names;

  /**
   * @param subscriber whom it reaches
   * @param names of areas, for the alert in words
   */
  public NtfyChannel(
      ChannelSettings.Ntfy settings, String subscriber, HttpSender sender, AreaNames names) {
    this.settings = settings;
    this.body = new NtfyBody(settings, subscriber);
    this.sender = sender;
    this.names = names;
  }

  @Override
  public CompletableFuture<Answer> send(Message message) {
    var text = AlertText.in(names, message.language());
    return sender.send(
        new HttpMessage("POST", settings.receiver().url(), settings.receiver().ownNetwork())
            .bearer(Hidden.textOf(settings.token()))
            .body("application/json", body.of(message, text)));
  }

  @Override
  public CompletableFuture<Answer> send(Summary summary) {
    return CompletableFuture.completedFuture(new Answer.Refused(Answer.IN_PLACE));
  }

  @Override
  public boolean isInPlace() {
    return true;
  }

  @Override
  public String shown(Message message) {
    var text = AlertText.in(names, message.language());
    return text.headline(message.alert(), message.earlierAlert())
        + "\n"
        + NtfyBody.message(message, text);
  }

  @Override
  public String shown(Summary summary) {
    return "";
  }
}
