package org.marsad.producer.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may report, by bearer token. Takes the same time for every wrong token. */
final class SourceRegister {
  private static final String SCHEME = "Bearer ";

  private final List<KnownSource> sources;

  SourceRegister(List<KnownSource> sources) {
    this.sources = List.copyOf(sources);
  }

  /**
   * The source of a request.
   *
   * @param authorization the header, {@code Bearer …}
   */
  Optional<KnownSource> authenticate(@Nullable String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    var given = bytes(SourceTokens.hash(authorization.substring(SCHEME.length()).strip()));
    KnownSource found = null;
    for (var source : sources) {
      if (MessageDigest.isEqual(given, bytes(source.tokenSha256()))) {
        found = source;
      }
    }
    return Optional.ofNullable(found);
  }

  /** Whether there is a source of this name. */
  boolean isListed(String name) {
    return sources.stream().anyMatch(source -> source.name().equals(name));
  }

  private static byte[] bytes(String hash) {
    return hash.getBytes(StandardCharsets.US_ASCII);
  }
}
