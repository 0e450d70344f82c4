package org.marsad.standalone.init;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.message.SourceKind;
import org.marsad.producer.intake.KnownSource;
import org.marsad.producer.intake.SourceTokens;

/** Reads one source of an installation, and makes its token. */
final class SourceReader {
  /**
   * A source that may report.
   *
   * @param token of which only the hash is kept
   */
  record NewSource(KnownSource source, String token) {}

  private final Places places;

  SourceReader(Places places) {
    this.places = places;
  }

  /** The source; null where it is at fault, which the entry has noted. */
  @Nullable NewSource read(Entry entry, String homeArea) {
    var name = entry.required("name", "a name that you know it by");
    var kind = entry.symbol("kind", SourceKind.class);
    var lineage = entry.optional("lineage");
    var area = entry.parsed("home-area", Places.EXPECTED, places::code);
    var isRelay = entry.flag("relay");
    var sites = List.copyOf(entry.list("sites"));
    entry.refuseOthers();
    if (name.isEmpty()) {
      return null;
    }
    var token = SourceTokens.generate();
    return new NewSource(
        new KnownSource(
            name,
            SourceTokens.hash(token),
            kind == null ? SourceKind.OBSERVER : kind,
            lineage,
            area == null ? homeArea : area,
            isRelay,
            sites),
        token);
  }
}
