package org.marsad.producer.intake;

/**
 * How much the intake takes. Reports, heartbeats and hospital statuses count alike, each entry of a
 * list by itself.
 *
 * @param perSourceAMinute entries of one source a minute, and in one list, at least 1
 * @param inAllAMinute entries of all sources a minute, at least 1
 */
public record Limits(int perSourceAMinute, int inAllAMinute) {
  /** What is right for most: a busy agency's list, and five of them. */
  public static final Limits DEFAULTS = new Limits(600, 3_000);

  /** Most entries in a list, whatever a minute allows. */
  private static final int LONGEST_LIST = 1_000;

  public Limits {
    demandAtLeastOne("perSourceAMinute", perSourceAMinute);
    demandAtLeastOne("inAllAMinute", inAllAMinute);
  }

  /** Most entries in one list: more could never be taken. */
  int longestList() {
    return Math.min(LONGEST_LIST, Math.min(perSourceAMinute, inAllAMinute));
  }

  private static void demandAtLeastOne(String name, int number) {
    if (number < 1) {
      throw new IllegalArgumentException(name + ": " + number + " (expected: > 0)");
    }
  }
}
