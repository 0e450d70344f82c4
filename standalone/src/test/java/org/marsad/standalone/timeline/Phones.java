package org.marsad.standalone.timeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An SMS gateway that stands in, and the phones behind it. */
final class Phones implements AutoCloseable {
  private static final String NUMBER = "+96390000%04d";

  private final StandIn gateway;
  private final Map<String, String> numbers = new HashMap<>();
  private final Map<String, List<String>> unread = new HashMap<>();

  Phones() throws IOException {
    gateway = new StandIn(this::deliver);
  }

  /** A channel that ends at somebody's phone, as a line of the file of subscribers. */
  synchronized String channel(String owner) {
    var number = NUMBER.formatted(numbers.size());
    numbers.put(number, owner);
    return """
    {name: phone, type: sms, url: "%s", own-network: true, number: "%s",
     content-type: text/plain, body: "{to} {text}"}
    """
        .formatted(gateway.url(), number)
        .replace("\n", " ");
  }

  /** What came since somebody last looked. */
  synchronized List<String> read(String owner) {
    var texts = unread.remove(owner);
    return texts == null ? List.of() : List.copyOf(texts);
  }

  @Override
  public void close() {
    gateway.close();
  }

  private synchronized void deliver(String body) {
    var space = body.indexOf(' ');
    var owner = numbers.getOrDefault(body.substring(0, space), "nobody");
    unread.computeIfAbsent(owner, who -> new ArrayList<>()).add(body.substring(space + 1));
  }
}
