package org.marsad.consumer.text;

import org.marsad.message.Alert;
import org.marsad.message.Finding;

/** What one of Marsad's own parts noticed, about whom or what the subject's id names. */
final class SystemText {
  private final Texts texts;
  private final Bidi bidi;

  SystemText(Texts texts) {
    this.texts = texts;
    this.bidi = new Bidi(texts.isRightToLeft());
  }

  /** {@code UNREACHED: night-crew}; {@code test of Marsad for night-crew. Nothing has happened}. */
  String chip(Finding finding, Alert alert) {
    return texts.of("system." + finding.getRule(), key(finding, alert));
  }

  /** In a sentence. */
  String sentence(Finding finding, Alert alert) {
    return texts.of("say.system." + finding.getRule(), key(finding, alert));
  }

  /** The subject's id is {@code <finding>:<key>}; that of a test ends in its time. */
  private String key(Finding finding, Alert alert) {
    var id = alert.getSubject().getId();
    var name = finding.getRule().name();
    var isNamed = id.regionMatches(true, 0, name + ":", 0, name.length() + 1);
    var key = isNamed ? id.substring(name.length() + 1) : id;
    var last = key.lastIndexOf(':');
    var ended = last > 0 && key.substring(last + 1).chars().allMatch(Character::isDigit);
    return bidi.code(PlainText.of(ended ? key.substring(0, last) : key));
  }
}
