package org.marsad.benchmarks.growth;

import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.marsad.benchmarks.InputRecords;
import org.marsad.benchmarks.Pipeline;
import org.marsad.benchmarks.backlog.Backlog;
import org.marsad.benchmarks.backlog.BacklogAreas;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.processor.judging.Outgoing;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.state.AreaBook;
import org.marsad.processor.state.StateOnDisk;

/**
 * The steps over the shipped stores on disk, without their cache and changelog, and a history in
 * them that grows report by report.
 */
final class History implements AutoCloseable {
  private static final long SEED = 2016;

  private final AreaBook book = AreaBook.onDisk().withLoggingDisabled().build();
  private final InputRecords records = new InputRecords();
  private final Backlog backlog = new Backlog(SEED);
  private final Pipeline pipeline;
  private long strikes;

  /**
   * Opens empty stores.
   *
   * @param folder of the stores
   */
  History(Path folder) {
    var properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "growth");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StateOnDisk.class);
    var context =
        new MockProcessorContext<Void, Void>(properties, new TaskId(0, 0), folder.toFile());
    book.init(context.getStateStoreContext(), book);
    pipeline = new Pipeline(Rules.DEFAULTS, book, new Counted());
    BacklogAreas.all().forEach(area -> pipeline.area(records.next(area)));
  }

  /** Strikes that were ever founded. */
  long strikes() {
    return strikes;
  }

  /** Works reports in until so many strikes were founded. */
  void growTo(long founded) {
    while (strikes < founded) {
      work(backlog.next());
    }
  }

  /** Works in some more reports. */
  void report(int reports) {
    for (var i = 0; i < reports; i++) {
      work(backlog.next());
    }
  }

  /** Bytes of all keys and values. */
  long bytes() {
    var bytes = 0L;
    book.flushCache();
    try (var entries = book.wrapped().all()) {
      while (entries.hasNext()) {
        var entry = entries.next();
        bytes += entry.key.get().length + entry.value.length;
      }
    }
    return bytes;
  }

  @Override
  public void close() {
    book.close();
  }

  private void work(StrikeReport report) {
    pipeline.report(records.next(report));
  }

  private final class Counted implements Pipeline.Output {
    @Override
    public void strike(Strike strike, long timestamp) {
      strikes += strike.getRevision() == 1 ? 1 : 0;
    }

    @Override
    public void alert(Outgoing alert, long timestamp) {
      // what it costs to send it is no matter of history
    }

    @Override
    public void rejected(Record<byte[], byte[]> record) {
      throw new IllegalStateException("a report was refused: " + record.headers());
    }
  }
}
