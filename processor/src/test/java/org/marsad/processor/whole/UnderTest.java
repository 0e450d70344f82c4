package org.marsad.processor.whole;

import java.util.EnumSet;
import java.util.Set;
import org.marsad.message.Rule;
import org.marsad.processor.oracle.Oracle;
import org.marsad.processor.oracle.Outcome;
import org.marsad.processor.oracle.World;

/**
 * What is compared: all that follows from the messages alone. SOURCE_SILENT is on the wall clock.
 *
 * @param rules that it publishes
 * @param decisions whether it follows what people decided
 * @param statuses whether it listens to hospitals
 */
public record UnderTest(Set<Rule> rules, boolean decisions, boolean statuses) {
  /** Switch on here what is built. */
  public static final UnderTest NOW =
      new UnderTest(EnumSet.complementOf(EnumSet.of(Rule.SOURCE_SILENT, Rule.OTHER)), true, true);

  /** What must stand, of what is compared. */
  public Outcome expected(World world) {
    return Oracle.judge(world).only(rules);
  }
}
