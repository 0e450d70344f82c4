package org.marsad.benchmarks.measuring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What Linux says of a process or thread in its {@code stat}: fields 2 and 14 to 17 of proc(5).
 *
 * @param name of the process or thread, 15 characters at most
 * @param ticks of CPU time that it used
 * @param childTicks of CPU time that its children used that have ended
 */
record ProcStat(String name, long ticks, long childTicks) {
  /** The same on every Linux that Java 17 runs on. */
  static final int TICKS_PER_SECOND = 100;

  /**
   * Reads it.
   *
   * @param stat the file
   * @throws IOException when there is none: no Linux, or it just ended
   */
  static ProcStat read(Path stat) throws IOException {
    var text = Files.readString(stat);
    var nameEnds = text.lastIndexOf(')');
    var fields = text.substring(nameEnds + 2).split(" ", -1);
    return new ProcStat(
        text.substring(text.indexOf('(') + 1, nameEnds),
        Long.parseLong(fields[11]) + Long.parseLong(fields[12]),
        Long.parseLong(fields[13]) + Long.parseLong(fields[14]));
  }
}
