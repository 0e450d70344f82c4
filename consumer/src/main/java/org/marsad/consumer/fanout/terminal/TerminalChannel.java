package org.marsad.consumer.fanout.terminal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.marsad.consumer.fanout.channel.Answer;
import org.marsad.consumer.fanout.channel.Channel;
import org.marsad.consumer.fanout.channel.Message;

/** The terminal as a channel; a thread of its own, because a paused terminal blocks its writer. */
public final class TerminalChannel implements Channel {
  private final TerminalAlerts terminal;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(
          task -> {
            var thread = new Thread(task, "terminal-alerts");
            thread.setDaemon(true);
            return thread;
          });

  public TerminalChannel(TerminalAlerts terminal) {
    this.terminal = terminal;
  }

  @Override
  public CompletableFuture<Answer> send(Message message) {
    return CompletableFuture.supplyAsync(
        () -> {
          terminal.print(message.alert());
          return new Answer.Accepted();
        },
        writer);
  }

  @Override
  public void close() {
    writer.shutdown();
  }
}
