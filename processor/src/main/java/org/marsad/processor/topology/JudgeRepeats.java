package org.marsad.processor.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.marsad.message.Alert;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.merging.StandingStrike;
import org.marsad.processor.rules.repeat.RepeatStrikeRule;

/** Which strikes fell on the spot of an earlier one: REPEAT_STRIKE. */
final class JudgeRepeats implements Judge {
  private final RepeatStrikeRule rule;
  private final AlertMessages messages;
  private final AlertLifecycle lifecycle;

  JudgeRepeats(RepeatStrikeRule rule, AlertMessages messages, AlertLifecycle lifecycle) {
    this.rule = rule;
    this.messages = messages;
    this.lifecycle = lifecycle;
  }

  @Override
  public List<Alert> judge(StrikeChanges changes, AreaMap map, AreaStrikes strikes) {
    var alerts = new ArrayList<Alert>();
    var cause = changes.cause();
    for (var strike : affected(changes, strikes).values()) {
      var time = strike.what().time();
      var others = strikes.touching(time.from().minus(rule.window()), time.until());
      var message = strikes.message(strike.id());
      var repeat = rule.judge(strike, others);
      if (repeat.isPresent()) {
        lifecycle
            .claim(messages.repeat(message, repeat.get(), map, cause.at()))
            .ifPresent(alerts::add);
      } else if (!changes.isNew(strike.id())) {
        lifecycle
            .withdraw(
                AlertMessages.repeatId(message), AlertMessages.reason("NOT_REPEAT"), cause.at())
            .ifPresent(alerts::add);
      }
    }
    for (var change : changes.changes()) {
      if (change.before() != null && AreaStrikes.timed(change.standsNow()) == null) {
        lifecycle
            .withdraw(
                AlertMessages.repeatId(change.after()),
                JudgePlaces.whyGone(change, "NOT_REPEAT"),
                cause.at())
            .ifPresent(alerts::add);
      }
    }
    return alerts;
  }

  /** The strikes that changed, and those in whose past they were or are. */
  private Map<String, StandingStrike> affected(StrikeChanges changes, AreaStrikes strikes) {
    var affected = new TreeMap<String, StandingStrike>();
    for (var change : changes.changes()) {
      for (var strike : change.timed()) {
        var time = strike.what().time();
        strikes
            .touching(time.from(), time.until().plus(rule.window()))
            .forEach(later -> affected.put(later.id(), later));
      }
    }
    return affected;
  }
}
