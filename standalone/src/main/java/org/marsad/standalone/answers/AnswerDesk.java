package org.marsad.standalone.answers;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.marsad.consumer.acknowledge.AcknowledgementsTopic;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;
import org.marsad.message.Delivery;
import org.marsad.message.Intent;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;
import org.marsad.standalone.TopicReader;
import org.marsad.standalone.explain.AlertIds;

/** Where alerts are answered and answers looked up. Reads whole topics: people ask rarely. */
public final class AnswerDesk {
  private static final String CHANNEL = "terminal";

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
   * The newest revision of the alert that is meant.
   *
   * @param id an alert's id, or the beginning of one
   * @throws IOException where there is none, or more than one
   */
  public Alert find(String id) throws IOException {
    var codec = MessageCodec.of(Alert.class);
    var newest = new HashMap<String, Alert>();
    TopicReader.read(
        kafka,
        topics.alerts(),
        record -> {
          var alert = codec.decode(record.value());
          if (alert.getAlertId().startsWith(id)) {
            newest.merge(
                alert.getAlertId(),
                alert,
                (one, other) -> one.getRevision() >= other.getRevision() ? one : other);
          }
        });
    return newest.getOrDefault(AlertIds.only(id, newest, this::areas), new Alert());
  }

  private Collection<AreaProfile> areas() {
    var codec = MessageCodec.of(AreaProfile.class);
    var newest = new HashMap<String, AreaProfile>();
    TopicReader.read(
        kafka,
        topics.areas(),
        record -> {
          if (record.value() != null) {
            var area = codec.decode(record.value());
            newest.merge(
                area.getCode(),
                area,
                (one, other) -> one.getVersion() >= other.getVersion() ? one : other);
          }
        });
    return newest.values();
  }

  /** All that is recorded of who was told of an alert, and all answers to it, in their order. */
  public DeliveryStory story(Alert alert) {
    var deliveries = MessageCodec.of(Delivery.class);
    var told = new ArrayList<Delivery>();
    TopicReader.read(
        kafka,
        topics.deliveries(),
        record -> {
          if (record.value() != null) {
            told.add(deliveries.decode(record.value()));
          }
        });
    var acknowledgements = MessageCodec.of(Acknowledgement.class);
    var answers = new ArrayList<Acknowledgement>();
    TopicReader.read(
        kafka,
        topics.acknowledgements(),
        record -> answers.add(acknowledgements.decode(record.value())));
    var id = alert.getAlertId();
    return new DeliveryStory(
        alert,
        told.stream().filter(delivery -> delivery.getAlertId().equals(id)).toList(),
        answers.stream().filter(answer -> answer.getAlertId().equals(id)).toList());
  }

  /**
   * Answers for a subscriber.
   *
   * @throws IOException where the broker does not take it
   */
  public void answer(Alert alert, String subscriber, String team, Intent intent)
      throws IOException {
    var answer =
        new Acknowledgement(
            alert.getAlertId(),
            alert.getRevision(),
            subscriber,
            team,
            intent,
            CHANNEL,
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    try (var topic = AcknowledgementsTopic.of(kafka, topics.acknowledgements())) {
      topic.publish(answer).join();
    } catch (CompletionException e) {
      throw new IOException("the answer was not taken: " + e.getCause(), e);
    }
  }
}
