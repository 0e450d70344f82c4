package org.marsad.consumer.operations.board;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashSet;
import org.marsad.message.Delivery;
import org.marsad.message.DeliveryOutcome;

/**
 * How many subscribers an alert has reached.
 *
 * @param told those whom a revision reached
 * @param notTold those whom none reached though it was tried; one for whom it waits as it should,
 *     such as for a summary, is not among them
 */
record Reach(int told, int notTold) {
  static Reach of(Collection<Delivery> deliveries) {
    var told = new HashSet<String>();
    var tried = new HashSet<String>();
    for (var delivery : deliveries) {
      if (delivery.getOutcome() == DeliveryOutcome.DELIVERED) {
        told.add(delivery.getSubscriber());
      } else if (delivery.getOutcome() == DeliveryOutcome.GAVE_UP
          || (delivery.getOutcome() == DeliveryOutcome.RETRY_LATER && delivery.getAttempt() > 0)) {
        tried.add(delivery.getSubscriber());
      }
    }
    tried.removeAll(told);
    return new Reach(told.size(), tried.size());
  }

  ObjectNode json() {
    return JsonNodeFactory.instance.objectNode().put("told", told).put("notTold", notTold);
  }
}
