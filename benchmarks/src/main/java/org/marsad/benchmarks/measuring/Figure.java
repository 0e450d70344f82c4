package org.marsad.benchmarks.measuring;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What a benchmark found.
 *
 * @param name what was measured
 * @param unit of ours and the baseline
 * @param ours our median
 * @param baseline the baseline's median
 * @param ratio ours over the baseline, pair by pair
 * @param mark that the median ratio is to keep
 * @param cpuSecondsOurs median CPU time of our process
 * @param cpuSecondsBaseline median CPU time of the baseline's process
 * @param pairs that were kept
 * @param noisy other processes took over 5 % of the machine in some pair
 */
public record Figure(
    String name,
    String unit,
    double ours,
    double baseline,
    Spread ratio,
    Mark mark,
    double cpuSecondsOurs,
    double cpuSecondsBaseline,
    int pairs,
    boolean noisy) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What pairs of runs come to.
   *
   * @param pairs one or more
   */
  public static Figure of(String name, String unit, Mark mark, List<Pair> pairs) {
    return new Figure(
        name,
        unit,
        Spread.of(pairs.stream().map(p -> p.ours().value()).toList()).median(),
        Spread.of(pairs.stream().map(p -> p.baseline().value()).toList()).median(),
        Spread.of(pairs.stream().map(Pair::ratio).toList()),
        mark,
        Spread.of(pairs.stream().map(p -> p.ours().cpuSeconds()).toList()).median(),
        Spread.of(pairs.stream().map(p -> p.baseline().cpuSeconds()).toList()).median(),
        pairs.size(),
        pairs.stream().anyMatch(Pair::noisy));
  }

  public boolean isReached() {
    return mark.isKeptBy(ratio.median());
  }

  /** One line of JSON. */
  public ObjectNode json() {
    var node = JSON.createObjectNode();
    node.put("name", name).put("unit", unit);
    node.put("ours", rounded(ours)).put("baseline", rounded(baseline));
    node.putObject("ratio")
        .put("median", rounded(ratio.median()))
        .put("min", rounded(ratio.min()))
        .put("max", rounded(ratio.max()));
    node.put("noisy", noisy).put("mark", mark.toString()).put("reached", isReached());
    node.put("cpuSecondsOurs", rounded(cpuSecondsOurs));
    node.put("cpuSecondsBaseline", rounded(cpuSecondsBaseline));
    return node.put("pairs", pairs);
  }

  /** The heads of the columns of {@link #row()}. */
  public static String heads() {
    return "%-20s %-14s %10s %10s  %-22s %-8s %-8s %11s  %s"
        .formatted(
            "name", "unit", "ours", "baseline", "ratio (min–max)", "mark", "", "CPU s", "noisy");
  }

  /** One line of a table. */
  public String row() {
    return "%-20s %-14s %10s %10s  %-22s %-8s %-8s %11s  %s"
        .formatted(
            name,
            unit,
            number(ours),
            number(baseline),
            "%.2f (%.2f–%.2f)".formatted(ratio.median(), ratio.min(), ratio.max()),
            mark,
            isReached() ? "reached" : "MISSED",
            "%.1f/%.1f".formatted(cpuSecondsOurs, cpuSecondsBaseline),
            noisy ? "noisy" : "no");
  }

  static String number(double value) {
    return value >= 1000 ? "%,.0f".formatted(value) : "%.1f".formatted(value);
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
