package org.marsad.benchmarks.pipeline;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.Stores;
import org.marsad.message.AreaProfile;
import org.marsad.message.StrikeReport;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.state.AreaBook;
import org.marsad.processor.state.StateOnDisk;

/** The steps over the shipped store on disk, without its changelog and without a broker. */
public final class PipelineOnDisk implements AutoCloseable {
  private final AreaBook book;
  private final InputRecords records = new InputRecords();
  private final Pipeline pipeline;

  /**
   * Opens an empty store and reads the areas.
   *
   * @param folder of the store
   * @param limit bytes that the book's decoded values may take
   */
  public PipelineOnDisk(
      Path folder, long limit, Collection<AreaProfile> areas, Pipeline.Output output) {
    var store =
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(AreaBook.NAME), Serdes.Bytes(), Serdes.ByteArray());
    book = AreaBook.over(store, limit).withLoggingDisabled().build();
    var properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "on-disk");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StateOnDisk.class);
    var context =
        new MockProcessorContext<Void, Void>(properties, new TaskId(0, 0), folder.toFile());
    book.init(context.getStateStoreContext(), book);
    pipeline = new Pipeline(Rules.DEFAULTS, book, output);
    areas.forEach(area -> pipeline.area(records.next(area)));
  }

  /** A report as it stands in the log; those are to be worked in, in the order of encoding. */
  public ConsumerRecord<byte[], byte[]> encoded(StrikeReport report) {
    return records.next(report);
  }

  public void work(ConsumerRecord<byte[], byte[]> report) {
    pipeline.report(report);
  }

  /** Writes what changed, as a commit does. */
  public void commit() {
    book.flushCache();
  }

  /** Bytes of all keys and values. */
  public long bytes() {
    commit();
    var bytes = 0L;
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
}
