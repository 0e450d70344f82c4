package org.marsad.processor.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Decision;
import org.marsad.message.DecisionKind;
import org.marsad.message.DecisionStatus;
import org.marsad.processor.rules.merging.Ties;
import org.marsad.schemas.MessageCodec;

/** What people decided in one area and reality, filed under each report that it is about. */
public final class DecisionStore {
  private static final byte[] PRESENT = {1};

  private final MessageCodec<Decision> codec;
  private final KeyValueStore<Bytes, byte[]> store;
  private final String area;
  private final String reality;

  /** Most areas never have a decision: they pay one look for that. */
  private final boolean any;

  public DecisionStore(
      MessageCodec<Decision> codec,
      KeyValueStore<Bytes, byte[]> store,
      String area,
      String reality) {
    this.codec = codec;
    this.store = store;
    this.area = area;
    this.reality = reality;
    this.any = store.get(Keys.of(area).then(reality).key()) != null;
  }

  /** Files a decision; tells whether it was news. */
  public boolean put(Decision decision) {
    var known = find(decision.getReportIds().get(0), decision.getDecisionId());
    if (known != null && known.getRevision() >= decision.getRevision()) {
      return false;
    }
    store.put(Keys.of(area).then(reality).key(), PRESENT);
    var bytes = codec.encode(decision);
    decision.getReportIds().forEach(id -> store.put(key(id, decision.getDecisionId()), bytes));
    return true;
  }

  /** The standing decisions about a report, by id. */
  public List<Decision> about(String reportId) {
    if (!any) {
      return List.of();
    }
    var decisions = new ArrayList<Decision>();
    var prefix = Keys.of(area).then(reality).then(reportId);
    try (var range = store.range(prefix.key(), prefix.end())) {
      range.forEachRemaining(entry -> decisions.add(codec.decode(entry.value)));
    }
    decisions.removeIf(decision -> decision.getStatus() != DecisionStatus.STANDING);
    return decisions;
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
    var bytes = store.get(key(reportId, decisionId));
    return bytes == null ? null : codec.decode(bytes);
  }

  private Bytes key(String reportId, String decisionId) {
    return Keys.of(area).then(reality).then(reportId).then(decisionId).key();
  }
}
