package org.marsad.benchmarks.footprint;

/** Bytes as the tools of the system tell them: 1 MB is 1,048,576. */
final class Megabytes {
  static final double ONE = 1 << 20;

  private Megabytes() {}

  static double of(long bytes) {
    return bytes / ONE;
  }
}
