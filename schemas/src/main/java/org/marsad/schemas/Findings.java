package org.marsad.schemas;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.Finding;
import org.marsad.message.RecordFacts;
import org.marsad.message.RepeatFacts;
import org.marsad.message.ResidentialVerdict;
import org.marsad.message.Rule;
import org.marsad.message.SilentSource;
import org.marsad.message.SiteHit;
import org.marsad.message.SurgeFacts;
import org.marsad.message.WaveFacts;

/** The findings of an alert by rule: each rule has one at most. */
public final class Findings {
  private Findings() {}

  /** What a rule found; empty where it found nothing. */
  public static Optional<Finding> of(Alert alert, Rule rule) {
    return Optional.ofNullable(find(alert, rule));
  }

  /** Whether a rule found anything. */
  public static boolean has(Alert alert, Rule rule) {
    return find(alert, rule) != null;
  }

  /** Whether a rule found something that is LIKELY at least. */
  public static boolean isLikely(Alert alert, Rule rule) {
    var finding = find(alert, rule);
    return finding != null && isLikely(finding.getCertainty());
  }

  /** LIKELY or OBSERVED. */
  public static boolean isLikely(Certainty certainty) {
    return certainty == Certainty.LIKELY || certainty == Certainty.OBSERVED;
  }

  /** The rule of the gravest finding; null where there is none. */
  public static @Nullable Rule lead(Alert alert) {
    return alert.getFindings().isEmpty() ? null : alert.getFindings().get(0).getRule();
  }

  /** The records of HEAVIEST_IN_DAYS in their order; empty where there is none. */
  public static List<RecordFacts> records(Alert alert) {
    var finding = find(alert, Rule.HEAVIEST_IN_DAYS);
    return finding == null ? List.of() : finding.getRecords();
  }

  /** The record that reaches back the longest, the first of equals; null where there is none. */
  public static @Nullable RecordFacts longestRecord(Alert alert) {
    return records(alert).stream()
        .sorted(Comparator.comparingInt((RecordFacts record) -> -record.getLikelyDays()))
        .findFirst()
        .orElse(null);
  }

  /** Facts of RESIDENTIAL_STRIKE; null where there are none. */
  public static @Nullable ResidentialVerdict residential(Alert alert) {
    var finding = find(alert, Rule.RESIDENTIAL_STRIKE);
    return finding == null ? null : finding.getResidential();
  }

  /** Facts of PROTECTED_SITE_STRIKE; empty where there are none. */
  public static List<SiteHit> sites(Alert alert) {
    var finding = find(alert, Rule.PROTECTED_SITE_STRIKE);
    return finding == null ? List.of() : finding.getSites();
  }

  /** Facts of REPEAT_STRIKE; null where there are none. */
  public static @Nullable RepeatFacts repeat(Alert alert) {
    var finding = find(alert, Rule.REPEAT_STRIKE);
    return finding == null ? null : finding.getRepeat();
  }

  /** Facts of WAVE; null where there are none. */
  public static @Nullable WaveFacts wave(Alert alert) {
    var finding = find(alert, Rule.WAVE);
    return finding == null ? null : finding.getWave();
  }

  /** Facts of HOSPITAL_SURGE; null where there are none. */
  public static @Nullable SurgeFacts surge(Alert alert) {
    var finding = find(alert, Rule.HOSPITAL_SURGE);
    return finding == null ? null : finding.getSurge();
  }

  /** Facts of SOURCE_SILENT; null where there are none. */
  public static @Nullable SilentSource silentSource(Alert alert) {
    var finding = find(alert, Rule.SOURCE_SILENT);
    return finding == null ? null : finding.getSilentSource();
  }

  private static @Nullable Finding find(Alert alert, Rule rule) {
    for (var finding : alert.getFindings()) {
      if (finding.getRule() == rule) {
        return finding;
      }
    }
    return null;
  }
}
