package org.marsad.benchmarks.growth;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.marsad.benchmarks.backlog.Backlog;
import org.marsad.benchmarks.backlog.BacklogAreas;
import org.marsad.benchmarks.pipeline.Pipeline;
import org.marsad.benchmarks.pipeline.PipelineOnDisk;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.processor.judging.Outgoing;
import org.marsad.processor.judging.OutgoingDay;
import org.marsad.processor.state.AreaBook;

/** A history in the shipped store that grows report by report. */
final class History implements AutoCloseable {
  private static final long SEED = 2016;

  private final Backlog backlog = new Backlog(SEED);
  private final PipelineOnDisk pipeline;
  private long strikes;
  private @Nullable Instant beginning;

  /**
   * Opens an empty store.
   *
   * @param folder of the store
   */
  History(Path folder) {
    pipeline = new PipelineOnDisk(folder, AreaBook.USUAL_LIMIT, BacklogAreas.all(), new Counted());
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

  /** Works reports in until one was received so many days after the first. */
  void growToDay(int day) {
    var report = backlog.next();
    var first = beginning == null ? report.getReceivedAt() : beginning;
    beginning = first;
    var until = first.plus(Duration.ofDays(day));
    for (; report.getReceivedAt().isBefore(until); report = backlog.next()) {
      work(report);
    }
    work(report);
  }

  /** Works in some more reports. */
  void report(int reports) {
    for (var i = 0; i < reports; i++) {
      work(backlog.next());
    }
  }

  /** Bytes of all keys and values. */
  long bytes() {
    return pipeline.bytes();
  }

  @Override
  public void close() {
    pipeline.close();
  }

  private void work(StrikeReport report) {
    pipeline.work(pipeline.encoded(report));
  }

  private final class Counted implements Pipeline.Output {
    @Override
    public void strike(Strike strike, long timestamp) {
      strikes += strike.getRevision() == 1 ? 1 : 0;
    }

    @Override
    public void forgotten(String strikeId) {
      // what it costs to say so is no matter of history
    }

    @Override
    public void alert(Outgoing alert, long timestamp) {
      // what it costs to send it is no matter of history
    }

    @Override
    public void day(OutgoingDay day) {
      // what it costs to send it is no matter of history
    }

    @Override
    public void rejected(Record<byte[], byte[]> record) {
      throw new IllegalStateException("a report was refused: " + record.headers());
    }
  }
}
