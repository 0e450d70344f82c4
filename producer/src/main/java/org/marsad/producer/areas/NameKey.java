package org.marsad.producer.areas;

import java.text.Normalizer;
import java.util.Locale;
import org.marsad.producer.text.PastedText;

/** Names that are the same to whoever writes a list of them. */
final class NameKey {
  private NameKey() {}

  /** Latin names by their slugs; names in other scripts as they stand, whatever the case. */
  static String of(String name) {
    var plain = Normalizer.normalize(PastedText.clean(name), Normalizer.Form.NFKC);
    var isLatin =
        plain
            .codePoints()
            .filter(Character::isLetter)
            .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
    return isLatin ? Slug.of(plain) : plain.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
