package org.marsad.standalone.backtest;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.marsad.consumer.fanout.rehearsal.Line;
import org.marsad.consumer.operations.facts.Zones;
import org.marsad.message.Alert;
import org.marsad.message.SubjectKind;

/**
 * How much a rehearsal would have told each subscriber over each channel: a message is what rings
 * there, a summary among it.
 */
public final class RehearsalTally {
  private final Map<String, Alert> alerts = new HashMap<>();
  private final Map<String, Told> told = new TreeMap<>();
  private ZoneId zone = ZoneOffset.UTC;

  /**
   * @param alerts every revision that is rehearsed: days are local ones of their areas
   */
  public RehearsalTally(Collection<Alert> alerts) {
    alerts.forEach(alert -> this.alerts.put(alert.getAlertId(), alert));
  }

  /** What one subscriber was told over one channel. */
  private static final class Told {
    private final Map<LocalDate, Integer> byDay = new TreeMap<>();
    private final Map<String, Integer> byStrike = new TreeMap<>();
    private long quiet;
    private long unsent;
  }

  /**
   * Of one subscriber's one channel.
   *
   * @param who subscriber and channel
   * @param messages that ring, in all
   * @param days on which there was any
   * @param median of messages on such a day
   * @param most on one day
   * @param strikes told of in messages of their own
   * @param mostOfOneStrike most messages about one strike
   * @param aboutStrikes messages about strikes
   * @param quiet updates without a sound
   * @param unsent revisions that would not have been sent
   */
  public record Row(
      String who,
      long messages,
      long days,
      double median,
      long most,
      long strikes,
      long aboutStrikes,
      long mostOfOneStrike,
      long quiet,
      long unsent) {}

  /** Counts one line of the rehearsal. */
  public void add(Line line) {
    var one =
        told.computeIfAbsent(line.subscriber() + " over " + line.channel(), who -> new Told());
    if (!line.isDelivered()) {
      one.unsent++;
      return;
    }
    if (!line.interrupts()) {
      one.quiet++;
      return;
    }
    var alert = alerts.get(line.alertId());
    if (alert != null) {
      zone = Zones.of(alert);
    }
    one.byDay.merge(LocalDate.ofInstant(line.at(), zone), 1, Integer::sum);
    if (alert != null && alert.getSubject().getKind() == SubjectKind.STRIKE) {
      one.byStrike.merge(line.alertId(), 1, Integer::sum);
    }
  }

  /** A row for each, by subscriber and channel. */
  public List<Row> rows() {
    var rows = new ArrayList<Row>();
    told.forEach((who, one) -> rows.add(row(who, one)));
    return rows;
  }

  private static Row row(String who, Told one) {
    return new Row(
        who,
        sum(one.byDay.values()),
        one.byDay.size(),
        median(one.byDay.values()),
        most(one.byDay.values()),
        one.byStrike.size(),
        sum(one.byStrike.values()),
        most(one.byStrike.values()),
        one.quiet,
        one.unsent);
  }

  private static long sum(Collection<Integer> counts) {
    return counts.stream().mapToLong(Integer::longValue).sum();
  }

  private static long most(Collection<Integer> counts) {
    return counts.stream().mapToLong(Integer::longValue).max().orElse(0);
  }

  private static double median(Collection<Integer> counts) {
    var sorted = counts.stream().sorted().toList();
    var size = sorted.size();
    return size == 0 ? 0 : (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2.0;
  }
}
