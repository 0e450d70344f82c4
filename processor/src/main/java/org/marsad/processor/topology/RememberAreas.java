package org.marsad.processor.topology;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;
import org.marsad.message.AreaProfile;
import org.marsad.processor.state.AreaBook;
import org.marsad.processor.state.AreaStore;
import org.marsad.processor.state.KnownArea;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.UndecodableException;
import org.marsad.schemas.checks.Fault;
import org.marsad.schemas.checks.Fault.Reason;

/** Keeps the newest profile of each area; one that cannot be read is set aside. */
@NullUnmarked // init() comes before process(); a tombstone has a null value
final class RememberAreas extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
  private final MessageCodec<AreaProfile> codec = MessageCodec.of(AreaProfile.class);
  private AreaBook book;
  private AreaStore areas;

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    book = context.getStateStore(AreaBook.NAME);
    areas = new AreaStore(book.concerns());
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    try {
      book.attempt(() -> remember(record));
    } catch (UndecodableException | DateTimeException | IllegalArgumentException e) {
      var fault =
          Fault.ofMessage(String.valueOf(e.getMessage()), "an AreaProfile", Reason.UNDECODABLE);
      var headers = RejectedRecords.headers(record.headers(), context().recordMetadata(), fault);
      context().forward(record.withHeaders(headers).withTimestamp(context().currentSystemTimeMs()));
    }
  }

  private void remember(Record<byte[], byte[]> record) {
    if (record.value() == null) {
      areas.delete(new String(record.key(), StandardCharsets.UTF_8));
      return;
    }
    var code = codec.decode(record.value()).getCode();
    var profile = KnownArea.from(record.value(), codec); // refuses what the rules could not use
    var known = areas.find(code);
    if (known == null || known.version() <= profile.version()) {
      areas.put(code, profile);
    }
  }
}
