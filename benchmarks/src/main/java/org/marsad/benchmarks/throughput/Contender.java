package org.marsad.benchmarks.throughput;

/** Who drains the backlog. */
enum Contender {
  OURS,
  BASELINE
}
