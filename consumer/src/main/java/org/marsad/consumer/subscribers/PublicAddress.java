package org.marsad.consumer.subscribers;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Which addresses are public: by the IANA registries of special-purpose addresses. IPv4-mapped
 * addresses are IPv4 ones to Java; of IPv6 only 2000::/3 is public, less what carries or documents
 * other networks.
 */
public final class PublicAddress {
  private static final List<Prefix> NOT_PUBLIC_4 =
      List.of(
          Prefix.of("0.0.0.0", 8), // this network, unspecified
          Prefix.of("10.0.0.0", 8), // private
          Prefix.of("100.64.0.0", 10), // carrier-grade NAT
          Prefix.of("127.0.0.0", 8), // loopback
          Prefix.of("169.254.0.0", 16), // link-local
          Prefix.of("172.16.0.0", 12), // private
          Prefix.of("192.0.0.0", 24), // protocol assignments
          Prefix.of("192.0.2.0", 24), // documentation
          Prefix.of("192.88.99.0", 24), // 6to4 relays
          Prefix.of("192.168.0.0", 16), // private
          Prefix.of("198.18.0.0", 15), // benchmarks
          Prefix.of("198.51.100.0", 24), // documentation
          Prefix.of("203.0.113.0", 24), // documentation
          Prefix.of("224.0.0.0", 3)); // multicast, reserved, broadcast

  private static final Prefix PUBLIC_6 = Prefix.of("2000::", 3);
  private static final List<Prefix> NOT_PUBLIC_6 =
      List.of(
          Prefix.of("2001::", 23), // protocol assignments, Teredo
          Prefix.of("2001:db8::", 32), // documentation
          Prefix.of("2002::", 16), // 6to4: carries IPv4
          Prefix.of("3fff::", 20)); // documentation

  private PublicAddress() {}

  /** Whether anybody may connect to an address, wherever they are. */
  public static boolean isPublic(InetAddress address) {
    return address instanceof Inet4Address
        ? NOT_PUBLIC_4.stream().noneMatch(prefix -> prefix.holds(address))
        : PUBLIC_6.holds(address) && NOT_PUBLIC_6.stream().noneMatch(p -> p.holds(address));
  }

  /** A block of addresses of one family. */
  private record Prefix(InetAddress first, int bits) {
    /** Of a literal address: nothing is looked up. */
    static Prefix of(String address, int bits) {
      try {
        return new Prefix(InetAddress.getByName(address), bits);
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException(e);
      }
    }

    boolean holds(InetAddress address) {
      var ours = first.getAddress();
      var theirs = address.getAddress();
      for (var bit = 0; bit < bits; bit++) {
        if (((ours[bit / 8] ^ theirs[bit / 8]) >> (7 - bit % 8) & 1) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
