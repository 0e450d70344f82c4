package org.marsad.schemas;

import java.time.LocalDate;
import java.util.Locale;
import org.marsad.message.Reality;

/** Keys of the topic {@code days}. */
public final class DayKeys {
  private DayKeys() {}

  /**
   * {@code aleppo/al-fardous:2016-10-11}, {@code exercise:aleppo:2016-10-11}.
   *
   * @param scopeCode code of the area or neighbourhood
   * @param day local calendar day
   */
  public static String of(Reality reality, String scopeCode, LocalDate day) {
    var world = reality == Reality.ACTUAL ? "" : reality.name().toLowerCase(Locale.ROOT) + ":";
    return world + scopeCode + ":" + day;
  }
}
