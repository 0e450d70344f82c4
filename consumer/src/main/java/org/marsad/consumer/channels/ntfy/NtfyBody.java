package org.marsad.consumer.channels.ntfy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;
import org.marsad.consumer.channels.Message;
import org.marsad.consumer.channels.Pseudonym;
import org.marsad.consumer.subscribers.ChannelSettings;
import org.marsad.consumer.text.AlertText;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;
import org.marsad.message.Urgency;
import org.marsad.schemas.Findings;

/**
 * A notification as ntfy takes it in JSON. All revisions of an alert have one sequence id, so that
 * a later one takes the place of the one before (ntfy 2.16 or newer; older servers show both).
 */
final class NtfyBody {
  /** A longer message would become an attachment. */
  static final int MOST_BYTES = 4_096;

  /** All that ntfy shows. */
  private static final int MOST_ACTIONS = 3;

  private static final int SEQUENCE_BYTES = 16;
  private static final int DEFAULT_PRIORITY = 3;

  /** Shown where the one before was, and nothing more. */
  private static final int WITHOUT_SOUND = 2;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ChannelSettings.Ntfy settings;
  private final String subscriber;

  NtfyBody(ChannelSettings.Ntfy settings, String subscriber) {
    this.settings = settings;
    this.subscriber = subscriber;
  }

  byte[] of(Message message, AlertText text) {
    var alert = message.alert();
    var body = NODES.objectNode();
    body.put("topic", settings.topic().text());
    body.put("sequence_id", sequence(alert));
    body.put("title", text.headline(alert, message.earlierAlert()));
    body.put("message", message(message, text));
    body.put("priority", message.interrupts() ? priority(alert) : WITHOUT_SOUND);
    body.set("tags", tags(alert));
    body.set("actions", actions(message, text));
    return bytes(body);
  }

  /** What stands under the title. */
  static String message(Message message, AlertText text) {
    return shortened(text.body(message.alert(), message.earlierAlert()));
  }

  /** Neither alert nor subscriber can be told from it without what only Marsad and ntfy know. */
  private String sequence(Alert alert) {
    var token = settings.token();
    var key = settings.topic().text() + (token == null ? "" : "/" + token.text());
    return Pseudonym.of(
        key, alert.getAlertId() + "/" + subscriber + "/" + settings.name(), SEQUENCE_BYTES);
  }

  /** 5 breaks through a muted phone, 1 makes no sound. */
  private static int priority(Alert alert) {
    if (alert.getMessageType() == MessageType.CANCEL) {
      return DEFAULT_PRIORITY;
    }
    var bySeverity =
        switch (alert.getSeverity()) {
          case EXTREME -> 5;
          case SEVERE, UNKNOWN -> 4;
          case MODERATE -> 3;
          case MINOR -> 2;
        };
    var canWait = alert.getUrgency() == Urgency.FUTURE || alert.getUrgency() == Urgency.PAST;
    return canWait ? bySeverity - 1 : bySeverity;
  }

  /** ntfy shows those that it knows as pictures, the others as words. */
  private static ArrayNode tags(Alert alert) {
    var withdrawn = alert.getMessageType() == MessageType.CANCEL;
    var lead = Findings.lead(alert);
    return NODES
        .arrayNode()
        .add(withdrawn ? "leftwards_arrow_with_hook" : "rotating_light")
        .add(lower(alert.getReality()))
        .add(lower(lead == null ? alert.getSubject().getKind() : lead));
  }

  /** Links open the page that asks for confirmation: nothing is answered by the tap alone. */
  private static ArrayNode actions(Message message, AlertText text) {
    var actions = NODES.arrayNode();
    message.replies().links().entrySet().stream()
        .limit(MOST_ACTIONS)
        .forEach(
            reply ->
                actions
                    .addObject()
                    .put("action", "view")
                    .put("label", text.answer(reply.getKey()))
                    .put("url", reply.getValue().toString()));
    return actions;
  }

  /** The paragraphs, as many as fit; the most important come first. */
  private static String shortened(List<String> paragraphs) {
    var text = new StringBuilder();
    for (var paragraph : paragraphs) {
      var longer = text.isEmpty() ? paragraph : text + "\n" + paragraph;
      if (longer.getBytes(UTF_8).length > MOST_BYTES) {
        break;
      }
      text.setLength(0);
      text.append(longer);
    }
    return text.toString();
  }

  private static String lower(Enum<?> symbol) {
    return symbol.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static byte[] bytes(Object body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
