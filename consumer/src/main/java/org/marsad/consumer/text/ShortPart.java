package org.marsad.consumer.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A part of an SMS with its shorter forms.
 *
 * @param text as it stands
 * @param losses what each shorter form loses, in order
 * @param forms the shorter forms; empty: left out
 */
record ShortPart(String text, List<Loss> losses, List<String> forms) {
  /** A part that is never left out. */
  static ShortPart of(String text) {
    return new ShortPart(text, List.of(), List.of());
  }

  /** The same with another form, shorter than those before, at a greater loss. */
  ShortPart or(Loss loss, String form) {
    var more = new ArrayList<>(losses);
    var shorter = new ArrayList<>(forms);
    more.add(loss);
    shorter.add(form);
    return new ShortPart(text, List.copyOf(more), List.copyOf(shorter));
  }

  /** The form that stands when so much is lost. */
  String after(Set<Loss> lost) {
    var standing = text;
    for (var index = 0; index < forms.size(); index++) {
      if (lost.contains(losses.get(index))) {
        standing = forms.get(index);
      }
    }
    return standing;
  }

  /** The same, which is never left out as a whole. */
  ShortPart kept() {
    var gone = forms.indexOf("");
    return gone < 0 ? this : new ShortPart(text, losses.subList(0, gone), forms.subList(0, gone));
  }
}
