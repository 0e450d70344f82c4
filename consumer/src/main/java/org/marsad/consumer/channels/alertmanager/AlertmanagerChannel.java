package org.marsad.consumer.channels.alertmanager;

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

/** A POST as Alertmanager would send it, in place: a later revision has the same labels. */
public final class AlertmanagerChannel implements Channel {
  private final ChannelSettings.Alertmanager settings;
  private final AlertmanagerBody body;
  private final HttpSender sender;
  private final AreaNames names;

  /**
   * @param subscriber whom it reaches
   * @param names of areas, for the alert in words
   */
  public AlertmanagerChannel(
      ChannelSettings.Alertmanager settings,
      String subscriber,
      HttpSender sender,
      AreaNames names) {
    this.settings = settings;
    this.body = new AlertmanagerBody(subscriber, settings.name());
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
    return AlertText.in(names, message.language())
        .headline(message.alert(), message.earlierAlert());
  }

  @Override
  public String shown(Summary summary) {
    return "";
  }
}
