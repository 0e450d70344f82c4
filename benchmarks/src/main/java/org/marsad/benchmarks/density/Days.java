package org.marsad.benchmarks.density;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.marsad.benchmarks.measuring.ProcessClock;
import org.marsad.benchmarks.measuring.Run;
import org.marsad.benchmarks.pipeline.EncodedOutput;
import org.marsad.benchmarks.pipeline.PipelineOnDisk;
import org.marsad.message.AreaProfile;
import org.marsad.processor.state.AreaBook;
import org.marsad.schemas.Topics;
import org.marsad.standalone.TemporaryFolder;

/**
 * Days that are worked in, over a fresh store each time.
 *
 * @param name of what is measured
 * @param towns how many
 * @param together the towns in turn, with a book of a tenth of their state; otherwise one after the
 *     other, with a book that holds it
 * @param areas the towns' profiles, and maybe others
 */
record Days(String name, int towns, boolean together, List<AreaProfile> areas) {
  /** Reports between two commits: what comes within 20 ms at a thousand a second. */
  private static final int COMMIT_EVERY = 20;

  private static final int SHARE_OF_STATE = 10;
  private static final Topics TOPICS = new Topics("");
  private static final double NANOS_PER_MICRO = TimeUnit.MICROSECONDS.toNanos(1);
  private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  /**
   * CPU time a report of this process without its compilers, µs. The weeks before are not measured.
   *
   * @param days for each town
   * @param strikes a day
   */
  Run run(int days, int strikes) throws Exception {
    var life = new TownLife(towns, days, strikes);
    try (var folder = TemporaryFolder.create("marsad-bench");
        var pipeline = open(folder, limit(life), areas)) {
      life.before(report -> pipeline.work(pipeline.encoded(report)));
      pipeline.commit();
      return measure(pipeline, together ? life.inTurn() : life.oneByOne());
    }
  }

  private static Run measure(PipelineOnDisk pipeline, List<TownLife.Stretch> stretches) {
    var clock = new ProcessClock();
    var nanos = 0L;
    var measured = 0L;
    for (var stretch : stretches) {
      var reports = stretch.reports().stream().map(pipeline::encoded).toList();
      var before = clock.now();
      work(pipeline, reports);
      if (stretch.measured()) {
        var used = clock.now().since(before);
        nanos += used.cpuNanos() - used.compilerNanos();
        measured += reports.size();
      }
    }
    return new Run(nanos / NANOS_PER_MICRO / measured, nanos / NANOS_PER_SECOND);
  }

  private static void work(PipelineOnDisk pipeline, List<ConsumerRecord<byte[], byte[]>> reports) {
    for (var i = 0; i < reports.size(); i++) {
      pipeline.work(reports.get(i));
      if (i % COMMIT_EVERY == 0) {
        pipeline.commit();
      }
    }
    pipeline.commit();
  }

  private long limit(TownLife life) throws Exception {
    return together
        ? bytesOfOneTown(life.ofOneTown()) * towns / SHARE_OF_STATE
        : AreaBook.USUAL_LIMIT;
  }

  private long bytesOfOneTown(TownLife life) throws Exception {
    try (var folder = TemporaryFolder.create("marsad-bench");
        var pipeline = open(folder, AreaBook.USUAL_LIMIT, areas.subList(0, 1))) {
      life.before(report -> pipeline.work(pipeline.encoded(report)));
      measure(pipeline, life.oneByOne());
      return pipeline.bytes();
    }
  }

  private static PipelineOnDisk open(TemporaryFolder folder, long limit, List<AreaProfile> areas) {
    return new PipelineOnDisk(
        folder.path(), limit, areas, new EncodedOutput(TOPICS, Days::refuseRejected));
  }

  private static void refuseRejected(ProducerRecord<byte[], byte[]> published) {
    if (published.topic().equals(TOPICS.rejected())) {
      throw new IllegalStateException("a report was refused: " + published.headers());
    }
  }
}
