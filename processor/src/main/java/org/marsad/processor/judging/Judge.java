package org.marsad.processor.judging;

import java.util.function.Consumer;

/** Asks one rule, or several of a kind, about what a record did. */
interface Judge {
  /** Hands on the revisions that follow, as soon as it has them. */
  void judge(Judging judging, Consumer<Outgoing> out);
}
