package org.marsad.benchmarks.ceiling;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.NullUnmarked;
import org.marsad.benchmarks.draining.Sent;

/** Forwards and stores for each report as many bytes as were recorded, all of them nought. */
@NullUnmarked // init() comes before process()
final class WriteAsMuch extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
  /** Name of the store. */
  static final String STORE = "as-much";

  private static final int KEY_BYTES = Integer.BYTES + Long.BYTES;

  /** What a batch needs for a record beside key and value, about. */
  private static final int FRAME_BYTES = 12;

  private final Messages messages;
  private final double putsPerReport;
  private final byte[] value;
  private long reports;
  private long puts;
  private long forwarded;
  private KeyValueStore<Bytes, byte[]> store;

  /**
   * One task's.
   *
   * @param messages what is to be forwarded, shared by all tasks of a thread
   * @param changelog what is to be written in all
   * @param reports in all
   */
  WriteAsMuch(Messages messages, Sent changelog, long reports) {
    this.messages = messages;
    putsPerReport = (double) changelog.records() / reports;
    var bytes = changelog.records() == 0 ? 0 : changelog.bytes() / changelog.records();
    value = new byte[(int) Math.max(0, bytes - KEY_BYTES - FRAME_BYTES)];
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    store = context.getStateStore(STORE);
  }

  @Override
  public void process(Record<byte[], byte[]> report) {
    var area = new String(report.key(), StandardCharsets.UTF_8);
    for (var message : messages.next(area)) {
      var sized =
          report
              .withKey(key(forwarded++, message.keyBytes()))
              .withValue(new byte[message.valueBytes()]);
      context().forward(sized, message.topic());
    }
    for (reports++; puts < Math.round(reports * putsPerReport); puts++) {
      store.put(Bytes.wrap(storedKey()), value);
    }
  }

  /** Another one each time, so that they go to all partitions. */
  private static byte[] key(long number, int bytes) {
    return Arrays.copyOf(ByteBuffer.allocate(Long.BYTES).putLong(number).array(), bytes);
  }

  private byte[] storedKey() {
    var partition = context().taskId().partition();
    return ByteBuffer.allocate(KEY_BYTES).putInt(partition).putLong(puts).array();
  }
}
