package org.marsad.producer.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may report, by token. Takes the same time for every wrong token. */
final class SourceRegister {
  private final List<KnownSource> sources;

  SourceRegister(List<KnownSource> sources) {
    this.sources = List.copyOf(sources);
  }

  int count() {
    return sources.size();
  }

  /**
   * The source of a request.
   *
   * @param authorization the header, {@code Bearer …}, or {@code Basic …} with the token as the
   *     password
   */
  Optional<KnownSource> authenticate(@Nullable String authorization) {
    var token = authorization == null ? null : token(authorization);
    if (token == null) {
      return Optional.empty();
    }
    var given = bytes(SourceTokens.hash(token));
    KnownSource found = null;
    for (var source : sources) {
      if (MessageDigest.isEqual(given, bytes(source.tokenSha256()))) {
        found = source;
      }
    }
    return Optional.ofNullable(found);
  }

  private static @Nullable String token(String authorization) {
    var parts = authorization.strip().split("\\s+", 2);
    if (parts.length == 2 && parts[0].equalsIgnoreCase("Bearer")) {
      return parts[1];
    }
    if (parts.length == 2 && parts[0].equalsIgnoreCase("Basic")) {
      return password(parts[1]);
    }
    return null;
  }

  private static @Nullable String password(String credentials) {
    try {
      var decoded = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
      return decoded.substring(decoded.indexOf(':') + 1);
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  /** The source that a telephone number belongs to. */
  Optional<KnownSource> byNumber(String number) {
    var digits = PhoneNumbers.digits(number);
    return digits.isEmpty()
        ? Optional.empty()
        : sources.stream()
            .filter(source -> source.numbers().stream().anyMatch(digits::equals))
            .findFirst();
  }

  /** Whether one of them is an SMS gateway. */
  boolean hasGateway() {
    return sources.stream().anyMatch(source -> source.gateway() != null);
  }

  /** Whether there is a source of this name. */
  boolean isListed(String name) {
    return sources.stream().anyMatch(source -> source.name().equals(name));
  }

  private static byte[] bytes(String hash) {
    return hash.getBytes(StandardCharsets.US_ASCII);
  }
}
