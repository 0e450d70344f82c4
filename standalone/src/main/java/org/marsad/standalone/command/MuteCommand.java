package org.marsad.standalone.command;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.message.SubjectKind;
import org.marsad.schemas.text.Lengths;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code marsad mute}: keeps alerts of one kind from those who know of them already. */
@Command(
    name = "mute",
    description = {
      "Keeps alerts from being sent for a while.",
      "Worse news breaks it: a second strike on the spot, a protected site, a higher severity.",
      "Whoever was told is told that an alert is taken back."
    },
    mixinStandardHelpOptions = true)
final class MuteCommand implements Callable<Integer> {
  private final Terminal terminal = Terminal.ofProcess();
  @Mixin private ServerOptions server = new ServerOptions();
  @Mixin private DecisionOptions decided = new DecisionOptions();

  @Option(
      names = "--neighbourhood",
      paramLabel = "CODE",
      description = "Only alerts about this one alone, such as aleppo/al-fardous.")
  private @Nullable String neighbourhood;

  @Option(
      names = "--subject",
      paramLabel = "KIND",
      description = "Only alerts about one kind of subject: ${COMPLETION-CANDIDATES}.")
  private @Nullable SubjectKind subject;

  @Option(names = "--subscriber", paramLabel = "ID", description = "Only for this one.")
  private @Nullable String subscriber;

  @Option(names = "--extreme", description = "Extreme alerts too, and those of unknown severity.")
  private boolean extreme;

  @Option(
      names = "--for",
      required = true,
      paramLabel = "DURATION",
      description = "How long, such as 90m, 2h or 3d; at most 7 days.")
  private Duration length = Duration.ZERO;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var body = decided.body().put("for", Lengths.text(length)).put("extreme", extreme);
    body.put("neighbourhood", neighbourhood).put("subscriber", subscriber);
    body.put("subject", subject == null ? null : subject.name());
    terminal.say("muted: " + server.api().post("/mutes", body).path("text").asText());
    return 0;
  }
}
