package org.marsad.processor.merging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import org.marsad.processor.state.DueStore;
import org.marsad.processor.state.ReportStore;
import org.marsad.processor.state.StoredReport;
import org.marsad.processor.state.StoredStrike;
import org.marsad.processor.state.StrikeStore;

/** Groups anew the reports whose strikes something can have altered, and those that these touch. */
final class Regrouping implements Grouping.Reports {
  private final Association association;
  private final StrikeMessages strikeMessages;
  private final Cause cause;
  private final AreaMap map;
  private final ReportStore reports;
  private final DecisionStore decisions;
  private final StrikeStore strikes;
  private final DueStore ended;

  private final Map<String, Report> changed = new TreeMap<>();
  private final Map<String, StoredReport> filed = new HashMap<>();
  private final Map<String, Optional<Report>> read = new HashMap<>();

  Regrouping(
      Rules rules,
      Cause cause,
      AreaMap map,
      ReportStore reports,
      DecisionStore decisions,
      StrikeStore strikes,
      DueStore ended) {
    this.association = rules.association();
    this.strikeMessages = new StrikeMessages(rules.residentialStrike());
    this.cause = cause;
    this.map = map;
    this.reports = reports;
    this.decisions = decisions;
    this.strikes = strikes;
    this.ended = ended;
  }

  /** Takes a report in, with its strike; nothing where it does not stand. */
  void add(String reportId) {
    load(reportId)
        .ifPresent(
            report -> {
              changed.put(reportId, report);
              ofItsStrike(report).forEach(other -> changed.put(other.id(), other));
            });
  }

  /** Takes in the reports of a strike, which may lose one of them. */
  void addStrike(String strikeId) {
    ofStrike(strikeId).forEach(report -> changed.put(report.id(), report));
  }

  /**
   * Groups and names the reports taken in.
   *
   * @param former a strike that had one of them before, empty for none
   * @return the strikes that changed
   */
  List<StrikeChange> run(String former) {
    return rename(new Grouping(association, this).group(changed.values()), former);
  }

  @Override
  public Collection<Report> near(Report report) {
    var ids = new TreeSet<String>();
    if (report.isFine()) {
      for (var id : reports.near(report.time(), association.within())) {
        var other = filedOf(id).report();
        if (!other.getSource().getId().equals(report.source())) {
          ids.add(id);
        }
      }
    }
    decisions.about(report.id()).forEach(decision -> ids.addAll(decision.getReportIds()));
    ids.remove(report.id());
    return ids.stream().flatMap(id -> load(id).stream()).toList();
  }

  @Override
  public Collection<Report> ofItsStrike(Report report) {
    var strike = new TreeMap<String, Report>();
    strike.put(report.id(), report);
    ofStrike(filedOf(report.id()).strikeId()).forEach(other -> strike.put(other.id(), other));
    return strike.values();
  }

  @Override
  public Ties ties(Report report) {
    return DecisionStore.ties(decisions.about(report.id()));
  }

  private List<Report> ofStrike(String strikeId) {
    var strike = strikeId.isEmpty() ? null : strikes.standing(strikeId);
    return strike == null
        ? List.of()
        : strike.message().getReportIds().stream().flatMap(id -> load(id).stream()).toList();
  }

  /** A report that stands; empty where it is unknown or taken back. */
  private Optional<Report> load(String reportId) {
    return read.computeIfAbsent(
        reportId,
        id -> {
          var file = reports.find(id);
          if (file == null || file.report().getStatus() != ReportStatus.REPORTED) {
            return Optional.empty();
          }
          return Optional.of(Domain.report(file.report(), map));
        });
  }

  /** The standing strikes that had any of these reports. */
  private Map<String, StoredStrike> standing(Collection<String> reportIds, String former) {
    var ids = new TreeSet<String>();
    reportIds.forEach(id -> ids.add(filedOf(id).strikeId()));
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

  private List<StrikeChange> rename(List<List<Report>> groups, String former) {
    var accepted = new HashMap<String, Long>();
    groups.stream()
        .flatMap(List::stream)
        .forEach(report -> accepted.put(report.id(), filedOf(report.id()).accepted()));
    var standing = standing(accepted.keySet(), former);
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
      settle(after.named().get(i), groups.get(i), changes);
    }
    new TreeMap<>(after.mergedInto()).forEach((id, into) -> end(id, into, changes));
    new TreeSet<>(after.ended()).forEach(id -> end(id, null, changes));
    return changes;
  }

  private void settle(String strikeId, List<Report> group, List<StrikeChange> changes) {
    var file = strikes.find(strikeId);
    var before = file == null ? null : file.strike();
    var ids = group.stream().map(Report::id).toList();
    var decided = decisions.aboutAny(ids);
    var merged = Merged.of(group, DecisionStore.ties(decided));
    var timing = Timing.of(group, merged.time().until());
    var revision =
        strikeMessages.active(
            strikeId,
            before == null ? null : before.message(),
            merged,
            timing,
            Merged.certaintyOf(Target.RESIDENTIAL, group),
            ids.stream().map(this::messageOf).toList(),
            decided,
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
    this.ended.file(after.standing().what().time().lastDay(map.zone()), strikeId);
    changes.add(new StrikeChange(before, after));
  }

  private StoredReport filedOf(String reportId) {
    return filed.computeIfAbsent(
        reportId, id -> Objects.requireNonNull(reports.find(id), reportId));
  }

  private StrikeReport messageOf(String reportId) {
    return filedOf(reportId).report();
  }
}
