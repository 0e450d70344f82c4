package org.marsad.benchmarks.draining;

/** Something that works through the topic of reports. */
public interface Drained extends AutoCloseable {
  void start();

  /** Whether it has its share of the reports: from here on is measured. */
  boolean isRunning();

  @Override
  void close();
}
