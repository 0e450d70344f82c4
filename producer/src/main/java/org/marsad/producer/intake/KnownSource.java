package org.marsad.producer.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Source;
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
 * @param sites hospitals whose status it may say; {@link #ANY_SITE} for all
 * @param operator it may do what the operator of this Marsad may
 * @param numbers telephones from which it reports by SMS: digits of the international number
 * @param gateway what it calls what it passes on, where it is an SMS gateway; null where it is none
 */
public record KnownSource(
    String name,
    String tokenSha256,
    SourceKind kind,
    @Nullable String lineage,
    @Nullable String homeArea,
    boolean relay,
    List<String> sites,
    boolean operator,
    List<String> numbers,
    @Nullable SmsFields gateway) {
  /** Stands for all sites. */
  public static final String ANY_SITE = "*";

  public KnownSource {
    sites = List.copyOf(sites);
    numbers = List.copyOf(numbers);
  }

  /** A source that is neither operator nor gateway, and has no telephone. */
  public KnownSource(
      String name,
      String tokenSha256,
      SourceKind kind,
      @Nullable String lineage,
      @Nullable String homeArea,
      boolean relay,
      List<String> sites) {
    this(name, tokenSha256, kind, lineage, homeArea, relay, sites, false, List.of(), null);
  }

  /** A source that speaks for no hospital. */
  public KnownSource(
      String name,
      String tokenSha256,
      SourceKind kind,
      @Nullable String lineage,
      @Nullable String homeArea,
      boolean relay) {
    this(name, tokenSha256, kind, lineage, homeArea, relay, List.of());
  }

  boolean speaksFor(String siteId) {
    return sites.contains(ANY_SITE) || sites.contains(siteId);
  }

  /** Who it is in the log. */
  Source known(Pseudonyms pseudonyms) {
    var id = pseudonyms.of(name);
    return new Source(id, kind, lineage == null ? id : pseudonyms.of(lineage));
  }
}
