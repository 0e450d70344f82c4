package org.marsad.consumer.operations.board;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.marsad.consumer.reading.RecordListener;
import org.marsad.message.StrikeReport;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;
import org.marsad.schemas.UndecodableException;

/** When each source last reported. A reader of its own: nobody waits until all reports are read. */
public final class ReportFeed implements RecordListener {
  private final MessageCodec<StrikeReport> reports = MessageCodec.of(StrikeReport.class);
  private final Board board;
  private final Topics topics;

  public ReportFeed(Board board, Topics topics) {
    this.board = board;
    this.topics = topics;
  }

  /** The topics that it understands. */
  public List<String> topics() {
    return List.of(topics.reports());
  }

  @Override
  public void onRecord(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return;
    }
    try {
      var report = reports.decode(record.value());
      board.onReport(
          report.getSource().getId(),
          report.getSource().getKind(),
          report.getArea(),
          report.getReceivedAt());
    } catch (UndecodableException e) {
      board.unreadable().add(record.topic(), record.partition(), record.offset(), false);
    }
  }
}
