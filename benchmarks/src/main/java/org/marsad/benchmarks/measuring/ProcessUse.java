package org.marsad.benchmarks.measuring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What another process uses, as Linux tells it.
 *
 * @param cpuSeconds of all its threads since its start
 * @param residentBytes of memory that it holds now
 */
public record ProcessUse(double cpuSeconds, long residentBytes) {
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final long KILO = 1024;

  /**
   * Looks at a process.
   *
   * @throws IOException when it has ended, or where this is no Linux
   */
  public static ProcessUse of(long pid) throws IOException {
    var folder = Path.of("/proc", Long.toString(pid));
    var stat = ProcStat.read(folder.resolve("stat"));
    var resident = RESIDENT.matcher(Files.readString(folder.resolve("status")));
    if (!resident.find()) {
      throw new IOException("process %d: has ended".formatted(pid));
    }
    return new ProcessUse(
        (double) stat.ticks() / ProcStat.TICKS_PER_SECOND,
        KILO * Long.parseLong(resident.group(1)));
  }
}
