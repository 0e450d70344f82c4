package org.marsad.producer.intake;

import org.jspecify.annotations.Nullable;
import org.marsad.message.SourceKind;

/**
 * A source that may report.
 *
 * @param name known to the operator only; the log sees its pseudonym
 * @param tokenSha256 SHA-256 of its token, 64 hexadecimal digits in lower case
 * @param kind what kind of source
 * @param lineage name of the upstream that it repeats; null: itself
 * @param homeArea code of the area in which a bare place name is looked up first
 * @param relay it passes on what others say, and names them in the body
 */
public record KnownSource(
    String name,
    String tokenSha256,
    SourceKind kind,
    @Nullable String lineage,
    @Nullable String homeArea,
    boolean relay) {}
