package org.marsad.consumer.operations.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.marsad.consumer.operations.answers.DeliveryStory;
import org.marsad.schemas.MessageJson;

/**
 * What happened around one alert, oldest first: what was reported, decided and merged, what it said
 * then, who was told and who answered.
 */
public final class Timeline {
  /** What happened; of the same moment in this order. */
  public enum Kind {
    /** A source said something, for the first time or anew. */
    REPORT,
    /** A person decided about a report's place or identity. */
    DECISION,
    /** A strike changed: reports came, it became part of another, it ended. */
    STRIKE,
    /** The alert was sent out in a new revision. */
    REVISION,
    /** Somebody was told, or was not, and why. */
    DELIVERY,
    /** A team answered. */
    ANSWER
  }

  /**
   * One thing that happened.
   *
   * @param at when; of a report when it was received
   * @param facts by the names of the message's fields; never a report's note or coordinates
   */
  public record Event(Instant at, Kind kind, ObjectNode facts) {}

  private final List<Event> events = new ArrayList<>();

  private Timeline() {}

  /**
   * All that is known of it. The topic of strikes is compacted, so early revisions of strikes may
   * be missing.
   */
  public static List<Event> of(Evidence evidence, DeliveryStory story) {
    var timeline = new Timeline();
    for (var alert : evidence.revisions()) {
      timeline.add(
          alert.getSentAt(),
          Kind.REVISION,
          alert,
          "revision",
          "messageType",
          "severity",
          "certainty",
          "interrupts",
          "changes",
          "reason",
          "replacedBy",
          "impacts",
          "killed",
          "injured");
    }
    timeline.addReports(evidence);
    timeline.addStrikes(evidence);
    timeline.addDecisions(evidence);
    timeline.addStory(story);
    timeline.events.sort(Comparator.comparing(Event::at).thenComparing(Event::kind)); // stable
    return List.copyOf(timeline.events);
  }

  /** As an array of objects: the moment as "at", the kind as "event", and the facts. */
  public static ArrayNode json(List<Event> events) {
    var array = JsonNodeFactory.instance.arrayNode();
    for (var event : events) {
      var object = array.addObject();
      object.put("at", event.at.toString()).put("event", event.kind.name());
      object.setAll(event.facts);
    }
    return array;
  }

  private void addReports(Evidence evidence) {
    for (var revisions : evidence.reports().values()) {
      for (var report : revisions) {
        add(
            report.getReceivedAt(),
            Kind.REPORT,
            report,
            "reportId",
            "revision",
            "status",
            "source",
            "occurredFrom",
            "occurredUntil",
            "timePrecision",
            "area",
            "neighbourhood",
            "impacts",
            "killed",
            "injured",
            "targets",
            "marks");
      }
    }
  }

  private void addStrikes(Evidence evidence) {
    var ids = new LinkedHashSet<String>();
    evidence.revisions().forEach(alert -> ids.addAll(evidence.concerned(alert)));
    for (var id : ids) {
      for (var strike : evidence.strikes().getOrDefault(id, List.of())) {
        add(
            strike.getUpdatedAt(),
            Kind.STRIKE,
            strike,
            "strikeId",
            "revision",
            "status",
            "mergedInto",
            "reportIds",
            "certainty");
      }
    }
  }

  private void addDecisions(Evidence evidence) {
    var placements = evidence.placements().values().stream().flatMap(List::stream);
    Stream.concat(placements, evidence.decisions().stream())
        .forEach(
            decision ->
                add(
                    decision.getDecidedAt(),
                    Kind.DECISION,
                    decision,
                    "kind",
                    "revision",
                    "reportIds",
                    "area",
                    "neighbourhood",
                    "decidedBy",
                    "reason"));
  }

  private void addStory(DeliveryStory story) {
    for (var delivery : story.deliveries()) {
      add(
          delivery.getAt(),
          Kind.DELIVERY,
          delivery,
          "subscriber",
          "channel",
          "revision",
          "messageType",
          "outcome",
          "reason",
          "attempt",
          "nextAttemptAt");
    }
    for (var answer : story.answers()) {
      add(
          answer.getAt(),
          Kind.ANSWER,
          answer,
          "subscriber",
          "team",
          "intent",
          "channel",
          "revision");
    }
  }

  private void add(Instant at, Kind kind, SpecificRecord message, String... fields) {
    events.add(new Event(at, kind, MessageJson.tree(message).retain(fields)));
  }
}
