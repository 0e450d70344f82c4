package org.marsad.standalone.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.settings.RulesFile;
import org.marsad.standalone.explain.EvidenceReader;
import org.marsad.standalone.explain.Explanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code marsad explain}: why an alert of the Marsad that runs says what it says. */
@Command(
    name = "explain",
    description = "Why an alert says what it says: reports, merging, compared days, numbers.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  private final Terminal terminal = Terminal.ofProcess();
  @Mixin private BrokerOption broker = new BrokerOption();
  @Mixin private AlertParameter alert = new AlertParameter();

  @Option(
      names = "--revision",
      paramLabel = "N",
      description = "Explains an earlier revision. Default: the newest.")
  private @Nullable Integer revision;

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description = "Thresholds that the Marsad runs with, if not the shipped ones (rules.yaml).")
  private @Nullable Path rules;

  @Override
  public Integer call() throws IOException {
    var thresholds = rules == null ? Rules.DEFAULTS : RulesFile.read(rules);
    var kafka = broker.connection();
    var reader = new EvidenceReader(kafka.client(), kafka.topics());
    Explanation.of(reader.read(alert.id()), revision, thresholds).forEach(terminal::print);
    return 0;
  }
}
