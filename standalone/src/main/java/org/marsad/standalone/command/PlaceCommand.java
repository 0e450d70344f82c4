package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.decisions.WhoAndWhy;
import org.marsad.consumer.operations.explain.Meanings;
import org.marsad.consumer.text.PlainText;
import org.marsad.producer.intake.PlacementIntake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code marsad place}: a person says where a report's strike was. */
@Command(
    name = "place",
    description =
        "Says where a report's strike was: it is told of there, and those who were told of it"
            + " elsewhere learn that. It stays there, whatever its source says of the place later.",
    mixinStandardHelpOptions = true)
final class PlaceCommand implements Callable<Integer> {
  private static final int ACCEPTED = 202;
  private static final int UNUSABLE = 422;

  private final Terminal terminal = Terminal.ofProcess();
  @Mixin private IntakeClient intake = new IntakeClient();
  @Mixin private WhoAndWhyOptions said = new WhoAndWhyOptions();

  @Parameters(index = "0", paramLabel = "REPORT_ID", description = "As marsad explain shows it.")
  private String reportId = "";

  @Option(names = "--area", required = true, description = "Code or name of the area.")
  private String area = "";

  @Option(names = "--neighbourhood", description = "Code or name, where it is known.")
  private @Nullable String neighbourhood;

  @Option(names = "--json", description = "The intake's answer, one object a line.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var answer = intake.post(PlacementIntake.PATH, body());
    if (answer.statusCode() != ACCEPTED) {
      IntakeClient.explain(answer, terminal);
      return answer.statusCode() == UNUSABLE ? 2 : 1;
    }
    for (var placed : IntakeClient.entries(answer)) {
      if (json) {
        terminal.print(placed.toString());
      } else {
        tell(placed);
      }
    }
    return 0;
  }

  private void tell(JsonNode placed) {
    terminal.say(
        "placed %s · %s, by %s: %s"
            .formatted(
                PlainText.of(placed.path("reportId").asText(), WhoAndWhy.REASON),
                placed.path("place").asText(),
                PlainText.of(placed.path("by").asText()),
                PlainText.of(placed.path("reason").asText(), WhoAndWhy.REASON)));
    for (var mark : placed.path("marks")) {
      terminal.progress(Meanings.ofMark(mark.asText()) + " (" + mark.asText() + ")");
    }
  }

  private String body() {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("reportId", reportId).put("area", area);
    if (neighbourhood != null) {
      body.put("neighbourhood", neighbourhood);
    }
    return body.put("by", said.by()).put("reason", said.reason()).toString();
  }
}
