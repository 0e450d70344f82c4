package org.marsad.standalone.command;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.standalone.client.ApiClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code marsad explain}: why an alert says what it says. */
@Command(
    name = "explain",
    description = "Why an alert says what it says: reports, merging, compared days, numbers.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  private final Terminal terminal = Terminal.ofProcess();
  @Mixin private ServerOptions server = new ServerOptions();
  @Mixin private AlertParameter alert = new AlertParameter();

  @Option(
      names = "--revision",
      paramLabel = "N",
      description = "Explains an earlier revision. Default: the newest.")
  private @Nullable Integer revision;

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      description = "Language of the explanation: en (default) or ar.",
      defaultValue = "en",
      converter = LanguageOption.class)
  private Locale language = Locale.ENGLISH;

  @Option(
      names = "--json",
      description = "One object: the lines, and what happened around the alert.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var query = new HashMap<String, @Nullable String>();
    query.put("revision", revision == null ? null : revision.toString());
    query.put("lang", language.getLanguage());
    var said = server.api().get(ApiClient.path("alerts", alert.id(), "explanation"), query);
    terminal.printLines(said, json);
    return 0;
  }
}
