package org.marsad.standalone.init;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.message.SourceKind;
import org.marsad.producer.intake.KnownSource;
import org.marsad.producer.intake.PhoneNumbers;
import org.marsad.producer.intake.SmsFields;
import org.marsad.producer.intake.SourceTokens;

/** Reads one source of an installation, and makes its token. */
final class SourceReader {
  /**
   * A source that may report.
   *
   * @param token of which only the hash is kept
   */
  record NewSource(KnownSource source, String token) {}

  private static final String NUMBER = "a number such as +963912345678";

  private final Places places;

  SourceReader(Places places) {
    this.places = places;
  }

  /** The SMS gateway, as a source that passes on what people send. */
  static NewSource gateway() {
    var token = SourceTokens.generate();
    return new NewSource(
        new KnownSource(
            "SMS gateway",
            SourceTokens.hash(token),
            SourceKind.AGENCY,
            null,
            null,
            false,
            List.of(),
            false,
            List.of(),
            SmsFields.DEFAULTS),
        token);
  }

  /** The source; null where it is at fault, which the entry has noted. */
  @Nullable NewSource read(Entry entry, String homeArea) {
    var name = entry.required("name", "a name that you know it by");
    var kind = entry.symbol("kind", SourceKind.class);
    var lineage = entry.optional("lineage");
    var area = entry.parsed("home-area", Places.EXPECTED, places::code);
    var isRelay = entry.flag("relay");
    var sites = List.copyOf(entry.list("sites"));
    var numbers = entry.list("numbers").stream().map(number -> digits(entry, number)).toList();
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
            sites,
            false,
            numbers,
            null),
        token);
  }

  private static String digits(Entry entry, String number) {
    var digits = PhoneNumbers.digits(number);
    if (digits.isEmpty()) {
      entry.fault("numbers", number, NUMBER);
    }
    return digits;
  }
}
