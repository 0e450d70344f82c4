package org.marsad.processor.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.merging.StandingStrike;
import org.marsad.processor.rules.wave.Wave;
import org.marsad.processor.rules.wave.WaveNames;
import org.marsad.processor.rules.wave.WaveRule;
import org.marsad.schemas.Areas;

/** Which strikes form a wave, and which alert speaks of it: WAVE. */
final class JudgeWaves implements Judge {
  private final WaveRule rule;
  private final AlertMessages messages;
  private final AlertLifecycle lifecycle;
  private final KeyValueStore<Bytes, byte[]> waves;

  JudgeWaves(
      WaveRule rule,
      AlertMessages messages,
      AlertLifecycle lifecycle,
      KeyValueStore<Bytes, byte[]> waves) {
    this.rule = rule;
    this.messages = messages;
    this.lifecycle = lifecycle;
    this.waves = waves;
  }

  @Override
  public List<Alert> judge(StrikeChanges changes, AreaMap map, AreaStrikes strikes) {
    if (changes.cause().area().equals(Areas.UNPLACED)) {
      return List.of(); // strikes of nowhere have nothing to do with one another
    }
    var touched = new TreeMap<String, StandingStrike>();
    var former = new TreeMap<String, String>();
    for (var change : changes.changes()) {
      for (var strike : change.timed()) {
        rule.chainsAround(strike.what().time(), strikes::touching)
            .forEach(linked -> touched.put(linked.id(), linked));
        remember(strike.id(), changes.cause(), former);
      }
    }
    touched.keySet().forEach(strikeId -> remember(strikeId, changes.cause(), former));
    var found = new ArrayList<Wave>();
    for (var chain : rule.chains(touched.values())) {
      rule.judge(chain).ifPresent(found::add);
    }
    return found.isEmpty() && former.isEmpty()
        ? List.of()
        : publish(found, former, changes.cause(), map);
  }

  private List<Alert> publish(
      List<Wave> found, Map<String, String> former, Cause cause, AreaMap map) {
    var alerts = new ArrayList<Alert>();
    var names = WaveNames.match(found, former);
    var now = new TreeMap<String, String>();
    for (var i = 0; i < found.size(); i++) {
      var wave = found.get(i);
      var kept = names.kept().get(i);
      var alertId = kept == null ? free(AlertMessages.waveId(wave, cause)) : kept;
      wave.strikes().forEach(strike -> now.put(strike.id(), alertId));
      lifecycle.claim(messages.wave(alertId, wave, rule, cause, map)).ifPresent(alerts::add);
    }
    file(former, now, cause);
    names
        .ended()
        .forEach(
            (alertId, fate) ->
                lifecycle
                    .withdraw(alertId, AlertMessages.reason(fate.name()), cause.at())
                    .ifPresent(alerts::add));
    return alerts;
  }

  private void file(Map<String, String> former, Map<String, String> now, Cause cause) {
    former.keySet().stream()
        .filter(strikeId -> !now.containsKey(strikeId))
        .forEach(strikeId -> waves.delete(key(strikeId, cause)));
    now.forEach(
        (strikeId, alertId) -> {
          if (!alertId.equals(former.get(strikeId))) {
            waves.put(key(strikeId, cause), Keys.of(alertId).key().get());
          }
        });
  }

  /** Two waves can begin at the same time, one after the other was split off. */
  private String free(String alertId) {
    var free = alertId;
    for (var n = 2; lifecycle.stands(free); n++) {
      free = alertId + "-" + n;
    }
    return free;
  }

  private void remember(String strikeId, Cause cause, Map<String, String> former) {
    var alertId = alertOf(strikeId, cause);
    if (alertId != null) {
      former.put(strikeId, alertId);
    }
  }

  private @Nullable String alertOf(String strikeId, Cause cause) {
    var bytes = waves.get(key(strikeId, cause));
    return bytes == null ? null : Keys.lastText(Bytes.wrap(bytes));
  }

  private static Bytes key(String strikeId, Cause cause) {
    return Keys.of(cause.area()).then(cause.reality().name()).then(strikeId).key();
  }
}
