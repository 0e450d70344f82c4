package org.marsad.producer.setaside;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.AlertReference;
import org.marsad.message.Certainty;
import org.marsad.message.Change;
import org.marsad.message.Finding;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.ReasonNumber;
import org.marsad.message.Rule;
import org.marsad.message.Severity;
import org.marsad.message.Subject;
import org.marsad.message.SubjectKind;
import org.marsad.message.TimePrecision;
import org.marsad.message.Urgency;

/**
 * The one alert that operations get when something was set aside, however much it is: the first
 * record raises it, and what comes within its day brings it up to date, once an hour at most.
 * Confined to one thread.
 */
final class SetAsideAlert {
  private static final Duration LASTS = Duration.ofHours(24);
  private static final Duration AGAIN_AFTER = Duration.ofHours(1);

  private @Nullable Alert told;
  private long countTold;
  private long untold;
  private String reason = "";

  /** One more was set aside, for a reason. */
  void add(String why) {
    if (untold == 0) {
      reason = why;
    }
    untold++;
  }

  /** Whether all that was set aside has been told. */
  boolean isTold() {
    return untold == 0;
  }

  /** What is to be told now; then it must be {@link #published}, or it is due again. */
  Optional<Alert> due(Instant now) {
    var at = now.truncatedTo(ChronoUnit.MILLIS);
    if (untold == 0) {
      return Optional.empty();
    }
    var before = told;
    if (before == null || !before.getExpiresAt().isAfter(at)) {
      return Optional.of(raise(at));
    }
    return before.getSentAt().plus(AGAIN_AFTER).isAfter(at)
        ? Optional.empty()
        : Optional.of(update(before, at));
  }

  /** It was told. */
  void published(Alert alert) {
    countTold = alert.getRevision() == 1 ? untold : countTold + untold;
    untold = 0;
    told = alert;
  }

  private Alert raise(Instant at) {
    var subject = "set_aside:" + (reason.isEmpty() ? "UNKNOWN" : reason) + ":" + at.toEpochMilli();
    return Alert.newBuilder()
        .setAlertId("system:" + subject)
        .setRevision(1)
        .setMessageType(MessageType.ALERT)
        .setSubject(new Subject(SubjectKind.SYSTEM, subject))
        .setReality(Reality.ACTUAL)
        .setSeverity(Severity.MODERATE)
        .setUrgency(Urgency.IMMEDIATE)
        .setCertainty(Certainty.OBSERVED)
        .setSources(0)
        .setArea("") // of no area: for all operations
        .setTimeZone("UTC")
        .setOnset(at)
        .setOnsetPrecision(TimePrecision.SECOND)
        .setSentAt(at)
        .setExpiresAt(at.plus(LASTS))
        .setInterrupts(true)
        .setFindings(List.of(finding(untold)))
        .setRulesHash("none")
        .build();
  }

  private Alert update(Alert before, Instant at) {
    var reference =
        AlertReference.newBuilder()
            .setRevision(before.getRevision())
            .setSentAt(before.getSentAt())
            .setInterrupts(true)
            .build();
    return Alert.newBuilder(before)
        .setRevision(before.getRevision() + 1)
        .setMessageType(MessageType.UPDATE)
        .setSentAt(at)
        .setChanges(List.of(Change.COUNTS))
        .setFindings(List.of(finding(countTold + untold)))
        .setReferences(List.of(reference))
        .build();
  }

  private static Finding finding(long count) {
    return Finding.newBuilder()
        .setRule(Rule.SET_ASIDE)
        .setCertainty(Certainty.OBSERVED)
        .setCode("SET_ASIDE")
        .setNumbers(List.of(new ReasonNumber("setAside", (double) count)))
        .build();
  }
}
