package org.marsad.processor.rules.wave;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.merging.StandingStrike;

/**
 * Which strikes of an area form chains, kept up as strikes come, change and go. A new strike, or
 * one that changed, costs what lies within the gap around it, however long the chain is; where a
 * chain breaks, or strikes merge, its strikes are read again.
 */
public final class WaveBook {
  /**
   * One strike before and now, known within an hour.
   *
   * @param before null where it was none
   * @param now null where it is none any more
   */
  public record Change(@Nullable StandingStrike before, @Nullable StandingStrike now) {
    String id() {
      return Objects.requireNonNull(now != null ? now : before).id();
    }
  }

  /**
   * A wave as it is now.
   *
   * @param chain its strikes; whoever names it keeps it
   * @param wave what it comes to
   */
  public record Standing(Chain chain, Wave wave) {}

  /**
   * What became of the waves.
   *
   * @param standing those that changed; one without an alert is new
   * @param ended alerts of which no strikes are a wave any more, each with the alert that speaks of
   *     its strikes now, empty where none does
   */
  public record Outcome(List<Standing> standing, Map<String, String> ended) {}

  private final WaveRule rule;
  private final ChainStore chains;
  private final WaveRule.Lookup strikes;
  private final List<Chain> changed = new ArrayList<>();
  private final Map<String, String> ended = new TreeMap<>();

  /**
   * Serves one change.
   *
   * @param strikes the strikes as they are now
   */
  public WaveBook(WaveRule rule, ChainStore chains, WaveRule.Lookup strikes) {
    this.rule = rule;
    this.chains = chains;
    this.strikes = strikes;
  }

  /** Works changes in, all at once. */
  public Outcome apply(List<Change> changes) {
    if (changes.size() != 1 || !workIn(changes.get(0))) {
      changed.clear();
      ended.clear();
      rebuild(changes);
    }
    var standing = new ArrayList<Standing>();
    for (var chain : changed) {
      var wave = rule.judge(chain);
      if (wave.isPresent()) {
        standing.add(new Standing(chain, wave.get()));
      } else {
        unname(chain);
        chains.put(chain);
      }
    }
    return new Outcome(standing, ended);
  }

  /** One strike's change; false where its chain breaks: then nothing was kept. */
  private boolean workIn(Change change) {
    var before = change.before();
    var now = change.now();
    if (before != null && now != null && before.what().time().equals(now.what().time())) {
      var chain = chainOf(before);
      if (chain == null) {
        return false;
      }
      chain.replace(before, now);
      changed.add(chain);
      return true;
    }
    if (before != null && !remove(before)) {
      return false;
    }
    if (now != null) {
      add(now);
    }
    return true;
  }

  private @Nullable Chain chainOf(StandingStrike strike) {
    var from = strike.what().time().from();
    var found = chains.touching(from, from);
    return found.isEmpty() ? null : found.get(0);
  }

  private boolean remove(StandingStrike strike) {
    var chain = chainOf(strike);
    if (chain == null) {
      return false;
    }
    var others = others(strike);
    if (chain.strikes() == 1) {
      chains.remove(chain.from());
      unname(chain);
      return true;
    }
    var time = strike.what().time();
    var from = time.from().equals(chain.from()) ? first(others) : chain.from();
    if (from == null || breaksWithout(strike, others, from)) {
      return false;
    }
    var until = time.until().equals(chain.until()) ? last(others) : chain.until();
    chains.remove(chain.from());
    chain.remove(strike, from, until);
    chains.put(chain);
    changed.add(chain);
    return true;
  }

  /** The other strikes of its chain within the gap around a strike, in order. */
  private List<StandingStrike> others(StandingStrike strike) {
    var time = strike.what().time();
    return strikes.touching(time.from().minus(rule.gap()), time.until().plus(rule.gap())).stream()
        .filter(other -> !other.id().equals(strike.id()))
        .sorted(StandingStrike.IN_ORDER)
        .toList();
  }

  private static @Nullable Instant first(List<StandingStrike> inOrder) {
    return inOrder.isEmpty() ? null : inOrder.get(0).what().time().from();
  }

  private static Instant last(Collection<StandingStrike> strikes) {
    return strikes.stream()
        .map(strike -> strike.what().time().until())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /**
   * Whether the others do not hold together any more. Whatever the strike held together lies within
   * the gap around it.
   *
   * @param from start of the chain without it
   */
  private boolean breaksWithout(StandingStrike strike, List<StandingStrike> others, Instant from) {
    var until = from.isBefore(strike.what().time().from().minus(rule.gap())) ? Instant.MIN : from;
    for (var other : others) {
      var time = other.what().time();
      var follows = !time.from().isBefore(strike.what().time().from());
      if (follows && (until.equals(Instant.MIN) || time.from().isAfter(until.plus(rule.gap())))) {
        return true;
      }
      until = time.until().isAfter(until) ? time.until() : until;
    }
    return others.isEmpty();
  }

  private void add(StandingStrike strike) {
    var time = strike.what().time();
    var linked =
        new ArrayList<>(
            chains.touching(time.from().minus(rule.gap()), time.until().plus(rule.gap())));
    linked.forEach(chain -> chains.remove(chain.from()));
    changed.removeIf(chain -> linked.stream().anyMatch(other -> other.from().equals(chain.from())));
    linked.sort(
        Comparator.comparing((Chain chain) -> chain.alertId().isEmpty())
            .thenComparingInt(chain -> -chain.strikes())
            .thenComparing(Chain::alertId));
    var grown = Chain.of(List.of(strike));
    for (var chain : linked) {
      grown.addAll(chain);
      if (grown.alertId().isEmpty()) {
        grown.setAlertId(chain.alertId());
      } else if (!chain.alertId().isEmpty()) {
        ended.put(chain.alertId(), grown.alertId());
      }
    }
    changed.add(grown);
  }

  /** Reads again all strikes of the chains that the changes touch. */
  private void rebuild(List<Change> changes) {
    var formerChains = new TreeMap<Instant, Chain>();
    var former = new HashMap<String, String>();
    for (var change : changes) {
      find(change.before(), formerChains);
      find(change.now(), formerChains);
    }
    var members = new TreeMap<String, StandingStrike>();
    var ids = new TreeSet<String>();
    changes.forEach(change -> ids.add(change.id()));
    for (var chain : formerChains.values()) {
      for (var strike : strikes.touching(chain.from(), chain.until())) {
        members.put(strike.id(), strike);
        if (!ids.contains(strike.id())) {
          former.put(strike.id(), chain.alertId());
        }
      }
      chains.remove(chain.from());
    }
    for (var change : changes) {
      var now = change.now();
      var before = change.before();
      if (now != null) {
        members.put(now.id(), now);
      }
      if (before != null) {
        former.put(before.id(), alertOf(before, formerChains));
      }
    }
    former.values().removeIf(String::isEmpty);
    name(rule.chains(members.values()), former);
  }

  private void find(@Nullable StandingStrike strike, Map<Instant, Chain> found) {
    if (strike != null) {
      var time = strike.what().time();
      chains
          .touching(time.from().minus(rule.gap()), time.until().plus(rule.gap()))
          .forEach(chain -> found.put(chain.from(), chain));
    }
  }

  private static String alertOf(StandingStrike strike, NavigableMap<Instant, Chain> chains) {
    var chain = chains.floorEntry(strike.what().time().from());
    return chain == null ? "" : chain.getValue().alertId();
  }

  private void name(List<List<StandingStrike>> parts, Map<String, String> former) {
    var waves =
        parts.stream()
            .map(part -> rule.isWave(part.size()) ? part : List.<StandingStrike>of())
            .toList();
    var names = WaveNames.match(waves, former);
    for (var i = 0; i < parts.size(); i++) {
      var chain = Chain.of(parts.get(i));
      chain.setAlertId(names.kept().getOrDefault(i, ""));
      changed.add(chain);
    }
    ended.putAll(names.ended());
  }

  private void unname(Chain chain) {
    if (!chain.alertId().isEmpty()) {
      ended.put(chain.alertId(), "");
      chain.setAlertId("");
    }
  }
}
