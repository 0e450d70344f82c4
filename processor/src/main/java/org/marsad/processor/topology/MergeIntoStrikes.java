package org.marsad.processor.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.marsad.message.ReportStatus;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.message.StrikeStatus;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.Report;
import org.marsad.processor.rules.merging.Association;
import org.marsad.processor.rules.merging.Grouping;
import org.marsad.processor.rules.merging.Merged;
import org.marsad.processor.rules.merging.StrikeIds;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.topology.StrikeChanges.StrikeChange;
import org.marsad.schemas.MessageCodec;

/**
 * Works one report into the strikes of its area: files it, regroups the reports that are linked to
 * it before or after, and forwards the strikes that changed.
 */
@NullUnmarked // init() comes before process()
final class MergeIntoStrikes extends ContextualProcessor<byte[], Checked, String, StrikeChanges> {
  private final Association association;
  private final Grouping grouping;
  private final StrikeMessages strikeMessages;
  private final MessageCodec<StrikeReport> reportCodec = MessageCodec.of(StrikeReport.class);
  private final MessageCodec<Strike> strikeCodec = MessageCodec.of(Strike.class);
  private KeyValueStore<Bytes, byte[]> reportsById;
  private KeyValueStore<Bytes, byte[]> reportsByTime;
  private KeyValueStore<Bytes, byte[]> strikes;
  private AreaMaps areas;

  MergeIntoStrikes(Rules rules) {
    this.association = rules.association();
    this.grouping = new Grouping(association);
    this.strikeMessages = new StrikeMessages(rules.residentialStrike());
  }

  @Override
  public void init(ProcessorContext<String, StrikeChanges> context) {
    super.init(context);
    reportsById = context.getStateStore(Stores.REPORTS);
    reportsByTime = context.getStateStore(Stores.REPORTS_BY_TIME);
    strikes = context.getStateStore(Stores.STRIKES);
    areas = new AreaMaps(context.getStateStore(Stores.AREAS));
  }

  @Override
  public void process(Record<byte[], Checked> record) {
    if (record.value() instanceof Checked.Usable usable) {
      var report = usable.report();
      var offset = context().recordMetadata().map(RecordMetadata::offset).orElse(0L);
      var changes = new Step(report, offset).run();
      if (!changes.isEmpty()) {
        var value =
            new StrikeChanges(
                report.getArea(), report.getReality(), report.getReceivedAt(), changes);
        context().forward(record.withKey(report.getArea()).withValue(value));
      }
    }
  }

  /** The work that one report makes. */
  private final class Step {
    private final StrikeReport message;
    private final long offset;
    private final AreaMap map;
    private final ReportFiles reports;
    private final StrikeFiles strikeFiles;

    /** The standing reports that are linked with this one, directly or through others. */
    private final Map<String, Report> linked = new TreeMap<>();

    private final Map<String, Filed> filed = new HashMap<>();
    private final Map<String, StrikeReport> messages = new HashMap<>();

    Step(StrikeReport message, long offset) {
      this.message = message;
      this.offset = offset;
      this.map = areas.of(message.getArea());
      var area = message.getArea();
      var reality = message.getReality().name();
      this.reports = new ReportFiles(reportCodec, reportsById, reportsByTime, area, reality);
      this.strikeFiles = new StrikeFiles(strikeCodec, strikes, area, reality);
    }

    List<StrikeChange> run() {
      var earlier = reports.find(message.getReportId());
      var earlierMessage = earlier == null ? null : reports.read(earlier);
      if (earlierMessage != null && earlierMessage.getRevision() >= message.getRevision()) {
        return List.of(); // a newer revision is known, or this very one
      }
      var strikeId = earlier == null ? "" : earlier.tie();
      file(earlier, earlierMessage, strikeId);
      link(earlierMessage, strikeId);
      var groups = grouping.group(linked.values());
      return rename(groups, standing(strikeId));
    }

    private void file(
        @Nullable Filed earlier, @Nullable StrikeReport earlierMessage, String strikeId) {
      if (earlierMessage != null) {
        var before = Domain.report(earlierMessage, map);
        reports.unfileByTime(before.id(), before.time());
      }
      reports.put(message, earlier == null ? offset : earlier.accepted(), strikeId);
      var after = Domain.report(message, map);
      if (stands(message) && after.isFine()) {
        reports.fileByTime(after.id(), after.time());
      }
    }

    /** Collects the reports whose grouping this one can alter. */
    private void link(@Nullable StrikeReport earlierMessage, String strikeId) {
      if (stands(message)) {
        add(message.getReportId());
      }
      if (earlierMessage != null && stands(earlierMessage)) {
        addNeighbours(Domain.report(earlierMessage, map));
      }
      var strike = strikeId.isEmpty() ? null : strikeFiles.get(strikeId);
      if (strike != null) {
        strike.getReportIds().forEach(this::add);
      }
    }

    private void add(String reportId) {
      var queue = new ArrayList<String>(List.of(reportId));
      while (!queue.isEmpty()) {
        var next = queue.remove(queue.size() - 1);
        var report = linked.containsKey(next) ? null : load(next);
        if (report != null) {
          linked.put(next, report);
          queue.addAll(neighbours(report));
        }
      }
    }

    private void addNeighbours(Report report) {
      neighbours(report).forEach(this::add);
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
      return neighbours;
    }

    /** A report that stands; null where it is unknown or taken back. */
    private @Nullable Report load(String reportId) {
      var file = filed.computeIfAbsent(reportId, reports::find);
      if (file == null) {
        return null;
      }
      var report = messages.computeIfAbsent(reportId, id -> reports.read(file));
      return stands(report) ? Domain.report(report, map) : null;
    }

    /** The standing strikes that had any of these reports. */
    private Map<String, Strike> standing(String strikeId) {
      var ids = new TreeSet<String>();
      linked.keySet().forEach(id -> ids.add(filed.get(id).tie()));
      ids.add(strikeId);
      ids.remove("");
      var standing = new TreeMap<String, Strike>();
      for (var id : ids) {
        var strike = strikeFiles.get(id);
        if (strike != null && strike.getStatus() == StrikeStatus.ACTIVE) {
          standing.put(id, strike);
        }
      }
      return standing;
    }

    private List<StrikeChange> rename(List<List<Report>> groups, Map<String, Strike> standing) {
      var accepted = new HashMap<String, Long>();
      linked.keySet().forEach(id -> accepted.put(id, filed.get(id).accepted()));
      var before = new ArrayList<StrikeIds.Before>();
      standing.forEach(
          (id, strike) -> {
            var file = strikeFiles.find(id);
            before.add(
                new StrikeIds.Before(
                    id, new TreeSet<>(strike.getReportIds()), file.tie(), file.accepted()));
          });
      var after =
          StrikeIds.name(
              groups.stream().map(group -> group.stream().map(Report::id).toList()).toList(),
              before,
              accepted,
              id -> StrikeMessages.idOf(message.getArea(), id),
              id -> !standing.containsKey(id) && isStanding(id));
      var changes = new ArrayList<StrikeChange>();
      for (var i = 0; i < groups.size(); i++) {
        settle(after.named().get(i), groups.get(i), accepted, changes);
      }
      new TreeMap<>(after.mergedInto())
          .forEach((id, into) -> end(id, standing.get(id), into, changes));
      new TreeSet<>(after.ended()).forEach(id -> end(id, standing.get(id), null, changes));
      return changes;
    }

    private boolean isStanding(String strikeId) {
      var strike = strikeFiles.get(strikeId);
      return strike != null && strike.getStatus() == StrikeStatus.ACTIVE;
    }

    private void settle(
        String strikeId,
        List<Report> group,
        Map<String, Long> accepted,
        List<StrikeChange> changes) {
      var file = strikeFiles.find(strikeId);
      var before = file == null ? null : strikeFiles.read(file);
      var sources = group.stream().map(report -> messages.get(report.id())).toList();
      var after = strikeMessages.active(strikeId, before, Merged.of(group), sources, map, message);
      group.forEach(report -> reports.tie(report.id(), filed.get(report.id()), strikeId));
      if (after == null) {
        return; // says what it said
      }
      var founder = file == null ? founder(strikeId, group) : file.tie();
      var since = file == null ? accepted.get(founder) : file.accepted();
      strikeFiles.put(after, since, founder);
      changes.add(new StrikeChange(before, after));
    }

    private String founder(String strikeId, List<Report> group) {
      return group.stream()
          .map(Report::id)
          .filter(id -> StrikeMessages.idOf(message.getArea(), id).equals(strikeId))
          .findFirst()
          .orElse(group.get(0).id());
    }

    private void end(
        String strikeId, Strike before, @Nullable String into, List<StrikeChange> changes) {
      var file = strikeFiles.find(strikeId);
      var after = StrikeMessages.ended(before, into, message.getReceivedAt());
      strikeFiles.put(after, file.accepted(), file.tie());
      changes.add(new StrikeChange(before, after));
    }

    private boolean stands(StrikeReport report) {
      return report.getStatus() == ReportStatus.REPORTED;
    }
  }
}
