package org.marsad.processor.topology;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.marsad.processor.state.Damage;
import org.marsad.schemas.checks.Fault;
import org.marsad.schemas.checks.Fault.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A record that trips over a fault of ours is set aside in the same transaction, and the records
 * behind it go on. What other rules made of it stays; once the fault is mended, the report can be
 * sent again as a newer revision.
 */
public final class ProcessingFailures implements ProcessingExceptionHandler {
  /** Setting that names the topic for what is set aside. */
  public static final String TOPIC = "marsad.rejected.topic";

  private static final Logger LOG = LoggerFactory.getLogger(ProcessingFailures.class);

  private String topic = "";

  @Override
  public void configure(Map<String, ?> settings) {
    topic = String.valueOf(settings.get(TOPIC));
  }

  @Override
  public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception failure) {
    if (Damage.isOfTheSurroundings(failure)) {
      return Response.fail(); // the record is judged once the state or the broker is there again
    }
    LOG.error(
        "a record could not be processed and was set aside topic={} partition={} offset={}",
        context.topic(),
        context.partition(),
        context.offset(),
        failure);
    var fault =
        Fault.ofMessage(
            failure,
            "to be processed: the fault is ours, and once it is mended it can be sent again",
            Reason.PROCESSING_FAILED);
    var headers =
        RejectedRecords.headers(
            context.headers(), context.topic(), context.partition(), context.offset(), fault);
    return Response.resume(
        List.of(
            new ProducerRecord<>(
                topic,
                null,
                context.timestamp(),
                context.sourceRawKey(),
                context.sourceRawValue(),
                headers)));
  }
}
