package org.marsad.consumer.operations.answers;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.marsad.consumer.operations.alerts.AlertFinder;
import org.marsad.consumer.operations.alerts.FoundAlert;
import org.marsad.consumer.replies.AcknowledgementsTopic;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Delivery;
import org.marsad.message.Intent;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.TopicReader;
import org.marsad.schemas.Topics;
import org.marsad.schemas.settings.SettingsException;

/** Where alerts are answered and answers looked up. Reads whole topics: people ask rarely. */
public final class AnswerDesk {
  private final Map<String, Object> kafka;
  private final Topics topics;
  private final Clock clock;

  /**
   * @param kafka Kafka's own settings
   * @param clock says when something is answered
   */
  public AnswerDesk(Map<String, Object> kafka, Topics topics, Clock clock) {
    this.kafka = Map.copyOf(kafka);
    this.topics = topics;
    this.clock = clock;
  }

  /**
   * The alert that is meant.
   *
   * @param id an alert's id, or the beginning of one
   * @throws IOException where there is none, or more than one
   */
  public FoundAlert find(String id) throws IOException {
    return new AlertFinder(kafka, topics).find(id);
  }

  /**
   * Whether a subscriber was told of an alert, or something of it was kept from it.
   *
   * @throws SettingsException where Marsad never had anything for one of that name
   */
  public boolean isConcerned(FoundAlert found, String subscriber) {
    var open = deliveries(topics.deliveries());
    var unseen = deliveries(topics.privateDeliveries());
    var recipients =
        found.isPrivate()
            ? new Recipients(found.newest().getAlertId(), unseen, open)
            : new Recipients(found.newest().getAlertId(), open, unseen);
    var faults = recipients.faults(subscriber);
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
    return recipients.concerns(subscriber);
  }

  /** Whether a subscriber was told of a public alert as one of whom nobody else may know. */
  private boolean isToldPrivately(String alertId, String subscriber) {
    return deliveries(topics.privateDeliveries()).stream()
        .anyMatch(
            delivery ->
                delivery.getAlertId().equals(alertId)
                    && delivery.getSubscriber().equals(subscriber));
  }

  private List<Delivery> deliveries(String topic) {
    var codec = MessageCodec.of(Delivery.class);
    var deliveries = new ArrayList<Delivery>();
    TopicReader.read(
        kafka,
        topic,
        record -> {
          if (record.value() != null) {
            deliveries.add(codec.decode(record.value()));
          }
        });
    return deliveries;
  }

  /** All that is recorded of who was told of an alert, and all answers to it, in their order. */
  public DeliveryStory story(FoundAlert found) {
    var alert = found.newest();
    var told = deliveries(found.isPrivate() ? topics.privateDeliveries() : topics.deliveries());
    var acknowledgements = MessageCodec.of(Acknowledgement.class);
    var answers = new ArrayList<Acknowledgement>();
    TopicReader.read(
        kafka,
        found.isPrivate() ? topics.privateAcknowledgements() : topics.acknowledgements(),
        record -> answers.add(acknowledgements.decode(record.value())));
    var id = alert.getAlertId();
    return new DeliveryStory(
        alert,
        told.stream().filter(delivery -> delivery.getAlertId().equals(id)).toList(),
        answers.stream().filter(answer -> answer.getAlertId().equals(id)).toList());
  }

  /**
   * Answers for a subscriber; unseen by others where it was told privately, as one of a
   * confidential site is.
   *
   * @param channel over which it is answered, such as {@code terminal}
   * @throws IOException where the broker does not take it
   */
  public void answer(
      FoundAlert found, String subscriber, String team, Intent intent, String channel)
      throws IOException {
    var alert = found.newest();
    var answer =
        new Acknowledgement(
            alert.getAlertId(),
            alert.getRevision(),
            subscriber,
            team,
            intent,
            channel,
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    try (var topic = AcknowledgementsTopic.of(kafka, topics)) {
      var isPrivate = found.isPrivate() || isToldPrivately(alert.getAlertId(), subscriber);
      var taken = isPrivate ? topic.publishPrivately(answer) : topic.publish(answer);
      taken.join();
    } catch (CompletionException e) {
      throw new IOException("the answer was not taken: " + e.getCause(), e);
    }
  }
}
