package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.decisions.WhoAndWhy;
import org.marsad.consumer.operations.explain.Meanings;
import org.marsad.consumer.text.PlainText;
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
  private final Terminal terminal = Terminal.ofProcess();
  @Mixin private ServerOptions server = new ServerOptions();
  @Mixin private ReasonOption why = new ReasonOption();

  @Parameters(index = "0", paramLabel = "REPORT_ID", description = "As marsad explain shows it.")
  private String reportId = "";

  @Option(names = "--area", required = true, description = "Code or name of the area.")
  private String area = "";

  @Option(names = "--neighbourhood", description = "Code or name, where it is known.")
  private @Nullable String neighbourhood;

  @Option(names = "--json", description = "The answer, one object a line.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var body = JsonNodeFactory.instance.objectNode().put("reportId", reportId).put("area", area);
    body.put("neighbourhood", neighbourhood).put("reason", why.reason());
    for (var placed : server.api().post("/placements", body).path("entries")) {
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
}
