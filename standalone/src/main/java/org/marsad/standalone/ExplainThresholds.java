package org.marsad.standalone;

import org.marsad.consumer.operations.explain.Thresholds;
import org.marsad.processor.settings.Rules;

/** The processor's thresholds as explanations name them. */
public final class ExplainThresholds {
  private ExplainThresholds() {}

  /** Those of a file of rules, or the shipped ones. */
  public static Thresholds of(Rules rules) {
    return new Thresholds(
        rules.hash(),
        rules.equals(Rules.DEFAULTS),
        rules.association().within(),
        rules.association().withinMetres(),
        rules.hospitalSurge().minArrivals(),
        rules.residentialStrike().livedInShare(),
        rules.protectedSiteStrike().finestMetres());
  }
}
