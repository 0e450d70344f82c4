package org.marsad.processor.whole;

import java.util.EnumSet;
import java.util.Set;
import org.marsad.message.Rule;
import org.marsad.processor.oracle.Oracle;
import org.marsad.processor.oracle.Outcome;
import org.marsad.processor.oracle.World;

/**
 * What the topology does by now. The oracle knows more.
 *
 * @param rules that it publishes
 * @param decisions whether it follows what people decided
 * @param statuses whether it listens to hospitals
 */
public record UnderTest(Set<Rule> rules, boolean decisions, boolean statuses) {
  /** Switch on here what is built. */
  public static final UnderTest NOW =
      new UnderTest(
          EnumSet.of(Rule.HEAVIEST_IN_DAYS, Rule.RESIDENTIAL_STRIKE, Rule.UNPLACED_STRIKE),
          false,
          false);

  /** What must stand, of what is compared. */
  public Outcome expected(World world) {
    return Oracle.judge(world).only(rules);
  }
}
