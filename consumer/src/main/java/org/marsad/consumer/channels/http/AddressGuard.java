package org.marsad.consumer.channels.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.subscribers.HostForm;
import org.marsad.consumer.subscribers.PublicAddress;

/**
 * Keeps messages out of networks that are not the receiver's (server-side request forgery): a name
 * is refused if any of its addresses is not a {@linkplain PublicAddress public} one.
 */
public final class AddressGuard {
  private static final String NOT_PUBLIC = "ADDRESS_NOT_PUBLIC";
  private static final String UNKNOWN_HOST = "UNKNOWN_HOST";

  /** Names to addresses, as {@link InetAddress#getAllByName}. */
  interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  /**
   * What a look-up gave.
   *
   * @param addresses to connect to, every one of them allowed; empty where refused
   * @param refusal the reason code; null: allowed
   */
  record Checked(List<InetAddress> addresses, @Nullable String refusal) {
    Checked {
      addresses = List.copyOf(addresses);
    }

    static Checked refused(String reason) {
      return new Checked(List.of(), reason);
    }
  }

  private final Resolver resolver;
  private final Predicate<InetAddress> allowed;

  AddressGuard(Resolver resolver) {
    this(resolver, PublicAddress::isPublic);
  }

  /**
   * A guard that calls other addresses public, for tests on one machine.
   *
   * @param allowed whether an address may be connected to
   */
  AddressGuard(Resolver resolver, Predicate<InetAddress> allowed) {
    this.resolver = resolver;
    this.allowed = allowed;
  }

  /**
   * Asks once for the addresses of a host; blocks as long as the resolver does. What can be refused
   * by its form is not looked up: resolvers do not agree on what 0177.0.0.1 is.
   *
   * @param host as it stands in a URI, IPv6 in brackets; null: the URI names none that can be used
   * @param ownNetwork whether addresses that are not public are allowed
   */
  Checked check(@Nullable String host, boolean ownNetwork) {
    if (host == null) {
      return Checked.refused(UNKNOWN_HOST);
    }
    if (!ownNetwork && !HostForm.mayBePublic(host)) {
      return Checked.refused(NOT_PUBLIC);
    }
    try {
      var addresses = List.of(resolver.resolve(host));
      if (addresses.isEmpty()) {
        return Checked.refused(UNKNOWN_HOST);
      }
      return ownNetwork || addresses.stream().allMatch(allowed)
          ? new Checked(addresses, null)
          : Checked.refused(NOT_PUBLIC);
    } catch (UnknownHostException e) {
      return Checked.refused(UNKNOWN_HOST);
    }
  }
}
