package org.marsad.processor.rules.heaviest;

/** The keys under which a ledger keeps its values. */
final class LedgerKeys {
  /** The first day that was not forgotten yet. */
  static final String SWEPT = "swept";

  private LedgerKeys() {}

  /** What one strike adds. */
  static String contribution(String strikeId) {
    return "contribution|" + strikeId;
  }

  /** The sums of one scope's day, and the index of its strikes. */
  static String day(String scopeCode, long day) {
    return "day|" + scopeCode + '|' + day;
  }

  /** A part of one scope's day that lies beside it. */
  static String part(String scopeCode, long day, String name) {
    return "part|" + scopeCode + '|' + day + '|' + name;
  }

  /** The part of a day that holds some of its strikes. */
  static String strikes(int leaf) {
    return "strikes|" + leaf;
  }

  /** The part of a day that holds what some of the sources say of it. */
  static String sources(int bucket) {
    return "sources|" + bucket;
  }

  /** A node of the tree over one scope's days. */
  static String node(String scopeCode, int level, long index) {
    return "node|" + scopeCode + '|' + level + '|' + index;
  }

  /** Which days of a stretch somebody was heard of. */
  static String heard(long stretch) {
    return "heard|" + stretch;
  }

  /** How many reports touch each day of a month's length, and on which a heartbeat fell. */
  static String heardBy(long stretch) {
    return "heard-by|" + stretch;
  }

  /** Which records stand on the area's day. */
  static String records(long day) {
    return "records|" + day;
  }
}
