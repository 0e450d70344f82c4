package org.marsad.processor.judging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.marsad.message.Certainty;
import org.marsad.message.Heartbeat;
import org.marsad.message.Rule;
import org.marsad.message.SilentSource;
import org.marsad.message.TimePrecision;
import org.marsad.message.Urgency;
import org.marsad.processor.mapping.AlertIds;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.Severity;
import org.marsad.processor.rules.silence.SourceSilentRule;

/** What is told of a source that is not heard any more. */
public final class SourceAlert {
  private final Drafts drafts;
  private final SourceSilentRule rule;

  /** For thresholds. */
  public SourceAlert(String rulesHash, SourceSilentRule rule) {
    this.drafts = new Drafts(rulesHash);
    this.rule = rule;
  }

  /**
   * That a source is silent. It stays news as long as it lasts.
   *
   * @param heartbeat its newest, with the time of its last word
   * @param heard number of the area's sources that are heard
   * @param expected number of the area's sources
   */
  public Claim of(Heartbeat heartbeat, int heard, int expected, AreaMap map, Instant now) {
    var after = rule.silentAfter(Duration.ofSeconds(heartbeat.getEverySeconds())).toSeconds();
    var finding =
        FindingMessages.of(
                Rule.SOURCE_SILENT,
                org.marsad.processor.rules.Certainty.OBSERVED,
                "NOT_HEARD",
                Numbers.of("silentAfterSeconds", after))
            .setSilentSource(
                SilentSource.newBuilder()
                    .setSourceKind(heartbeat.getSource().getKind())
                    .setLastHeardAt(heartbeat.getSentAt())
                    .setEverySeconds(heartbeat.getEverySeconds())
                    .setSilentAfterSeconds((int) after)
                    .setSourcesHeard(heard)
                    .setSourcesExpected(expected)
                    .build())
            .build();
    var alert =
        drafts
            .draft(
                AlertIds.source(heartbeat),
                heartbeat.getReality(),
                heartbeat.getArea(),
                map,
                heard == 0 ? Severity.SEVERE : Severity.MINOR,
                List.of(finding))
            .setSources(0)
            .setCertainty(Certainty.OBSERVED)
            .setOnset(heartbeat.getSentAt())
            .setOnsetPrecision(TimePrecision.SECOND)
            .setUrgency(Urgency.IMMEDIATE);
    return Claim.of(alert, now);
  }
}
