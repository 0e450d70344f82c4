package org.marsad.benchmarks.density;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.marsad.benchmarks.EncodedOutput;
import org.marsad.benchmarks.PipelineOnDisk;
import org.marsad.benchmarks.measuring.ProcessClock;
import org.marsad.benchmarks.measuring.Run;
import org.marsad.message.AreaProfile;
import org.marsad.processor.state.AreaBook;
import org.marsad.schemas.Topics;
import org.marsad.standalone.TemporaryFolder;

/**
 * Days that are worked in, over a fresh store each time.
 *
 * @param name of what is measured
 * @param towns how many
 * @param together all towns at once, with a book of a tenth of their state; otherwise one after the
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
      return measure(pipeline, encoded(pipeline, life));
    }
  }

  /** In a method of its own, so that the decoded reports are gone before the measurement. */
  private List<ConsumerRecord<byte[], byte[]>> encoded(PipelineOnDisk pipeline, TownLife life) {
    var reports = together ? life.together() : life.oneByOne();
    return reports.stream().map(pipeline::encoded).toList();
  }

  private static Run measure(
      PipelineOnDisk pipeline, List<ConsumerRecord<byte[], byte[]>> reports) {
    var clock = new ProcessClock();
    var before = clock.now();
    for (var i = 0; i < reports.size(); i++) {
      pipeline.work(reports.get(i));
      if (i % COMMIT_EVERY == 0) {
        pipeline.commit();
      }
    }
    var used = clock.now().since(before);
    var nanos = used.cpuNanos() - used.compilerNanos();
    return new Run(nanos / NANOS_PER_MICRO / reports.size(), used.cpuNanos() / NANOS_PER_SECOND);
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
      life.oneByOne().forEach(report -> pipeline.work(pipeline.encoded(report)));
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
