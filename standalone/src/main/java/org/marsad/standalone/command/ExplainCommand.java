package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.answers.AnswerDesk;
import org.marsad.consumer.operations.answers.DeliveryStory;
import org.marsad.consumer.operations.explain.Evidence;
import org.marsad.consumer.operations.explain.EvidenceReader;
import org.marsad.consumer.operations.explain.Explanation;
import org.marsad.consumer.operations.explain.Summary;
import org.marsad.consumer.operations.explain.Timeline;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.settings.RulesFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code marsad explain}: why an alert of the Marsad that runs says what it says. */
@Command(
    name = "explain",
    description = "Why an alert says what it says: reports, merging, compared days, numbers.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  private static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.forLanguageTag("ar"));

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

  @Option(
      names = "--json",
      description =
          "One object: the lines, what the alert says in English and Arabic, and what happened"
              + " around it.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    var inForce = rules == null ? Rules.DEFAULTS : RulesFile.read(rules);
    var kafka = broker.connection();
    var desk = new AnswerDesk(kafka.client(), kafka.topics(), Clock.systemUTC());
    var found = desk.find(alert.id());
    var evidence = new EvidenceReader(kafka.client(), kafka.topics()).read(found);
    var lines = Explanation.of(evidence, revision, ExplainThresholds.of(inForce));
    if (json) {
      terminal.print(json(evidence, lines, desk.story(found)));
    } else {
      lines.forEach(terminal::print);
    }
    return 0;
  }

  private static String json(Evidence evidence, List<String> lines, DeliveryStory story) {
    var object = JsonNodeFactory.instance.objectNode();
    object.put("alertId", story.alert().getAlertId());
    lines.forEach(object.putArray("lines")::add);
    var summaries = object.putArray("summaries");
    for (var language : LANGUAGES) {
      summaries.add(Summary.of(evidence, story.alert(), language).json());
    }
    object.set("timeline", Timeline.json(Timeline.of(evidence, story)));
    return object.toString();
  }
}
