package org.marsad.processor.merging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.message.ReportStatus;
import org.marsad.message.StrikeReport;
import org.marsad.processor.mapping.Cause;
import org.marsad.processor.mapping.Domain;
import org.marsad.processor.mapping.KnownStrike;
import org.marsad.processor.mapping.StrikeMessages;
import org.marsad.processor.merging.StrikeChanges.StrikeChange;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.Report;
import org.marsad.processor.rules.Target;
import org.marsad.processor.rules.merging.Association;
import org.marsad.processor.rules.merging.Grouping;
import org.marsad.processor.rules.merging.Merged;
import org.marsad.processor.rules.merging.StrikeIds;
import org.marsad.processor.rules.merging.Ties;
import org.marsad.processor.rules.merging.Timing;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.state.DecisionStore;
import org.marsad.processor.state.ReportStore;
import org.marsad.processor.state.StoredReport;
import org.marsad.processor.state.StoredStrike;
import org.marsad.processor.state.StrikeStore;

/**
 * Groups anew the reports whose grouping something can have altered: those that are linked with
 * where it happened, directly or through others, by time and place or by a person's decision.
 */
final class Regrouping {
  private final Association association;
  private final StrikeMessages strikeMessages;
  private final Cause cause;
  private final AreaMap map;
  private final ReportStore reports;
  private final DecisionStore decisions;
  private final StrikeStore strikes;

  private final Map<String, Report> linked = new TreeMap<>();
  private final Map<String, StoredReport> filed = new HashMap<>();
  private final Map<String, StrikeReport> messages = new HashMap<>();

  Regrouping(
      Rules rules,
      Cause cause,
      AreaMap map,
      ReportStore reports,
      DecisionStore decisions,
      StrikeStore strikes) {
    this.association = rules.association();
    this.strikeMessages = new StrikeMessages(rules.residentialStrike());
    this.cause = cause;
    this.map = map;
    this.reports = reports;
    this.decisions = decisions;
    this.strikes = strikes;
  }

  /** Takes a report in, and all that are linked with it; nothing where it is taken back. */
  void add(String reportId) {
    var queue = new ArrayList<String>(List.of(reportId));
    while (!queue.isEmpty()) {
      var next = queue.remove(queue.size() - 1);
      var report = linked.containsKey(next) ? null : load(next);
      if (report != null) {
        linked.put(next, report);
        queue.addAll(neighbours(report));
        queue.addAll(companions(next));
      }
    }
  }

  /** Those it is one strike with: thresholds or a map that changed since must not lose them. */
  private List<String> companions(String reportId) {
    var strikeId = filedOf(reportId).strikeId();
    var strike = strikeId.isEmpty() ? null : strikes.standing(strikeId);
    return strike == null ? List.of() : strike.message().getReportIds();
  }

  /** Takes in what is linked with a report as it was. */
  void addNeighbours(Report report) {
    neighbours(report).forEach(this::add);
  }

  /** Takes in the reports of a strike, which may lose one of them. */
  void addStrike(String strikeId) {
    var strike = strikes.get(strikeId);
    if (strike != null) {
      strike.message().getReportIds().forEach(this::add);
    }
  }

  /**
   * Groups and names the reports taken in.
   *
   * @param former a strike that had one of them before, empty for none
   * @return the strikes that changed
   */
  List<StrikeChange> run(String former) {
    var ties = DecisionStore.ties(decisions.aboutAny(linked.keySet()));
    var groups = new Grouping(association).group(linked.values(), ties);
    return rename(groups, standing(former), ties);
  }

  private List<String> neighbours(Report report) {
    var neighbours = new ArrayList<String>();
    if (report.isFine()) {
      for (var id : reports.near(report.time(), association.within())) {
        var other = id.equals(report.id()) ? null : load(id);
        if (other != null && association.canBeSame(report, other)) {
          neighbours.add(id);
        }
      }
    }
    decisions.about(report.id()).forEach(decision -> neighbours.addAll(decision.getReportIds()));
    return neighbours;
  }

  /** A report that stands; null where it is unknown or taken back. */
  private @Nullable Report load(String reportId) {
    var file = filed.computeIfAbsent(reportId, reports::find);
    if (file == null) {
      return null;
    }
    var report = file.report();
    messages.put(reportId, report);
    return report.getStatus() == ReportStatus.REPORTED ? Domain.report(report, map) : null;
  }

  /** The standing strikes that had any of these reports. */
  private Map<String, StoredStrike> standing(String former) {
    var ids = new TreeSet<String>();
    linked.keySet().forEach(id -> ids.add(filedOf(id).strikeId()));
    ids.add(former);
    ids.remove("");
    var standing = new TreeMap<String, StoredStrike>();
    for (var id : ids) {
      var strike = strikes.find(id);
      if (strike != null && strike.strike().stands()) {
        standing.put(id, strike);
      }
    }
    return standing;
  }

  private List<StrikeChange> rename(
      List<List<Report>> groups, Map<String, StoredStrike> standing, Ties ties) {
    var accepted = new HashMap<String, Long>();
    linked.keySet().forEach(id -> accepted.put(id, filedOf(id).accepted()));
    var before = new ArrayList<StrikeIds.Before>();
    standing.forEach(
        (id, strike) ->
            before.add(
                new StrikeIds.Before(
                    id,
                    new TreeSet<>(strike.strike().message().getReportIds()),
                    strike.founder(),
                    strike.accepted())));
    var after =
        StrikeIds.name(
            groups.stream().map(group -> group.stream().map(Report::id).toList()).toList(),
            before,
            accepted,
            id -> StrikeMessages.idOf(cause, id),
            id -> !standing.containsKey(id) && strikes.standing(id) != null);
    var changes = new ArrayList<StrikeChange>();
    for (var i = 0; i < groups.size(); i++) {
      settle(after.named().get(i), groups.get(i), ties, changes);
    }
    new TreeMap<>(after.mergedInto()).forEach((id, into) -> end(id, into, changes));
    new TreeSet<>(after.ended()).forEach(id -> end(id, null, changes));
    return changes;
  }

  private void settle(String strikeId, List<Report> group, Ties ties, List<StrikeChange> changes) {
    var file = strikes.find(strikeId);
    var before = file == null ? null : file.strike();
    var ids = group.stream().map(Report::id).toList();
    var merged = Merged.of(group, ties);
    var timing = Timing.of(group, merged.time().until());
    var revision =
        strikeMessages.active(
            strikeId,
            before == null ? null : before.message(),
            merged,
            timing,
            Merged.certaintyOf(Target.RESIDENTIAL, group),
            ids.stream().map(this::messageOf).toList(),
            decisions.aboutAny(ids),
            map,
            cause);
    ids.forEach(id -> reports.tie(id, filedOf(id), strikeId));
    if (revision == null && before != null && before.timing().equals(timing)) {
      return; // says what it said
    }
    var message = revision == null ? Objects.requireNonNull(before, strikeId).message() : revision;
    var after = new KnownStrike(message, timing);
    var founder = file == null ? founder(strikeId, group) : file.founder();
    var since = file == null ? filedOf(founder).accepted() : file.accepted();
    strikes.put(new StoredStrike(since, founder, after));
    changes.add(new StrikeChange(before, after));
  }

  private String founder(String strikeId, List<Report> group) {
    return group.stream()
        .map(Report::id)
        .filter(id -> StrikeMessages.idOf(cause, id).equals(strikeId))
        .findFirst()
        .orElse(group.get(0).id());
  }

  private void end(String strikeId, @Nullable String into, List<StrikeChange> changes) {
    var file = Objects.requireNonNull(strikes.find(strikeId), strikeId);
    var before = file.strike();
    var ended = StrikeMessages.ended(before.message(), into, cause.at());
    var after = new KnownStrike(ended, before.timing());
    strikes.put(new StoredStrike(file.accepted(), file.founder(), after));
    changes.add(new StrikeChange(before, after));
  }

  private StoredReport filedOf(String reportId) {
    return Objects.requireNonNull(filed.get(reportId), reportId);
  }

  private StrikeReport messageOf(String reportId) {
    return Objects.requireNonNull(messages.get(reportId), reportId);
  }
}
