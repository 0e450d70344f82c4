package org.marsad.benchmarks.measuring;

/**
 * What a JVM has used up to now, or since.
 *
 * @param cpuNanos CPU time of all threads
 * @param compilerNanos that of the JIT compilers' threads within it, to 10 ms; 0 where no thread
 *     can be told from another (no Linux)
 * @param collectorMillis on the clock that the garbage collectors took
 */
public record ProcessTime(long cpuNanos, long compilerNanos, long collectorMillis) {
  public ProcessTime since(ProcessTime before) {
    return new ProcessTime(
        cpuNanos - before.cpuNanos,
        compilerNanos - before.compilerNanos,
        collectorMillis - before.collectorMillis);
  }

  /** In words, such as {@code compilers 31.2 s of CPU, GC 1.4 s}. */
  public String aside() {
    var compilers =
        compilerNanos == 0
            ? "compilers could not be told apart"
            : "compilers %.1f s of CPU".formatted(compilerNanos / 1e9);
    return "%s, GC %.1f s".formatted(compilers, collectorMillis / 1e3);
  }
}
