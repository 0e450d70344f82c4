package org.marsad.processor.judging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.Heartbeat;
import org.marsad.message.Reality;
import org.marsad.message.StrikeReport;
import org.marsad.processor.mapping.AlertIds;
import org.marsad.processor.merging.Ending;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.state.AreaBook;
import org.marsad.processor.state.HeardSource;
import org.marsad.processor.state.Keys;
import org.marsad.processor.state.Shelf;

/**
 * Watches the sources that send heartbeats, on the wall clock: one that stops is itself news. A
 * report is as good a sign of life as a heartbeat.
 */
@NullUnmarked // init() comes before process()
public final class WatchSources
    extends ContextualProcessor<byte[], SpecificRecord, String, Outgoing> {

  /** Short beside the minutes between two heartbeats; each look costs a commit. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(15);

  private final Rules rules;
  private final SourceAlert alerts;
  private AreaBook book;
  private Shelf.InOrder<HeardSource> sources;
  private JudgingStores files;
  private AlertLifecycle lifecycle;
  private Instant listeningSince;

  public WatchSources(Rules rules) {
    this.rules = rules;
    this.alerts = new SourceAlert(rules.hash(), rules.sourceSilent());
  }

  @Override
  public void init(ProcessorContext<String, Outgoing> context) {
    super.init(context);
    book = context.getStateStore(AreaBook.NAME);
    sources = book.concerns().sources();
    files = new JudgingStores(book);
    lifecycle = files.lifecycle(rules);
    listeningSince = now();
    context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, time -> book.attempt(this::look));
  }

  @Override
  public void process(Record<byte[], SpecificRecord> record) {
    book.attempt(() -> watch(record.value()));
  }

  private void watch(SpecificRecord message) {
    if (message instanceof Heartbeat heartbeat) {
      hear(heartbeat);
    } else if (message instanceof StrikeReport report) {
      var known = find(report.getArea(), report.getReality(), report.getSource().getId());
      if (known != null && isSignOfLife(report, known.heartbeat())) {
        hear(Heartbeat.newBuilder(known.heartbeat()).setSentAt(report.getReceivedAt()).build());
      }
    }
  }

  /** Old reports, said once more, tell nothing of today; nor does one from before the last word. */
  private boolean isSignOfLife(StrikeReport report, Heartbeat last) {
    var every = Duration.ofSeconds(last.getEverySeconds());
    var receivedAt = report.getReceivedAt();
    return receivedAt.isAfter(last.getSentAt())
        && receivedAt.isAfter(now().minus(rules.sourceSilent().silentAfter(every)));
  }

  /** Notes a sign of life; a clock that runs ahead does not make it later than now. */
  private void hear(Heartbeat heartbeat) {
    var now = now();
    var sentAt = heartbeat.getSentAt().isAfter(now) ? now : heartbeat.getSentAt();
    var source = new HeardSource(now, Heartbeat.newBuilder(heartbeat).setSentAt(sentAt).build());
    sources.put(
        key(heartbeat.getArea(), heartbeat.getReality(), heartbeat.getSource().getId()), source);
    publish(lifecycle.withdraw(idOf(heartbeat), Ending.CORRECTED, now));
  }

  private void look() {
    var now = now();
    for (var ofArea : byArea().values()) {
      var silent = ofArea.stream().filter(source -> isSilent(source, now)).toList();
      for (var source : silent) {
        var heartbeat = source.heartbeat();
        publish(
            lifecycle.renew(
                alerts.of(
                    heartbeat,
                    ofArea.size() - silent.size(),
                    ofArea.size(),
                    files.areas().of(heartbeat.getArea()),
                    now),
                now));
      }
    }
  }

  /** Who was silent stays so until it is heard, also when we listen anew. */
  private boolean isSilent(HeardSource source, Instant now) {
    if (lifecycle.stands(idOf(source.heartbeat()))) {
      return true;
    }
    var every = Duration.ofSeconds(source.heartbeat().getEverySeconds());
    return rules.sourceSilent().isSilent(source.heardAt(), listeningSince, every, now);
  }

  /** All sources, those of one area and reality together. */
  private Map<String, List<HeardSource>> byArea() {
    var byArea = new TreeMap<String, List<HeardSource>>();
    sources.all(
        (key, source) -> {
          var area = source.heartbeat().getReality() + ":" + source.heartbeat().getArea();
          return byArea.computeIfAbsent(area, a -> new ArrayList<>()).add(source);
        });
    return byArea;
  }

  private @Nullable HeardSource find(String area, Reality reality, String sourceId) {
    return sources.get(key(area, reality, sourceId));
  }

  private void publish(Optional<Alert> alert) {
    alert.ifPresent(
        a ->
            context()
                .forward(
                    new Record<>(
                        a.getAlertId(), new Outgoing(a, false), a.getSentAt().toEpochMilli())));
  }

  private static String idOf(Heartbeat heartbeat) {
    return AlertIds.of(AlertIds.source(heartbeat), heartbeat.getReality());
  }

  private Instant now() {
    return Instant.ofEpochMilli(context().currentSystemTimeMs());
  }

  private static Bytes key(String area, Reality reality, String sourceId) {
    return Keys.of(area).then(reality.name()).then(sourceId).key();
  }
}
