package org.marsad.processor.rules.merging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which strike each group of reports is. A strike keeps its id for life: a part that holds the
 * founding report keeps the id at a split, the larger and then the older strike survives a merge,
 * and a group that is nobody's is named after its first accepted report.
 */
public final class StrikeIds {
  /**
   * A strike as it stood before.
   *
   * @param id its id
   * @param members the reports that made it
   * @param founder the report that it was founded by
   * @param accepted when the founder was accepted: a rising number, not a time
   */
  public record Before(String id, Set<String> members, String founder, long accepted) {
    public Before {
      members = Set.copyOf(members);
    }
  }

  /**
   * What becomes of the strikes.
   *
   * @param named each group's strike id, in the order of the groups
   * @param mergedInto strikes that became part of another, with that other's id
   * @param ended strikes of which nothing is left
   */
  public record After(List<String> named, Map<String, String> mergedInto, Set<String> ended) {}

  private StrikeIds() {}

  /**
   * Names the groups.
   *
   * @param groups report ids, each report in one group
   * @param strikes all strikes that had any of these reports before
   * @param accepted when each report was first accepted
   * @param idOf the id that a report founds
   * @param taken whether another standing strike already has an id
   */
  public static After name(
      List<List<String>> groups,
      Collection<Before> strikes,
      Map<String, Long> accepted,
      Function<String, String> idOf,
      Predicate<String> taken) {
    var claims = claims(groups, strikes);
    var named = new ArrayList<@Nullable String>();
    var mergedInto = new LinkedHashMap<String, String>();
    var standing = new HashSet<String>();
    for (var i = 0; i < groups.size(); i++) {
      var claimants = claims.getOrDefault(i, List.of());
      if (claimants.isEmpty()) {
        named.add(null);
        continue;
      }
      var survivor = claimants.get(0).id();
      standing.add(survivor);
      named.add(survivor);
      claimants.stream().skip(1).forEach(loser -> mergedInto.put(loser.id(), survivor));
    }
    var result = new ArrayList<String>();
    for (var i = 0; i < groups.size(); i++) {
      var name = named.get(i);
      if (name == null) {
        name = found(groups.get(i), accepted, idOf, id -> standing.contains(id) || taken.test(id));
        standing.add(name);
        mergedInto.remove(name);
      }
      result.add(name);
    }
    var ended = new HashSet<String>();
    for (var strike : strikes) {
      if (!standing.contains(strike.id()) && !mergedInto.containsKey(strike.id())) {
        ended.add(strike.id());
      }
    }
    return new After(result, mergedInto, ended);
  }

  /** For each group the strikes that claim it, the survivor first: the larger, then the older. */
  private static Map<Integer, List<Before>> claims(
      List<List<String>> groups, Collection<Before> strikes) {
    var claims = new HashMap<Integer, List<Before>>();
    for (var strike : strikes) {
      var best = -1;
      var bestScore = 0L;
      for (var i = 0; i < groups.size(); i++) {
        var shared = groups.get(i).stream().filter(strike.members()::contains).count();
        var score =
            groups.get(i).contains(strike.founder()) && shared > 0 ? Long.MAX_VALUE : shared;
        if (score > bestScore) {
          best = i;
          bestScore = score;
        }
      }
      if (best >= 0) {
        claims.computeIfAbsent(best, i -> new ArrayList<>()).add(strike);
      }
    }
    claims
        .values()
        .forEach(
            list ->
                list.sort(
                    Comparator.comparingInt((Before s) -> -s.members().size())
                        .thenComparingLong(Before::accepted)
                        .thenComparing(Before::id)));
    return claims;
  }

  private static String found(
      List<String> group,
      Map<String, Long> accepted,
      Function<String, String> idOf,
      Predicate<String> taken) {
    var founders =
        group.stream()
            .sorted(
                Comparator.comparing((String id) -> accepted.getOrDefault(id, Long.MAX_VALUE))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    for (var salt = 0; ; salt++) {
      for (var founder : founders) {
        var id = idOf.apply(salt == 0 ? founder : founder + "#" + salt);
        if (!taken.test(id)) {
          return id;
        }
      }
    }
  }
}
