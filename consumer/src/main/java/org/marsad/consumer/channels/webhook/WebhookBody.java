package org.marsad.consumer.channels.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.marsad.message.Alert;
import org.marsad.message.Intent;
import org.marsad.schemas.MessageJson;

/**
 * The body of a webhook: the subscriber's view of an alert and whether it interrupts. The same
 * bytes for the same view and text, at most 20,000 of them.
 */
final class WebhookBody {
  static final int MOST_BYTES = 20_000;

  /** Lists that are left out of a body that is too long, in this order; the body says which. */
  private static final List<String> LEFT_OUT =
      List.of("strikeIds", "references", "neighbourhoods", "findings");

  private static final ObjectMapper JSON = new ObjectMapper();

  private WebhookBody() {}

  /**
   * {@code {"type": …, "timestamp": …, "interrupts": …, "text": …, "replies": …, "data": …}}, the
   * alert under {@code data}.
   *
   * @param alert as the subscriber may see it
   * @param interrupts whether it may make a sound for this subscriber now
   * @param text the alert in one line
   * @param links to answer by, left out where there are none
   */
  static byte[] of(Alert alert, boolean interrupts, String text, Map<Intent, URI> links) {
    var data = MessageJson.tree(alert);
    var body = JsonNodeFactory.instance.objectNode();
    body.put("type", type(alert));
    body.put("timestamp", alert.getSentAt().toString());
    body.put("interrupts", interrupts);
    body.put("text", text);
    if (!links.isEmpty()) {
      var replies = body.putObject("replies");
      links.forEach((intent, link) -> replies.put(intent.name(), link.toString()));
    }
    body.set("data", data);
    var bytes = bytes(body);
    for (var list : LEFT_OUT) {
      if (bytes.length <= MOST_BYTES) {
        break;
      }
      data.remove(list);
      body.withArray("leftOut").add(list);
      bytes = bytes(body);
    }
    return bytes;
  }

  private static String type(Alert alert) {
    return switch (alert.getMessageType()) {
      case ALERT -> "alert.new";
      case UPDATE -> "alert.update";
      case CANCEL -> "alert.cancel";
    };
  }

  private static byte[] bytes(Object body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
