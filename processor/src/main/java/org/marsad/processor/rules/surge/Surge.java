package org.marsad.processor.rules.surge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.CountRange;

/**
 * How many wounded a hospital has to expect of one day's strikes.
 *
 * @param hospital the hospital; null where none is open and the numbers are the area's
 * @param standing how the hospital stands
 * @param asOf end of the latest strike that counts: both windows begin there
 * @param within90Minutes expected arrivals
 * @param within24Hours expected arrivals
 * @param critical of those within 24 hours, in critical condition
 * @param wounded of the day in the area
 * @param injuredReported number of strikes with a count of injured
 * @param injuredEstimated number of strikes whose injured are estimated from the killed
 * @param unreported number of strikes without either count: the numbers are a floor
 * @param share of the area's best estimate that comes here, 0 to 1
 * @param nearestMetres to the nearest of the strikes; negative where no strike has a place
 * @param receiving number of public hospitals within reach that receive
 */
public record Surge(
    @Nullable Hospital hospital,
    Standing standing,
    Instant asOf,
    CountRange within90Minutes,
    CountRange within24Hours,
    CountRange critical,
    CountRange wounded,
    int injuredReported,
    int injuredEstimated,
    int unreported,
    double share,
    double nearestMetres,
    int receiving) {}
