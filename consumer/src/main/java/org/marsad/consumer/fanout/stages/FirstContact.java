package org.marsad.consumer.fanout.stages;

import java.util.List;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;

/**
 * An alert for a recipient whom nothing of it has reached: whatever its revision, it is new to
 * them, and there is no earlier message that it changes or replaces.
 */
final class FirstContact {
  private FirstContact() {}

  /** The view as the first that is told of it; a withdrawal stays one. */
  static Alert of(Alert view) {
    return view.getMessageType() == MessageType.CANCEL
        ? view
        : Alert.newBuilder(view)
            .setMessageType(MessageType.ALERT)
            .setChanges(List.of())
            .setReferences(List.of())
            .build();
  }
}
