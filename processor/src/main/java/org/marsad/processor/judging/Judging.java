package org.marsad.processor.judging;

import java.util.ArrayList;
import java.util.List;
import org.marsad.processor.mapping.Cause;
import org.marsad.processor.merging.StrikeChanges;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.heaviest.Judged;
import org.marsad.processor.rules.heaviest.RecordLedger;

/**
 * What the judges of one record share.
 *
 * @param changes what the record did
 * @param map of the area, with the sites of this world
 * @param strikes of the area as they are now
 * @param ledger of its records
 * @param records what became of the records of strikes and days; the first judge fills it
 * @param days what days come to that changed; the first judge fills it
 * @param failures of rules; the record fails once all that can be told is told
 */
record Judging(
    StrikeChanges changes,
    AreaMap map,
    AreaStrikes strikes,
    RecordLedger ledger,
    List<Judged> records,
    List<OutgoingDay> days,
    Failures failures) {
  Judging(StrikeChanges changes, AreaMap map, AreaStrikes strikes, RecordLedger ledger) {
    this(changes, map, strikes, ledger, new ArrayList<>(), new ArrayList<>(), new Failures());
  }

  Cause cause() {
    return changes.cause();
  }
}
