package org.marsad.processor.rules.heaviest;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the ledger of one area is kept. */
public interface LedgerStore extends NodeStore {
  /** A day's totals in one scope, null where there are none. */
  byte @Nullable [] day(String scopeCode, long day);

  /** Replaces a day's totals; null removes them. */
  void putDay(String scopeCode, long day, byte @Nullable [] totals);

  /** The area's strikes that touch a day, by strike id. */
  List<Contribution> strikes(long day);

  void putStrike(long day, Contribution strike);

  void removeStrike(long day, String strikeId);

  /** The codes of all scopes that ever had a strike: the area and its neighbourhoods. */
  Collection<String> scopes();
}
