package org.marsad.consumer.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.marsad.message.Alert;
import org.marsad.message.Finding;
import org.marsad.message.RepeatFacts;
import org.marsad.schemas.Findings;

/** What a strike repeats, as sure as it is: {@code SECOND STRIKE, 340 m from 14:05}. */
final class RepeatText {
  private final Texts texts;
  private final AlertTime time;
  private final Distance distance;
  private final Span span;

  RepeatText(Texts texts, AlertTime time) {
    this.texts = texts;
    this.time = time;
    this.distance = new Distance(texts);
    this.span = new Span(texts);
  }

  /** The latest of the earlier strikes, and how many there were before it. */
  String chip(Finding finding, Alert alert) {
    var facts = finding.getRepeat();
    if (facts == null) {
      return texts.of("repeat.plain");
    }
    if (isOne(facts)) {
      return texts.of("repeat.both", earlier(facts, alert), later(facts, alert));
    }
    if (!Findings.isLikely(finding.getCertainty())) {
      return texts.of("repeat.maybe", earlier(facts, alert));
    }
    var chip = likely(facts, alert);
    var more = facts.getEarlierStrikes() - 1;
    return more > 0 ? texts.counted("repeat.more", more, chip) : chip;
  }

  /** Without its place and time. */
  String briefest(Finding finding) {
    var facts = finding.getRepeat();
    if (facts != null && isOne(facts)) {
      return texts.of("repeat.both.short");
    }
    return Findings.isLikely(finding.getCertainty())
        ? texts.of(facts != null && facts.getEarlierStrikes() > 1 ? "repeat.again" : "repeat.plain")
        : texts.of("repeat.maybe.short");
  }

  /** In a few words. */
  String brief(Finding finding, Alert alert) {
    var facts = finding.getRepeat();
    return facts == null || isOne(facts) || Findings.isLikely(finding.getCertainty())
        ? briefest(finding)
        : texts.of("repeat.maybe", earlier(facts, alert));
  }

  /** In sentences. */
  List<String> sentences(Finding finding, Alert alert) {
    var facts = finding.getRepeat();
    if (facts == null) {
      return List.of();
    }
    var sentences = new ArrayList<String>();
    var after = Duration.ofSeconds(facts.getSecondsAfter());
    var earlier = earlier(facts, alert);
    if (isOne(facts)) {
      sentences.add(texts.of("say.repeat.both", earlier, later(facts, alert)));
      return sentences;
    }
    var sure = Findings.isLikely(finding.getCertainty()) ? "say.repeat" : "say.repeat.maybe";
    var where = where(facts);
    sentences.add(
        after.toMinutes() == 0
            ? texts.of(sure + ".atOnce", where, earlier)
            : texts.of(sure, where, earlier, span.inMinutes(after)));
    var more = facts.getEarlierStrikes() - 1;
    if (more > 0) {
      sentences.add(texts.counted("say.repeat.more", more));
    }
    return List.of(String.join(" ", sentences));
  }

  private String likely(RepeatFacts facts, Alert alert) {
    var what = texts.of(facts.getEarlierStrikes() > 1 ? "repeat.again" : "repeat.plain");
    var earlier = earlier(facts, alert);
    var key = "repeat." + place(facts);
    return texts.of(key, what, earlier, metres(facts));
  }

  private String where(RepeatFacts facts) {
    return texts.of("say.repeat." + place(facts), metres(facts));
  }

  /**
   * What is known of the distance: how far where the two cannot have fallen on one spot, else how
   * far at most; or that it is the same neighbourhood, or near.
   */
  private static String place(RepeatFacts facts) {
    var metres = facts.getDistanceMetres();
    if (metres == null) {
      return facts.getSameNeighbourhood() ? "neighbourhood" : "spot";
    }
    return metres > radii(facts) ? "from" : metres + radii(facts) > 0 ? "within" : "spot";
  }

  private String metres(RepeatFacts facts) {
    var metres = facts.getDistanceMetres();
    if (metres == null) {
      return "";
    }
    return metres > radii(facts) ? distance.of(metres) : distance.atMost(metres + radii(facts));
  }

  private static double radii(RepeatFacts facts) {
    var radii = facts.getRadiiMetres();
    return radii == null ? 0 : radii;
  }

  /** The reports of one strike may speak of two. */
  private static boolean isOne(RepeatFacts facts) {
    return facts.getEarlierStrikes() == 0;
  }

  private String earlier(RepeatFacts facts, Alert alert) {
    return time.moment(facts.getEarlierOnset(), alert);
  }

  private String later(RepeatFacts facts, Alert alert) {
    return time.moment(facts.getEarlierOnset().plusSeconds(facts.getSecondsAfter()), alert);
  }
}
