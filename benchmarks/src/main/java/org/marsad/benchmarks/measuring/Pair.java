package org.marsad.benchmarks.measuring;

/**
 * One run of ours and one of the baseline, right after each other.
 *
 * @param noisy other processes took over 5 % of the machine meanwhile
 */
public record Pair(Run ours, Run baseline, boolean noisy) {}
