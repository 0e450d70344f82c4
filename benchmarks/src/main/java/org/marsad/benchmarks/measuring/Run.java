package org.marsad.benchmarks.measuring;

/**
 * One measured run.
 *
 * @param value what was measured, in the figure's unit
 * @param cpuSeconds that the measured process took meanwhile
 */
public record Run(double value, double cpuSeconds) {}
