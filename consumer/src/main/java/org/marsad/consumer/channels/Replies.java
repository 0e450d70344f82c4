package org.marsad.consumer.channels;

import java.net.URI;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Intent;

/**
 * How the receiver can answer: by opening a link, or by replying with a code where no link can be
 * opened.
 *
 * @param links for each intent, signed, for this one purpose and until the alert expires, in the
 *     order of the intents; may be empty
 * @param code short enough for an SMS; null: none
 */
public record Replies(Map<Intent, URI> links, @Nullable String code) {
  /** No way to answer. */
  public static final Replies NONE = new Replies(Map.of(), null);

  public Replies {
    var inOrder = new EnumMap<Intent, URI>(Intent.class);
    inOrder.putAll(links);
    links = Collections.unmodifiableMap(inOrder);
  }
}
