package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.text.Colour;
import org.marsad.message.MessageType;
import org.marsad.message.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code marsad watch}: the alerts of a Marsad that runs, as they come. */
@Command(
    name = "watch",
    description =
        "Live alerts, a line each time that one rings; Ctrl-C stops. After a break it goes on"
            + " where it was.",
    mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {
  private final Terminal terminal = Terminal.ofProcess();
  @Mixin private ServerOptions server = new ServerOptions();

  @Option(
      names = "--since",
      paramLabel = "DURATION",
      description = "First those of the last 2h, 90m or 3d. Default: only what comes from now on.")
  private @Nullable Duration since;

  @Option(
      names = "--area",
      paramLabel = "AREA",
      description = "Only this area: its code or name. Default: all.")
  private @Nullable String area;

  @Option(
      names = "--severity",
      paramLabel = "LEAST",
      description = "Only this severity and above: ${COMPLETION-CANDIDATES}. Unknown counts.")
  private @Nullable Severity severity;

  @Option(names = "--all", description = "Every revision, also those that ring nowhere.")
  private boolean all;

  @Option(names = "--ids", description = "Shows each alert's id below it, for explain.")
  private boolean ids;

  @Option(names = "--json", description = "One object a line.")
  private boolean json;

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      description = "Language of the alerts: en (default) or ar.",
      defaultValue = "en",
      converter = LanguageOption.class)
  private Locale language = Locale.ENGLISH;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var reader = PipeReader.ofOutput();
    var code = area == null ? null : NamedArea.code(area, server.api().get("/areas"));
    var watch =
        new AlertWatch(
            server::api, code, severity, this::show, () -> !reader.hasGone(), terminal::progress);
    watch.run(since == null ? null : Instant.now().minus(since));
    return 0;
  }

  /** Whether somebody still reads. */
  private boolean show(JsonNode alert) {
    if (all || alert.path("interrupts").asBoolean(true)) {
      terminal.print(json ? alert.toString() : line(alert));
      if (ids && !json) {
        terminal.print("   id " + alert.path("alertId").asText());
      }
    }
    return !terminal.out().checkError();
  }

  private String line(JsonNode alert) {
    var text = alert.path("text").path(language.getLanguage());
    var colour =
        Colour.of(
            MessageType.valueOf(alert.path("messageType").asText("ALERT")),
            Severity.valueOf(alert.path("severity").asText("UNKNOWN")));
    return " " + colour.paint(text.path("headline").asText(), terminal.colour());
  }
}
