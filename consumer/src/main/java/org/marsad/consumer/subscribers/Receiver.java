package org.marsad.consumer.subscribers;

import java.net.URI;

/**
 * Where messages go. Its text does not show the URL: it may hold a token.
 *
 * @param url https, or http too with {@code ownNetwork}
 * @param ownNetwork the receiver is on the operator's own network: private addresses are allowed
 */
public record Receiver(URI url, boolean ownNetwork) {
  @Override
  public String toString() {
    return "[hidden]";
  }
}
