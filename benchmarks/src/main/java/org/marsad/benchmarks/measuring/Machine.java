package org.marsad.benchmarks.measuring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The machine's CPU time up to now, as Linux counts it, in ticks.
 *
 * @param all of all processors, busy or idle
 * @param busy of all processes, and what the host took away
 * @param own of this process, its children and those that ended
 */
public record Machine(long all, long busy, long own) {
  /** Share of the machine from which others disturb a measurement. */
  static final double NOISY_FROM = 0.05;

  private static final Machine UNKNOWN = new Machine(0, 0, 0);
  private static final int IDLE = 4;
  private static final int WAITING_FOR_DISK = 5;

  /** user, nice, system, idle, iowait, irq, softirq and steal; guest time is within user. */
  private static final int LAST = 8;

  public static Machine now() {
    try {
      return read();
    } catch (IOException e) {
      return UNKNOWN; // no Linux: cannot be told
    }
  }

  /** Whether others took over 5 % of the machine; so it is held to be where nobody can tell. */
  public boolean isNoisySince(Machine before) {
    return all <= before.all || othersSince(before) > NOISY_FROM;
  }

  /** The share of the machine that others took, 0 to 1. */
  public double othersSince(Machine before) {
    var others = (busy - before.busy) - (own - before.own);
    return Math.max(0, (double) others / (all - before.all));
  }

  private static Machine read() throws IOException {
    var fields =
        Files.readString(Path.of("/proc/stat")).lines().findFirst().orElse("").split(" +", -1);
    var all = 0L;
    var idle = 0L;
    for (var i = 1; i <= LAST; i++) {
      var ticks = Long.parseLong(fields[i]);
      all += ticks;
      idle += i == IDLE || i == WAITING_FOR_DISK ? ticks : 0;
    }
    var own =
        Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants())
            .mapToLong(process -> ticksOf(process.pid()))
            .sum();
    return new Machine(all, all - idle, own);
  }

  /** Its own time and that of its children that ended. */
  private static long ticksOf(long pid) {
    try {
      var stat = ProcStat.read(Path.of("/proc/" + pid + "/stat"));
      return stat.ticks() + stat.childTicks();
    } catch (IOException e) {
      return 0; // just ended; its time moves to its parent
    }
  }
}
