package org.marsad.consumer.channels.alertmanager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import org.marsad.consumer.channels.Message;
import org.marsad.consumer.channels.Pseudonym;
import org.marsad.consumer.text.AlertText;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;
import org.marsad.message.TimePrecision;

/**
 * The payload of Alertmanager's webhook, version 4, with one alert in it. Labels are its identity:
 * they stay the same over all revisions of an alert, and no two alerts share them. What may change,
 * such as the severity, is an annotation.
 */
final class AlertmanagerBody {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** As long as Alertmanager's own fingerprints. */
  private static final int FINGERPRINT_BYTES = 8;

  private final String subscriber;
  private final String channel;

  /**
   * @param subscriber that it is for
   * @param channel that it goes out over, which is what Alertmanager calls the receiver
   */
  AlertmanagerBody(String subscriber, String channel) {
    this.subscriber = subscriber;
    this.channel = channel;
  }

  byte[] of(Message message, AlertText text) {
    var alert = message.alert();
    var labels = labels(alert);
    var annotations = annotations(message, text);
    var body = NODES.objectNode();
    body.put("version", "4");
    body.put("groupKey", groupKey(alert));
    body.put("truncatedAlerts", 0);
    body.put("status", status(alert));
    body.put("receiver", channel);
    body.set(
        "groupLabels",
        NODES.objectNode().put("alertname", name(alert)).put("alert_id", alert.getAlertId()));
    body.set("commonLabels", labels);
    body.set("commonAnnotations", annotations);
    body.put("externalURL", "");
    body.set("alerts", NODES.arrayNode().add(alert(alert, labels, annotations)));
    return bytes(body);
  }

  /** A group an alert: what a group's message leaves out would count as resolved. */
  private String groupKey(Alert alert) {
    return "{}/{fingerprint=\"%s\"}:{alertname=\"%s\"}".formatted(fingerprint(alert), name(alert));
  }

  private ObjectNode alert(Alert alert, ObjectNode labels, ObjectNode annotations) {
    var node = NODES.objectNode();
    node.put("status", status(alert));
    node.set("labels", labels);
    node.set("annotations", annotations);
    node.put("startsAt", startsAt(alert).toString());
    node.put("endsAt", (isWithdrawn(alert) ? alert.getSentAt() : alert.getExpiresAt()).toString());
    node.put("generatorURL", "");
    node.put("fingerprint", fingerprint(alert));
    return node;
  }

  private static ObjectNode labels(Alert alert) {
    var labels = NODES.objectNode();
    labels.put("alertname", name(alert));
    labels.put("alert_id", alert.getAlertId());
    labels.put("area", alert.getArea());
    labels.put("reality", lower(alert.getReality()));
    return labels;
  }

  private static ObjectNode annotations(Message message, AlertText text) {
    var alert = message.alert();
    var annotations = NODES.objectNode();
    annotations.put("summary", text.headline(alert, message.earlierAlert()));
    annotations.put("description", String.join("\n", text.body(alert, message.earlierAlert())));
    annotations.put("severity", severity(alert));
    annotations.put("certainty", lower(alert.getCertainty()));
    annotations.put("urgency", lower(alert.getUrgency()));
    annotations.put("interrupts", Boolean.toString(message.interrupts()));
    annotations.put("findings", findings(alert));
    message
        .replies()
        .links()
        .forEach((intent, link) -> annotations.put("reply_" + lower(intent), link.toString()));
    return annotations;
  }

  /** The words that most operators route by. What is unknown is not taken lightly. */
  private static String severity(Alert alert) {
    return switch (alert.getSeverity()) {
      case EXTREME, SEVERE, UNKNOWN -> "critical";
      case MODERATE -> "warning";
      case MINOR -> "info";
    };
  }

  /** When it was where the day is known, else when it was told. */
  private static Instant startsAt(Alert alert) {
    return alert.getOnsetPrecision().compareTo(TimePrecision.DAY) <= 0
        ? alert.getOnset()
        : alert.getSentAt();
  }

  /** The same for all revisions of an alert; not the same for two subscribers. */
  private String fingerprint(Alert alert) {
    return Pseudonym.of(subscriber, alert.getAlertId(), FINGERPRINT_BYTES);
  }

  private static String status(Alert alert) {
    return isWithdrawn(alert) ? "resolved" : "firing";
  }

  private static boolean isWithdrawn(Alert alert) {
    return alert.getMessageType() == MessageType.CANCEL;
  }

  /** By what it is about, which never changes: {@code MarsadStrike}. */
  private static String name(Alert alert) {
    var kind = lower(alert.getSubject().getKind());
    return "Marsad" + kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
  }

  /** The rules that found something, the gravest first. */
  private static String findings(Alert alert) {
    return alert.getFindings().stream()
        .map(finding -> lower(finding.getRule()))
        .collect(Collectors.joining(" "));
  }

  private static String lower(Enum<?> symbol) {
    return symbol.name().toLowerCase(Locale.ROOT);
  }

  private static byte[] bytes(Object body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
