package org.marsad.consumer.operations.http;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The names under which a browser may ask for us. Any other may be one that somebody lets resolve
 * to our address, so that a page of theirs can read ours (DNS rebinding): see
 * docs/decisions/105-answers-from-the-page.md.
 */
public final class HostNames {
  /** What is said to those who ask under another name. */
  public static final String UNKNOWN =
      "Host: unknown (expected: an address, localhost or a name of http.names)";

  /** An address resolves to nothing but itself. */
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");

  private static final Pattern PORT = Pattern.compile(":\\d*$");
  private static final String LOCALHOST = "localhost";

  private final Set<String> names;

  /**
   * Names that are known besides addresses and {@code localhost}.
   *
   * @param names of hosts, in any case, without ports
   */
  public HostNames(Collection<String> names) {
    this.names = names.stream().map(HostNames::lower).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Whether a request may be answered.
   *
   * @param host its header {@code Host}; null: none
   */
  public boolean include(@Nullable String host) {
    if (host == null) {
      return false;
    }
    var name = lower(PORT.matcher(host).replaceFirst(""));
    return name.equals(LOCALHOST) || ADDRESS.matcher(name).matches() || names.contains(name);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
