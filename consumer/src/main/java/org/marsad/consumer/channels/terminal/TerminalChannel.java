package org.marsad.consumer.channels.terminal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.consumer.channels.Answer;
import org.marsad.consumer.channels.Channel;
import org.marsad.consumer.channels.Message;
import org.marsad.consumer.channels.Summary;
import org.marsad.consumer.text.SummaryText;

/** The terminal as a channel; a thread of its own, because a paused terminal blocks its writer. */
public final class TerminalChannel implements Channel {
  private final TerminalAlerts terminal;
  private final AreaNames names;
  private final String reader;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(
          task -> {
            var thread = new Thread(task, "terminal-alerts");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param terminal that is printed on
   * @param names of areas, for summaries
   * @param reader the subscriber who reads it
   */
  public TerminalChannel(TerminalAlerts terminal, AreaNames names, String reader) {
    this.terminal = terminal;
    this.names = names;
    this.reader = reader;
  }

  @Override
  public CompletableFuture<Answer> send(Message message) {
    return print(shown(message));
  }

  @Override
  public CompletableFuture<Answer> send(Summary summary) {
    return print(shown(summary));
  }

  @Override
  public void awaits(Summary coming) {
    var text = SummaryText.in(names, coming.language()).awaited(coming.views(), coming.until());
    writer.execute(() -> terminal.tellBeside(text, reader));
  }

  @Override
  public boolean isInPlace() {
    return false;
  }

  @Override
  public String shown(Message message) {
    return terminal.line(message.alert(), message.earlierAlert(), message.language());
  }

  @Override
  public String shown(Summary summary) {
    var text = SummaryText.in(names, summary.language());
    var first = text.headline(summary.views(), summary.from(), summary.until());
    return " " + first + "\n   " + String.join("\n   ", text.lines(summary.views()));
  }

  private CompletableFuture<Answer> print(String text) {
    return CompletableFuture.supplyAsync(
        () -> {
          terminal.tell(text, reader);
          return new Answer.Accepted();
        },
        writer);
  }

  @Override
  public void close() {
    writer.shutdown();
  }
}
