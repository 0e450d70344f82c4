package org.marsad.processor.whole;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.CancelReason;
import org.marsad.message.MessageType;
import org.marsad.message.Strike;
import org.marsad.message.StrikeStatus;
import org.marsad.message.SubjectKind;
import org.marsad.processor.oracle.Facts;
import org.marsad.processor.oracle.Interruption;
import org.marsad.processor.oracle.Outcome;

/**
 * All that was published about one area, in order. It notes what no revision may do, and tells what
 * stands in the end.
 */
public final class Published {
  private static final Duration CANCEL_LIVES = Duration.ofHours(24);
  private static final int REFERENCES = 10;
  private static final Set<SubjectKind> COMPARED =
      Set.of(
          SubjectKind.STRIKE,
          SubjectKind.DAY,
          SubjectKind.WAVE,
          SubjectKind.HOSPITAL,
          SubjectKind.SITE);

  private final Set<String> confidential;
  private final Map<String, Strike> strikes = new HashMap<>();
  private final Map<String, Strike> lastActive = new HashMap<>();
  private final Map<String, List<Alert>> alerts = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private int refused;

  /**
   * @param confidential ids of the area's confidential sites
   */
  public Published(Set<String> confidential) {
    this.confidential = Set.copyOf(confidential);
  }

  /** What must not be, one line each. */
  public List<String> faults() {
    return faults;
  }

  public void addRefused() {
    refused++;
  }

  /**
   * Adds the revision of a strike.
   *
   * @param now when the message that led to it was received; null where nobody knows
   */
  public void add(Strike strike, @Nullable Instant now) {
    var before = strikes.put(strike.getStrikeId(), strike);
    var expected = before == null ? 1 : before.getRevision() + 1;
    require(strike.getRevision() == expected, "revision, expected " + expected, strike);
    require(
        before != null || strike.getStatus() == StrikeStatus.ACTIVE, "begins as it ends", strike);
    require(now == null || strike.getUpdatedAt().equals(now), "updatedAt, expected " + now, strike);
    if (strike.getStatus() == StrikeStatus.ACTIVE) {
      lastActive.put(strike.getStrikeId(), strike);
    }
  }

  /**
   * Adds the revision of an alert.
   *
   * @param now when the message that led to it was received; null where nobody knows
   * @param isPrivate whether it came on the topic for confidential sites
   */
  public void add(Alert alert, @Nullable Instant now, boolean isPrivate) {
    var revisions = alerts.computeIfAbsent(alert.getAlertId(), id -> new ArrayList<>());
    var before = revisions.isEmpty() ? null : revisions.get(revisions.size() - 1);
    var stood = before != null && before.getMessageType() != MessageType.CANCEL;
    var isCancel = alert.getMessageType() == MessageType.CANCEL;
    require(
        alert.getRevision() == revisions.size() + 1,
        "revision, expected " + (revisions.size() + 1),
        alert);
    require(
        stood == (alert.getMessageType() != MessageType.ALERT),
        stood ? "ALERT while it stands" : "no ALERT before it",
        alert);
    require(isCancel == (alert.getReason() != null), "reason", alert);
    var concerns = alert.getAddressee();
    var isConfidential = concerns != null && confidential.contains(concerns);
    require(isPrivate == isConfidential, "on the wrong topic", alert);
    if (now != null) {
      var sentAt = before != null && before.getSentAt().isAfter(now) ? before.getSentAt() : now;
      require(alert.getSentAt().equals(sentAt), "sentAt, expected " + sentAt, alert);
    }
    if (isCancel) {
      require(
          alert.getExpiresAt().equals(alert.getSentAt().plus(CANCEL_LIVES)), "expiresAt", alert);
    }
    requireInterruption(alert, revisions);
    requireReferences(alert, revisions);
    revisions.add(alert);
  }

  private void requireInterruption(Alert alert, List<Alert> before) {
    var isDue = Interruption.isDue(before, alert);
    var changes = Interruption.mustName(before, alert);
    require(
        alert.getInterrupts() == isDue, "interrupts, expected " + isDue + " for " + changes, alert);
    require(alert.getChanges().containsAll(changes), "changes, expected " + changes, alert);
    var notBefore = Interruption.notBefore(before, alert);
    require(
        notBefore == null ? alert.getNotBefore() == null : notBefore.equals(alert.getNotBefore()),
        "notBefore, expected " + notBefore,
        alert);
  }

  /** The revision before and the unexpired interrupting ones, oldest first, the newest of them. */
  private void requireReferences(Alert alert, List<Alert> before) {
    var expected = new ArrayList<String>();
    for (var i = before.size() - 1; i >= 0 && expected.size() < REFERENCES; i--) {
      var earlier = before.get(i);
      if (i == before.size() - 1
          || (earlier.getInterrupts() && earlier.getExpiresAt().isAfter(alert.getSentAt()))) {
        expected.add(
            0,
            "%d %s %s"
                .formatted(earlier.getRevision(), earlier.getSentAt(), earlier.getInterrupts()));
      }
    }
    var found =
        alert.getReferences().stream()
            .map(r -> "%d %s %s".formatted(r.getRevision(), r.getSentAt(), r.getInterrupts()))
            .toList();
    require(found.equals(expected), "references, expected " + expected, alert);
  }

  /**
   * Whether the strikes of these alerts stand, and why those of the alerts that were taken back do
   * not, now that the message is worked in.
   */
  public void check(Collection<Alert> published, Fates fates) {
    for (var alert : published) {
      if (alert.getMessageType() == MessageType.CANCEL) {
        var reasons = reasons(alert, fates);
        require(reasons.contains(alert.getReason()), "reason, expected one of " + reasons, alert);
      } else {
        requireStrikesStand(alert);
      }
    }
  }

  private Set<CancelReason> reasons(Alert cancel, Fates fates) {
    var kind = cancel.getSubject().getKind();
    if (kind == SubjectKind.STRIKE) {
      return reasons(cancel.getSubject().getId(), fates);
    }
    var revisions = alerts.getOrDefault(cancel.getAlertId(), List.of());
    var told = revisions.get(Math.max(0, revisions.size() - 2)).getStrikeIds();
    var reasons = EnumSet.of(CancelReason.CORRECTED);
    if (kind == SubjectKind.WAVE) {
      reasons.add(CancelReason.REPLACED);
    }
    if (told.stream().noneMatch(this::stands)) {
      told.forEach(id -> reasons.addAll(reasons(id, fates)));
    }
    return reasons;
  }

  private Set<CancelReason> reasons(String strikeId, Fates fates) {
    var strike = strikes.get(strikeId);
    var stood = lastActive.get(strikeId);
    return strike == null || stood == null ? Set.of() : fates.reasons(strike, stood);
  }

  private boolean stands(String strikeId) {
    var strike = strikes.get(strikeId);
    return strike != null && strike.getStatus() == StrikeStatus.ACTIVE;
  }

  private void requireStrikesStand(Alert alert) {
    for (var id : alert.getStrikeIds()) {
      require(stands(id), "about a strike that does not stand: " + id, alert);
    }
  }

  private void require(boolean holds, String fault, Object what) {
    if (!holds) {
      faults.add(fault + ": " + what);
    }
  }

  /** What stands. */
  public Outcome outcome() {
    var standing = new TreeMap<String, Facts>();
    for (var strike : strikes.values()) {
      if (strike.getStatus() == StrikeStatus.ACTIVE) {
        var known = standing.put(Read.subject(strike), Read.facts(strike));
        require(known == null, "two strikes of one kind", strike);
      }
    }
    var names = names();
    var claims = new TreeMap<String, Facts>();
    for (var revisions : alerts.values()) {
      var last = revisions.get(revisions.size() - 1);
      if (last.getMessageType() != MessageType.CANCEL
          && COMPARED.contains(last.getSubject().getKind())) {
        requireStrikesStand(last);
        var known = claims.put(Read.subject(last, names), Read.facts(last, names));
        require(known == null, "two alerts on one subject", last);
      }
    }
    return new Outcome(standing, claims, refused);
  }

  /** What the alert is about, in the oracle's words. */
  String subject(Alert alert) {
    return Read.subject(alert, names());
  }

  Facts facts(Alert alert) {
    return Read.facts(alert, names());
  }

  /** The revisions of each alert. */
  Collection<List<Alert>> alerts() {
    return alerts.values();
  }

  /** Strikes by their reports. */
  private Map<String, String> names() {
    var names = new HashMap<String, String>();
    strikes.forEach(
        (id, strike) -> names.put(id, String.join("+", new TreeSet<>(strike.getReportIds()))));
    return names;
  }
}
