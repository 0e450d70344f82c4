package org.marsad.consumer.operations.answers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.marsad.consumer.operations.alerts.AlertFinder;
import org.marsad.consumer.operations.alerts.FoundAlert;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Delivery;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.TopicReader;
import org.marsad.schemas.Topics;

/**
 * Where who was told of an alert, and who answered, is looked up. Reads whole topics: people ask
 * rarely.
 */
public final class AnswerDesk {
  private final Map<String, Object> kafka;
  private final Topics topics;

  /**
   * @param kafka Kafka's own settings
   */
  public AnswerDesk(Map<String, Object> kafka, Topics topics) {
    this.kafka = Map.copyOf(kafka);
    this.topics = topics;
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

  private List<Delivery> deliveries(String topic) {
    var codec = MessageCodec.of(Delivery.class);
    var deliveries = new ArrayList<Delivery>();
    TopicReader.read(
        kafka, topic, record -> codec.tryDecode(record.value()).ifPresent(deliveries::add));
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
        record -> acknowledgements.tryDecode(record.value()).ifPresent(answers::add));
    var id = alert.getAlertId();
    return new DeliveryStory(
        alert,
        told.stream().filter(delivery -> delivery.getAlertId().equals(id)).toList(),
        answers.stream().filter(answer -> answer.getAlertId().equals(id)).toList());
  }
}
