package org.marsad.processor.topology;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.NullUnmarked;
import org.marsad.message.AreaProfile;
import org.marsad.processor.mapping.Domain;
import org.marsad.processor.state.Stores;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.UndecodableException;
import org.marsad.schemas.checks.Fault;
import org.marsad.schemas.checks.Fault.Reason;

/** Keeps the newest profile of each area; one that cannot be read is set aside. */
@NullUnmarked // init() comes before process(); a tombstone has a null value
final class RememberAreas extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
  private final MessageCodec<AreaProfile> codec = MessageCodec.of(AreaProfile.class);
  private KeyValueStore<Bytes, byte[]> areas;

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    areas = context.getStateStore(Stores.AREAS);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    try {
      if (record.value() == null) {
        areas.delete(Bytes.wrap(record.key()));
        return;
      }
      var profile = codec.decode(record.value());
      Domain.map(profile); // refuses what the rules could not use
      var key = Bytes.wrap(profile.getCode().getBytes(StandardCharsets.UTF_8));
      var known = areas.get(key);
      if (known == null || codec.decode(known).getVersion() <= profile.getVersion()) {
        areas.put(key, record.value());
      }
    } catch (UndecodableException | DateTimeException | IllegalArgumentException e) {
      var fault =
          Fault.ofMessage(String.valueOf(e.getMessage()), "an AreaProfile", Reason.UNDECODABLE);
      var headers = RejectedRecords.headers(record.headers(), context().recordMetadata(), fault);
      context().forward(record.withHeaders(headers));
    }
  }
}
