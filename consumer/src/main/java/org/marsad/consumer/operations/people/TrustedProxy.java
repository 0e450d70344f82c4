package org.marsad.consumer.operations.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A reverse proxy that knows who its readers are and says so in a header. What anybody else says in
 * that header counts for nothing.
 *
 * @param userHeader name of the header; empty: no proxy is believed
 * @param addresses that the proxy connects from, as numbers
 */
public record TrustedProxy(String userHeader, Set<String> addresses) {
  /** No proxy is believed. */
  public static final TrustedProxy NONE = new TrustedProxy("", Set.of());

  public TrustedProxy {
    addresses = Set.copyOf(addresses);
  }

  /** A proxy at these addresses. */
  public static TrustedProxy of(String userHeader, Collection<String> addresses) {
    return new TrustedProxy(userHeader, Set.copyOf(addresses));
  }

  /**
   * The user that the proxy names; empty where it is not the proxy that asks, or it names nobody.
   *
   * @param address that the request came from
   * @param named values of the header; the proxy sets exactly one
   */
  public Optional<String> user(String address, List<String> named) {
    return isProxy(address) && !userHeader.isEmpty() && named.size() == 1
        ? named.stream().findFirst()
        : Optional.empty();
  }

  /**
   * The address of the one who asks: the last that the proxy added, where it is the proxy that
   * asks.
   *
   * @param forwarded the header {@code X-Forwarded-For}; null: none
   */
  public String client(String address, @Nullable String forwarded) {
    return isProxy(address) && forwarded != null && !forwarded.isBlank()
        ? forwarded.substring(forwarded.lastIndexOf(',') + 1).strip()
        : address;
  }

  private boolean isProxy(String address) {
    return addresses.contains(address);
  }
}
