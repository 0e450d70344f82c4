package org.marsad.processor.rules.severity;

/**
 * How grave an alert is, by its subject.
 *
 * @param strike of a strike
 * @param day of a day
 * @param wave of a wave
 * @param hospital of a hospital's day
 */
public record Severities(
    StrikeSeverity strike, DaySeverity day, WaveSeverity wave, HospitalSeverity hospital) {}
