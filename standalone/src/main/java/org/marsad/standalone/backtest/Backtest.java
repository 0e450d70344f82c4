package org.marsad.standalone.backtest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.specific.SpecificRecord;
import org.marsad.message.Alert;
import org.marsad.message.ReportStatus;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.processor.ProcessorApp;
import org.marsad.processor.settings.Rules;
import org.marsad.producer.imports.ImportedLine;
import org.marsad.producer.imports.Imports;
import org.marsad.producer.places.Gazetteer;
import org.marsad.producer.publish.PublisherSettings;
import org.marsad.producer.publish.ReportProducers;
import org.marsad.producer.publish.StrikePublisher;
import org.marsad.producer.replay.Pace;
import org.marsad.producer.replay.Recording;
import org.marsad.producer.replay.Replay;
import org.marsad.producer.replay.Speed;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.TopicReader;
import org.marsad.schemas.launch.KafkaConnection;
import org.marsad.schemas.text.Counted;
import org.marsad.standalone.Drain;
import org.marsad.standalone.Progress;
import org.marsad.standalone.TemporaryFolder;
import org.marsad.standalone.TopicSetup;
import org.marsad.standalone.broker.EmbeddedBroker;

/**
 * Runs the same topology over recorded files, on a broker in a temporary folder. Topics have one
 * partition, and the processor starts when all is in the log, so that the same input gives the same
 * output, byte for byte. It knows no confidential site.
 */
public final class Backtest {
  private static final String APPLICATION = "backtest";

  /** Reports without a value that could not be read, of which the first so many are told. */
  private static final long TOLD = 20;

  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final Gazetteer gazetteer;
  private final Rules rules;
  private final Imports imports;
  private final Progress progress;

  /**
   * A backtest, to be run once.
   *
   * @param gazetteer areas and their names
   * @param rules thresholds
   * @param imports reads the files
   * @param progress is told what is going on
   */
  public Backtest(Gazetteer gazetteer, Rules rules, Imports imports, Progress progress) {
    this.gazetteer = gazetteer;
    this.rules = rules;
    this.imports = imports;
    this.progress = progress;
  }

  /**
   * Runs it.
   *
   * @throws IOException when a file cannot be read or the broker cannot be had
   */
  public BacktestResult run(Imports.Format format, List<Path> files)
      throws IOException, InterruptedException {
    try (var folder = TemporaryFolder.create("marsad-backtest");
        var broker = EmbeddedBroker.startKeepingAll(folder.path().resolve("broker"))) {
      var kafka = KafkaConnection.to(broker.bootstrapServers());
      TopicSetup.prepare(kafka, 1, PublicAreas.of(gazetteer.areas()));
      var input = new Input(progress);
      var recording = read(format, files, input);
      publish(kafka, recording, input);
      progress.tell("judging " + Counted.of(recording.rows().reports(), "report"));
      process(kafka, folder.path().resolve("state"));
      return result(kafka, recording, input);
    }
  }

  private Recording read(Imports.Format format, List<Path> files, Input input) throws IOException {
    var recording = new Recording(imports, format);
    for (var file : files) {
      progress.tell("reading " + file);
      var name = String.valueOf(file.getFileName());
      recording.read(
          file,
          row -> {
            input.note(name, row);
            progress.step(() -> "read " + Counted.of(recording.rows().rows(), "row"));
          });
    }
    return recording;
  }

  private void publish(KafkaConnection kafka, Recording recording, Input input)
      throws IOException, InterruptedException {
    try (var publisher =
        new StrikePublisher(
            ReportProducers.of(kafka.producer()),
            PublisherSettings.withoutSpool(kafka.topics().reports()))) {
      var summary =
          new Replay(publisher::publish, Speed.MAX, Pace.realTime(), input::noteRefused)
              .run(
                  recording.played().peek(played -> input.noteHanded(played.report())),
                  done -> progress.step(() -> "published " + Counted.of(done, "report")));
      if (summary.stopped() != null) {
        throw new IOException(summary.stopped());
      }
    }
  }

  private void process(KafkaConnection kafka, Path state) throws InterruptedException {
    try (var processor =
            new ProcessorApp(kafka.streams(), APPLICATION, "1", state, kafka.topics(), rules);
        var drain = new Drain(kafka, APPLICATION)) {
      processor.start();
      while (!drain.isDrained()) {
        progress.step(() -> "judged " + drain.seen());
        LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    }
  }

  private BacktestResult result(KafkaConnection kafka, Recording recording, Input input) {
    var topics = kafka.topics();
    var refused = TopicReader.readAll(kafka.consumer(), topics.rejected());
    refused.forEach(record -> input.rejected.add(RejectedLine.of(record)));
    var codec = MessageCodec.of(StrikeReport.class);
    var notTaken = new ArrayList<>(input.notTaken);
    refused.forEach(record -> notTaken.add(codec.decode(record.value())));
    var accounts = input.accounts(notTaken);
    return new BacktestResult(
        recording.rows(),
        recording.reasons(),
        messages(kafka, topics.alerts(), Alert.class),
        messages(kafka, topics.strikes(), Strike.class),
        input.rejected,
        notTaken.size(),
        accounts.retractedOnly(),
        accounts.superseded());
  }

  private static <T extends SpecificRecord> List<T> messages(
      KafkaConnection kafka, String topic, Class<T> type) {
    var codec = MessageCodec.of(type);
    return TopicReader.readAll(kafka.consumer(), topic).stream()
        .filter(
            record ->
                record.value() != null) // a tombstone: what it was is in the file all the same
        .map(record -> codec.decode(record.value()))
        .toList();
  }

  /** What is remembered of the input, to account for every row. */
  private static final class Input {
    private final List<ObjectNode> rejected = new ArrayList<>();
    private final List<Handed> handed = new ArrayList<>();
    private final List<StrikeReport> notTaken = new ArrayList<>();
    private final Progress progress;
    private long incomplete;

    Input(Progress progress) {
      this.progress = progress;
    }

    private record Handed(String reportId, int revision, boolean stands) {}

    void note(String file, ImportedLine row) {
      if (row instanceof ImportedLine.Refused refused) {
        rejected.add(RejectedLine.of(file, refused));
      } else if (row instanceof ImportedLine.Report report
          && !report.leftOut().isEmpty()
          && ++incomplete <= TOLD) {
        progress.tell(
            "%s: line %d: left out: %s".formatted(file, report.line(), report.leftOutText()));
      }
    }

    /** In the order in which they are handed over: what comes first stands first. */
    void noteHanded(StrikeReport report) {
      handed.add(handed(report));
    }

    /** On Kafka's thread. */
    synchronized void noteRefused(StrikeReport report, String reason) {
      notTaken.add(report);
      rejected.add(RejectedLine.of(report, reason));
    }

    /** What must have become of the reports that the processor did not refuse. */
    Accounts accounts(List<StrikeReport> refused) {
      var gone = new HashMap<Handed, Integer>();
      refused.forEach(report -> gone.merge(handed(report), 1, Integer::sum));
      var left = new ArrayList<>(handed);
      left.removeIf(report -> gone.merge(report, -1, Integer::sum) >= 0);
      var newest = new HashMap<String, Integer>();
      var stood = new HashSet<String>();
      for (var report : left) {
        if (report.revision > newest.getOrDefault(report.reportId, 0)) {
          newest.put(report.reportId, report.revision);
          if (report.stands) {
            stood.add(report.reportId);
          }
        }
      }
      return new Accounts(newest.size() - stood.size(), left.size() - newest.size());
    }

    private static Handed handed(StrikeReport report) {
      return new Handed(
          report.getReportId(), report.getRevision(), report.getStatus() == ReportStatus.REPORTED);
    }
  }

  /** Reports that never stood, and revisions beside the newest. */
  private record Accounts(long retractedOnly, long superseded) {}
}
