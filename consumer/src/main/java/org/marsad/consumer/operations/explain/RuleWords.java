package org.marsad.consumer.operations.explain;

import org.marsad.message.Finding;
import org.marsad.message.Rule;

/**
 * How the findings of one rule are explained: one small class a rule. A rule without a class of its
 * own is explained by its typed facts and the docs of its schema.
 */
interface RuleWords {
  /** What the finding says, in plain sentences. */
  String sentence(Inquiry inquiry, Finding finding);

  /** Why it says so: the rule's facts and its arithmetic. */
  void why(Inquiry inquiry, Finding finding, Sheet sheet);

  /** The words for a rule. */
  static RuleWords of(Rule rule) {
    return switch (rule) {
      case CASUALTIES -> new CasualtiesWords();
      case HEAVIEST_IN_DAYS -> new HeaviestInDaysWords();
      case RESIDENTIAL_STRIKE -> new ResidentialStrikeWords();
      case REPEAT_STRIKE -> new RepeatStrikeWords();
      case HOSPITAL_SURGE -> new HospitalSurgeWords();
      case PROTECTED_SITE_STRIKE -> new ProtectedSiteWords();
      case WAVE -> new WaveWords();
      case SOURCE_SILENT -> new SourceSilentWords();
      case UNPLACED_STRIKE -> new UnplacedStrikeWords();
      default -> new AnyRuleWords();
    };
  }
}
