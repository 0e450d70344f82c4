package org.marsad.consumer.operations.answers;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.marsad.consumer.channels.Reasons;
import org.marsad.consumer.operations.facts.Zones;
import org.marsad.consumer.text.PlainText;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Alert;
import org.marsad.message.Delivery;

/**
 * Who was told of an alert, how and when, and what they answered, as it happened.
 *
 * @param alert its newest revision
 * @param deliveries every attempt and every decision not to
 * @param answers of all teams
 */
public record DeliveryStory(Alert alert, List<Delivery> deliveries, List<Acknowledgement> answers) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH);

  public DeliveryStory {
    deliveries = List.copyOf(deliveries);
    answers = List.copyOf(answers);
  }

  /** The story of some subscribers alone. */
  public DeliveryStory of(Predicate<String> subscribers) {
    return new DeliveryStory(
        alert,
        deliveries.stream().filter(one -> subscribers.test(one.getSubscriber())).toList(),
        answers.stream().filter(one -> subscribers.test(one.getSubscriber())).toList());
  }

  /** One line of the story. */
  private record Line(Instant at, String who, String how, String what) {}

  /** The story in lines, oldest first, and who has not answered; times are those of the area. */
  public List<String> lines() {
    var lines = new ArrayList<Line>();
    deliveries.forEach(delivery -> lines.add(line(delivery)));
    answers.forEach(answer -> lines.add(line(answer)));
    lines.sort(Comparator.comparing(Line::at)); // stable: deliveries before answers
    var who = width(lines.stream().map(Line::who).toList());
    var how = width(lines.stream().map(Line::how).toList());
    var text = new ArrayList<String>();
    text.add(
        "%s, revision %d, %s; times in %s"
            .formatted(
                alert.getAlertId(),
                alert.getRevision(),
                alert.getMessageType(),
                Zones.of(alert).getId()));
    for (var line : lines) {
      text.add(
          ("%-15s  %-" + who + "s  %-" + how + "s  %s")
              .formatted(time(line.at), line.who, line.how, line.what)
              .stripTrailing());
    }
    text.add(ending());
    return text;
  }

  private Line line(Delivery delivery) {
    return new Line(
        delivery.getAt(), delivery.getSubscriber(), delivery.getChannel(), outcome(delivery));
  }

  private String outcome(Delivery delivery) {
    var message = delivery.getMessageType() + " " + delivery.getRevision();
    var why = delivery.getReason() == null ? "?" : ReasonWords.of(delivery.getReason());
    return switch (delivery.getOutcome()) {
      case DELIVERED -> "told %s%s".formatted(message, attempt(delivery));
      case RETRY_LATER ->
          "%s waits until %s: %s"
              .formatted(
                  message,
                  delivery.getNextAttemptAt() == null ? "?" : time(delivery.getNextAttemptAt()),
                  why);
      case GAVE_UP -> "NOT TOLD %s: %s%s".formatted(message, why, attempt(delivery));
      case SUPPRESSED ->
          Reasons.tells(delivery)
              ? "told %s in a summary".formatted(message)
              : "not told %s: %s".formatted(message, why);
    };
  }

  private static String attempt(Delivery delivery) {
    return delivery.getAttempt() > 1 ? ", attempt " + delivery.getAttempt() : "";
  }

  private static Line line(Acknowledgement answer) {
    return new Line(
        answer.getAt(),
        answer.getSubscriber(),
        answer.getChannel(),
        "ANSWERED %s, team %s, to revision %d"
            .formatted(answer.getIntent(), PlainText.of(answer.getTeam()), answer.getRevision()));
  }

  private String ending() {
    var silent = new TreeSet<String>();
    for (var delivery : deliveries) {
      if (Reasons.tells(delivery)) {
        silent.add(delivery.getSubscriber());
      }
    }
    if (silent.isEmpty()) {
      return "nobody was told";
    }
    answers.forEach(answer -> silent.remove(answer.getSubscriber()));
    return silent.isEmpty()
        ? "everybody who was told has answered"
        : "told and without an answer: " + String.join(", ", silent);
  }

  private static int width(List<String> texts) {
    return Math.max(1, texts.stream().mapToInt(String::length).max().orElse(1));
  }

  private String time(Instant at) {
    return TIME.format(at.atZone(Zones.of(alert)));
  }
}
