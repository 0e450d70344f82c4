package org.marsad.consumer.channels.terminal;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.marsad.consumer.text.MuteText;
import org.marsad.message.Mute;

/**
 * One line on the terminal when a mute begins, and one when it ends: what it kept from people must
 * not look like a quiet hour. A thread of its own, because a paused terminal blocks its writer.
 */
public final class MuteNotes implements AutoCloseable {
  private final Map<String, Mute> standing = new HashMap<>(); // touched by the thread alone
  private final TerminalAlerts terminal;
  private final Clock clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var writer = new Thread(task, "terminal-mutes");
            writer.setDaemon(true);
            return writer;
          });

  /**
   * @param terminal that is printed on
   * @param clock tells which mutes stand
   */
  public MuteNotes(TerminalAlerts terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  /** Takes in a mute, or what became of one. Never waits. */
  public void take(Mute mute) {
    thread.execute(() -> note(mute));
  }

  private void note(Mute mute) {
    var left = Duration.between(clock.instant(), mute.getExpiresAt());
    if (mute.getLiftedAt() != null) {
      end(mute);
    } else if (left.toMillis() > 0 && standing.put(mute.getMuteId(), mute) == null) {
      terminal.note("muted " + MuteText.of(mute));
      var unused = thread.schedule(() -> end(mute), left.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void end(Mute mute) {
    if (standing.remove(mute.getMuteId()) != null) {
      terminal.note("no longer muted " + MuteText.ended(mute));
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
