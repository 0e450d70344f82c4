package org.marsad.standalone.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.marsad.producer.imports.ImportedLine;
import org.marsad.producer.publish.PublisherSettings;
import org.marsad.producer.publish.ReportProducers;
import org.marsad.producer.publish.StrikePublisher;
import org.marsad.producer.replay.Pace;
import org.marsad.producer.replay.Replay;
import org.marsad.producer.replay.Speed;
import org.marsad.schemas.Topics;
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
  private static final long PROGRESS_NANOS = TimeUnit.SECONDS.toNanos(1);

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

  @Override
  public Integer call() throws IOException, InterruptedException {
    var kafka = broker.kafka();
    var imports = input.imports(shared.gazetteer()::resolve);
    var replay = parsedSpeed();
    var failed = 0L;
    try (var publisher =
        new StrikePublisher(
            ReportProducers.of(kafka), PublisherSettings.withoutSpool(new Topics("").reports()))) {
      for (var file : input.files()) {
        try (var rows = imports.open(input.format(), file)) {
          var summary =
              new Replay(publisher::publish, replay, Pace.realTime())
                  .run(rows, this::tell, progress());
          terminal.say(
              "%s: %d rows · %d published · %d skipped · %d refused · %d duplicates · %d failed"
                  .formatted(
                      file.getFileName(),
                      summary.rows().rows(),
                      summary.published(),
                      summary.rows().skipped(),
                      summary.rows().refused(),
                      summary.rows().duplicates(),
                      summary.failed()));
          summary.failures().forEach(terminal::fault);
          failed += summary.failed();
        }
      }
    }
    return failed == 0 ? 0 : 1;
  }

  private Speed parsedSpeed() {
    try {
      return Speed.parse(speed);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private void tell(ImportedLine row) {
    if (row instanceof ImportedLine.Refused refused) {
      terminal.fault("line %d refused: %s".formatted(refused.line(), refused.reason()));
    }
  }

  private java.util.function.Consumer<Replay.Progress> progress() {
    var next = new AtomicLong(System.nanoTime() + PROGRESS_NANOS);
    return step -> {
      if (System.nanoTime() >= next.get()) {
        next.set(System.nanoTime() + PROGRESS_NANOS);
        terminal.progress("%d rows, %d published".formatted(step.rows().rows(), step.published()));
      }
    };
  }
}
