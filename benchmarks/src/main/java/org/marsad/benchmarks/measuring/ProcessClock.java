package org.marsad.benchmarks.measuring;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Tells what this JVM has used. A compiler's thread may end on a large machine, and its time with
 * it: whoever measures for long {@linkplain #look() looks} now and then.
 */
public final class ProcessClock {
  private static final Path THREADS = Path.of("/proc/self/task");

  /** As {@code C2 CompilerThread0} is cut off. */
  private static final Pattern COMPILER = Pattern.compile("C[12] Compiler.*");

  private static final long NANOS_PER_TICK =
      TimeUnit.SECONDS.toNanos(1) / ProcStat.TICKS_PER_SECOND;

  private final Map<Path, Long> compilers = new HashMap<>();

  public ProcessTime now() {
    look();
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new ProcessTime(
        system.getProcessCpuTime(),
        compilers.values().stream().mapToLong(Long::longValue).sum() * NANOS_PER_TICK,
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .mapToLong(GarbageCollectorMXBean::getCollectionTime)
            .sum());
  }

  /** Remembers what the compilers' threads have used. */
  public void look() {
    try (var threads = Files.list(THREADS)) {
      threads.forEach(this::look);
    } catch (IOException e) {
      // no Linux: cannot be told
    }
  }

  private void look(Path thread) {
    try {
      var stat = ProcStat.read(thread.resolve("stat"));
      if (COMPILER.matcher(stat.name()).matches()) {
        compilers.put(thread, stat.ticks());
      }
    } catch (IOException e) {
      // just ended; what it had used is remembered
    }
  }
}
