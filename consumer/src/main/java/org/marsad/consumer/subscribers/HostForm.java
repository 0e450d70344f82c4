package org.marsad.consumer.subscribers;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/** What can be said of a host before anybody looks it up. */
public final class HostForm {
  private static final Pattern FOUR_NUMBERS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

  /** Forms such as 2130706433, 127.1, 0x7f.1: the resolver would take them for addresses. */
  private static final Pattern ENDS_IN_A_NUMBER =
      Pattern.compile("(?i)(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?");

  private static final Pattern THIS_MACHINE = Pattern.compile("(.*\\.)?localhost\\.?");

  private HostForm() {}

  /**
   * Whether a host may be public: a public address, or a name of which only a look-up can tell.
   *
   * @param host as it stands in a URI, IPv6 in brackets
   */
  public static boolean mayBePublic(String host) {
    if (host.startsWith("[") || (FOUR_NUMBERS.matcher(host).matches() && isPlain(host))) {
      return isPublicAddress(host);
    }
    return !ENDS_IN_A_NUMBER.matcher(host).matches()
        && !THIS_MACHINE.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }

  /** Without leading zeros, which some take for octal numbers. */
  private static boolean isPlain(String host) {
    return !host.matches("(.*\\.)?0\\d.*");
  }

  /** A literal address is not looked up. */
  private static boolean isPublicAddress(String literal) {
    try {
      return PublicAddress.isPublic(InetAddress.getByName(literal));
    } catch (UnknownHostException none) {
      return false;
    }
  }
}
