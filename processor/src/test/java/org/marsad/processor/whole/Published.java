package org.marsad.processor.whole;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;
import org.marsad.message.Rule;
import org.marsad.message.Strike;
import org.marsad.message.StrikeStatus;
import org.marsad.processor.oracle.Facts;
import org.marsad.processor.oracle.Outcome;

/**
 * All that was published about one area, in order. It notes what no revision may do, and tells what
 * stands in the end.
 */
public final class Published {
  private static final Duration EXPIRE_AFTER = Duration.ofHours(24);

  private final Map<String, Strike> strikes = new HashMap<>();
  private final Map<String, List<Alert>> alerts = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private int refused;

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
   * @param now when the message that led to it was received
   */
  public void add(Strike strike, Instant now) {
    var before = strikes.put(strike.getStrikeId(), strike);
    var expected = before == null ? 1 : before.getRevision() + 1;
    require(strike.getRevision() == expected, "revision, expected " + expected, strike);
    require(
        before != null || strike.getStatus() == StrikeStatus.ACTIVE, "begins as it ends", strike);
    require(strike.getUpdatedAt().equals(now), "updatedAt, expected " + now, strike);
  }

  /** Adds the revision of an alert. */
  public void add(Alert alert, Instant now) {
    var revisions = alerts.computeIfAbsent(alert.getAlertId(), id -> new ArrayList<>());
    var stood =
        !revisions.isEmpty()
            && revisions.get(revisions.size() - 1).getMessageType() != MessageType.CANCEL;
    require(
        alert.getRevision() == revisions.size() + 1,
        "revision, expected " + (revisions.size() + 1),
        alert);
    require(
        stood == (alert.getMessageType() != MessageType.ALERT),
        stood ? "ALERT while it stands" : "no ALERT before it",
        alert);
    require(alert.getSentAt().equals(now), "sentAt, expected " + now, alert);
    require(alert.getExpiresAt().equals(now.plus(EXPIRE_AFTER)), "expiresAt", alert);
    var last = 0;
    for (var reference : alert.getReferences()) {
      var known = last < reference.getRevision() && reference.getRevision() <= revisions.size();
      require(
          known
              && revisions
                  .get(reference.getRevision() - 1)
                  .getSentAt()
                  .equals(reference.getSentAt()),
          "reference to " + reference,
          alert);
      last = reference.getRevision();
    }
    revisions.add(alert);
  }

  /** Whether the strikes of these alerts stand, now that the message is worked in. */
  public void checkStrikesOf(Iterable<Alert> published) {
    for (var alert : published) {
      if (alert.getMessageType() != MessageType.CANCEL) {
        for (var id : alert.getStrikeIds()) {
          var strike = strikes.get(id);
          require(
              strike != null && strike.getStatus() == StrikeStatus.ACTIVE,
              "about a strike that does not stand: " + id,
              alert);
        }
      }
    }
  }

  private void require(boolean holds, String fault, Object what) {
    if (!holds) {
      faults.add(fault + ": " + what);
    }
  }

  /** What stands, of the rules that are compared. */
  public Outcome outcome(Set<Rule> rules) {
    var standing = new TreeMap<String, Facts>();
    for (var strike : strikes.values()) {
      if (strike.getStatus() == StrikeStatus.ACTIVE) {
        var known = standing.put(Read.subject(strike), Read.facts(strike));
        require(known == null, "two strikes of one kind", strike);
      }
    }
    var claims = new TreeMap<String, Facts>();
    for (var revisions : alerts.values()) {
      var last = revisions.get(revisions.size() - 1);
      if (last.getMessageType() != MessageType.CANCEL && rules.contains(last.getRule())) {
        checkStrikesOf(List.of(last));
        var names = new TreeMap<String, String>();
        last.getStrikeIds().forEach(id -> names.put(id, nameOf(id)));
        var known = claims.put(Read.subject(last, names), Read.facts(last, names));
        require(known == null, "two alerts on one subject", last);
      }
    }
    return new Outcome(standing, claims, refused);
  }

  /** A strike by its reports. */
  private String nameOf(String strikeId) {
    var strike = strikes.get(strikeId);
    return strike == null ? "?" : String.join("+", new TreeSet<>(strike.getReportIds()));
  }
}
