package org.marsad.processor.oracle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.TreeSet;
import org.marsad.message.Reality;

/** On which local days anybody was heard, in one reality. */
final class Watching {
  private final TreeSet<LocalDate> heard = new TreeSet<>();

  Watching(World world, Reality reality) {
    for (var report : Merging.newest(world)) {
      if (report.getReality() == reality) {
        var from = report.getOccurredFrom();
        var until = report.getOccurredUntil();
        var last = until.isAfter(from) ? until.minusMillis(1) : until;
        from.atZone(world.zone())
            .toLocalDate()
            .datesUntil(last.atZone(world.zone()).toLocalDate().plusDays(1))
            .forEach(heard::add);
      }
    }
    for (var heartbeat : world.heartbeats()) {
      if (heartbeat.getReality() == reality) {
        heard.add(heartbeat.getSentAt().atZone(world.zone()).toLocalDate());
      }
    }
    var profile = world.profile();
    if (profile != null && profile.getRecordsBegan() != null) {
      heard.add(profile.getRecordsBegan());
    }
  }

  boolean isHeard(LocalDate day) {
    return heard.contains(day);
  }

  /** The first day heard of after the latest pause before the day; the day itself at the latest. */
  LocalDate since(LocalDate day) {
    var since = day;
    for (var earlier = heard.lower(day); earlier != null; earlier = heard.lower(earlier)) {
      if (ChronoUnit.DAYS.between(earlier, since) - 1 > Thresholds.PAUSE_DAYS) {
        return since;
      }
      since = earlier;
    }
    return since;
  }

  /** The longest run of days, after the one and before the other, that nobody was heard of. */
  int longestSilence(LocalDate after, LocalDate before) {
    var longest = 0;
    var run = 0;
    for (var day = after.plusDays(1); day.isBefore(before); day = day.plusDays(1)) {
      run = isHeard(day) ? 0 : run + 1;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
