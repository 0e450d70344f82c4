package org.marsad.consumer.fanout.escalation;

import org.marsad.message.Alert;

/** Tells those whom an escalation reaches. */
public interface Teller {
  /** Tells over a channel that was held back. */
  void tell(Alert alert, String subscriber, String channel, Origin origin);

  /** Tells another subscriber over all channels that it does not hold back. */
  void tell(Alert alert, String subscriber, Origin origin);
}
