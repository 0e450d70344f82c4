package org.marsad.standalone.command;

import static org.marsad.standalone.command.LinesFile.json;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.marsad.producer.imports.ImportedLine;
import org.marsad.producer.imports.Imports;
import org.marsad.producer.placing.Placements;
import org.marsad.producer.publish.PublisherSettings;
import org.marsad.producer.publish.ReportProducers;
import org.marsad.producer.publish.StrikePublisher;
import org.marsad.producer.replay.Pace;
import org.marsad.producer.replay.Recording;
import org.marsad.producer.replay.Replay;
import org.marsad.producer.replay.ReplaySummary;
import org.marsad.producer.replay.Speed;
import org.marsad.producer.report.Places;
import org.marsad.producer.text.PastedText;
import org.marsad.schemas.launch.KafkaConnection;
import org.marsad.schemas.text.Counted;
import org.marsad.standalone.backtest.RejectedLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code marsad replay}: publishes recorded files to the Marsad that runs. */
@Command(
    name = "replay",
    description = "Publishes recorded files, at their own pace or faster.",
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
  private static final int ANSWER_WITHIN_MS = 10_000;

  private final Terminal terminal = Terminal.ofProcess();
  @Spec private CommandSpec spec;
  @Mixin private BrokerOption broker = new BrokerOption();
  @Mixin private SharedOptions shared = new SharedOptions();
  @Mixin private ImportOptions input = new ImportOptions();

  @Option(
      names = "--speed",
      defaultValue = "1x",
      description = "1x, 60x, max. Default: ${DEFAULT-VALUE}.")
  private String speed = "1x";

  @Option(
      names = "--rejected-out",
      paramLabel = "FILE",
      description = "What was refused, a line of JSON each.")
  private @Nullable Path rejectedOut;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var kafka = broker.connection();
    var places = (Places) shared.gazetteer()::resolve;
    var imports = input.imports(places);
    var replay = parsedSpeed();
    var placements = placements(kafka, places);
    var progress = new TerminalProgress(terminal);
    var tooOld = new TooOldReports(kafka);
    try (var rejected = LinesFile.open(rejectedOut);
        var publisher =
            new StrikePublisher(
                ReportProducers.of(kafka.producer()),
                PublisherSettings.withoutSpool(kafka.topics().reports()))) {
      var recording = read(imports, progress, rejected);
      tellHowLong(recording, replay);
      var summary =
          new Replay(
                  report -> publisher.publish(placements.place(report)).thenApply(tooOld::note),
                  replay,
                  Pace.realTime(),
                  (report, why) -> rejected.add(json(RejectedLine.of(report, why))))
              .run(
                  recording.played(),
                  published ->
                      progress.step(
                          () ->
                              "%d of %s published"
                                  .formatted(
                                      published,
                                      Counted.of(recording.rows().reports(), "report"))));
      tell(recording, summary);
      if (summary.stopped() != null) {
        terminal.fault(
            "stopped: %s (expected: a Marsad at %s)"
                .formatted(summary.stopped(), kafka.bootstrapServers()));
        return 1;
      }
      return areTooOld(tooOld, summary.published()) || summary.failed() > 0 ? 1 : 0;
    }
  }

  private Recording read(Imports imports, TerminalProgress progress, LinesFile rejected)
      throws IOException {
    var recording = new Recording(imports, input.format());
    for (var file : input.files()) {
      recording.read(
          file,
          row -> {
            tell(row, String.valueOf(file.getFileName()), rejected);
            progress.step(() -> "read " + Counted.of(recording.rows().rows(), "row"));
          });
    }
    return recording;
  }

  /** Tells how many the processor set aside as too old, and whether it was all. */
  private boolean areTooOld(TooOldReports tooOld, long published) throws InterruptedException {
    var count = published == 0 ? OptionalLong.of(0) : tooOld.count();
    if (count.isEmpty()) {
      terminal.fault(
          "the processor has not judged all of it yet: see ./marsad rejected later for what is too"
              + " old");
    } else if (count.getAsLong() > 0) {
      terminal.fault(
          "%d of %s too old: dated before what the processor remembers of their area (./marsad"
                  .formatted(count.getAsLong(), Counted.of(published, "report"))
              + " rejected lists them)");
    }
    return published > 0 && count.orElse(0) == published;
  }

  /** What a person placed stays there, though the file says otherwise. */
  private static Placements placements(KafkaConnection kafka, Places places) throws IOException {
    var reading = kafka.consumer(Map.of("default.api.timeout.ms", ANSWER_WITHIN_MS));
    var placements = new Placements(places);
    try {
      placements.read(reading, kafka.topics());
    } catch (KafkaException e) {
      throw new IOException(
          "stopped: no answer in %d seconds: %s (expected: a Marsad at %s)"
              .formatted(ANSWER_WITHIN_MS / 1_000, e.getMessage(), kafka.bootstrapServers()),
          e);
    }
    return placements;
  }

  private void tellHowLong(Recording recording, Speed played) {
    var takes = played.played(recording.length());
    if (takes.compareTo(Duration.ofMinutes(1)) >= 0) {
      terminal.say(
          "%s at their pace take %d:%02d hours (--speed 60x is faster, max without pauses)"
              .formatted(
                  Counted.of(recording.rows().reports(), "report"),
                  takes.toHours(),
                  takes.toMinutesPart()));
    }
  }

  private void tell(Recording recording, ReplaySummary summary) {
    var rows = recording.rows();
    terminal.say(
        "%s: %s · %d published · %d skipped · %d refused · %s · %d failed"
            .formatted(
                input.files().size() == 1
                    ? input.files().get(0).getFileName()
                    : Counted.of(input.files().size(), "file"),
                Counted.of(rows.rows(), "row"),
                summary.published(),
                rows.skipped(),
                rows.refused(),
                Counted.of(rows.duplicates(), "duplicate"),
                summary.failed()));
    ImportOptions.skipped(recording.reasons(), "skipped ").forEach(terminal::say);
    summary.failures().forEach(terminal::fault);
  }

  private Speed parsedSpeed() {
    try {
      return Speed.parse(PastedText.number(speed));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private void tell(ImportedLine row, String file, LinesFile rejected) {
    if (row instanceof ImportedLine.Refused refused) {
      terminal.fault("%s: line %d refused: %s".formatted(file, refused.line(), refused.reason()));
      rejected.add(json(RejectedLine.of(file, refused)));
    } else if (row instanceof ImportedLine.Report report && !report.leftOut().isEmpty()) {
      terminal.fault(
          "%s: line %d: left out: %s".formatted(file, report.line(), report.leftOutText()));
    }
  }
}
