package org.marsad.processor.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Decision;
import org.marsad.message.DecisionKind;
import org.marsad.message.DecisionStatus;
import org.marsad.processor.rules.merging.Ties;

/** What people decided in one area and reality, filed under each report that it is about. */
public final class DecisionStore {
  private static final byte[] PRESENT = {1};

  private final Shelf<byte[]> decided;
  private final Shelf.InOrder<Decision> store;
  private final String area;
  private final String reality;

  /** Most areas never have a decision: they pay one look for that. */
  private final boolean any;

  public DecisionStore(Concerns concerns, String area, String reality) {
    decided = concerns.decided();
    store = concerns.decisions();
    this.area = area;
    this.reality = reality;
    this.any = decided.get(Keys.of(area).then(reality).key()) != null;
  }

  /** Files a decision; tells whether it was news. */
  public boolean put(Decision decision) {
    var known = find(decision.getReportIds().get(0), decision.getDecisionId());
    if (known != null && known.getRevision() >= decision.getRevision()) {
      return false;
    }
    decided.put(Keys.of(area).then(reality).key(), PRESENT);
    decision.getReportIds().forEach(id -> store.put(key(id, decision.getDecisionId()), decision));
    return true;
  }

  /** The standing decisions about a report, by id. */
  public List<Decision> about(String reportId) {
    if (!any) {
      return List.of();
    }
    var decisions = new ArrayList<Decision>();
    var prefix = Keys.of(area).then(reality).then(reportId);
    store.range(prefix.key(), prefix.end(), (key, decision) -> decisions.add(decision));
    decisions.removeIf(decision -> decision.getStatus() != DecisionStatus.STANDING);
    return decisions;
  }

  /** Forgets what was decided about a report. */
  public void forget(String reportId) {
    if (any) {
      var keys = new ArrayList<Bytes>();
      var prefix = Keys.of(area).then(reality).then(reportId);
      store.range(prefix.key(), prefix.end(), (key, decision) -> keys.add(key));
      keys.forEach(store::delete);
    }
  }

  /** The standing decisions about any of these reports, by id. */
  public Collection<Decision> aboutAny(Collection<String> reportIds) {
    var decisions = new TreeMap<String, Decision>();
    for (var reportId : reportIds) {
      about(reportId).forEach(decision -> decisions.put(decision.getDecisionId(), decision));
    }
    return decisions.values();
  }

  /** What decisions come to: of those on one pair, the one decided last stands. */
  public static Ties ties(Collection<Decision> decisions) {
    Map<Ties.Pair, Boolean> pairs = new HashMap<>();
    Map<String, Long> preferred = new HashMap<>();
    decisions.stream()
        .sorted(Comparator.comparing(Decision::getDecidedAt).thenComparing(Decision::getDecisionId))
        .forEach(
            decision -> {
              var reports = decision.getReportIds();
              if (decision.getKind() == DecisionKind.PREFER) {
                preferred.put(reports.get(0), decision.getDecidedAt().toEpochMilli());
              } else {
                pairs.put(
                    Ties.Pair.of(reports.get(0), reports.get(1)),
                    decision.getKind() == DecisionKind.ASSOCIATE);
              }
            });
    return new Ties(pairs, preferred);
  }

  private @Nullable Decision find(String reportId, String decisionId) {
    return store.get(key(reportId, decisionId));
  }

  private Bytes key(String reportId, String decisionId) {
    return Keys.of(area).then(reality).then(reportId).then(decisionId).key();
  }
}
