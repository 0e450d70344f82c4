package org.marsad.standalone.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.settings.RulesFile;
import org.marsad.schemas.Topics;
import org.marsad.standalone.explain.EvidenceReader;
import org.marsad.standalone.explain.Explanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code marsad explain}: why an alert of the Marsad that runs says what it says. */
@Command(
    name = "explain",
    description = "Why an alert says what it says: reports, merging, compared days, numbers.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  private final Terminal terminal = Terminal.ofProcess();

  @Parameters(
      paramLabel = "ALERT_ID",
      description = "An alert's id, or the beginning of one; watch --ids shows them.")
  private String alertId = "";

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

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "Broker of another Marsad.")
  private @Nullable String bootstrapServers;

  @Override
  public Integer call() throws IOException {
    var thresholds = rules == null ? Rules.DEFAULTS : RulesFile.read(rules);
    var servers = bootstrapServers == null ? Home.endpoint().bootstrapServers() : bootstrapServers;
    var reader =
        new EvidenceReader(Map.<String, Object>of("bootstrap.servers", servers), new Topics(""));
    Explanation.of(reader.read(alertId), revision, thresholds).forEach(terminal::print);
    return 0;
  }
}
