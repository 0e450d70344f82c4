package org.marsad.processor.state;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.marsad.message.StrikeReport;
import org.marsad.processor.rules.TimePrecision;
import org.marsad.processor.rules.TimeSpan;
import org.marsad.processor.rules.heaviest.Days;

/**
 * The reports of one area and reality, found by id, and the finely timed ones by time. Short
 * intervals are filed under the hour in which they start, longer ones under each day they touch.
 * Serves one record: what {@link #near} read it keeps, and what was filed since is not in it.
 */
public final class ReportStore {
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final String SHORT = "s";
  private static final String LONG = "l";
  private static final byte[] PRESENT = {1};

  private final Shelf<StoredReport> byId;
  private final Shelf.InOrder<byte[]> byTime;
  private final NewestDayStore newestDays;
  private final String area;
  private final String reality;
  private final Units shortOnes;
  private final Units longOnes;

  public ReportStore(Concerns concerns, String area, String reality) {
    byId = concerns.reports();
    byTime = concerns.reportsByTime();
    newestDays = new NewestDayStore(concerns);
    this.area = area;
    this.reality = reality;
    shortOnes = new Units(SHORT);
    longOnes = new Units(LONG);
  }

  /** What is known of a report; in most areas nobody ever told of an exercise. */
  public @Nullable StoredReport find(String reportId) {
    return newestDays.isKnown(area, reality)
        ? byId.get(Keys.of(area).then(reality).then(reportId).key())
        : null;
  }

  /** Files a report; what no rule reads stays in the log alone. */
  public void put(StrikeReport report, long accepted, String strikeId, @Nullable Days heard) {
    put(report.getReportId(), new StoredReport(accepted, strikeId, heard, lean(report)));
  }

  /** A copy of the fields, not of what is in them: Avro's builder would copy every value. */
  public static StrikeReport lean(StrikeReport report) {
    var lean = new StrikeReport();
    for (var field : report.getSchema().getFields()) {
      lean.put(
          field.pos(),
          switch (field.name()) {
            case "note", "attribution" -> null;
            case "evidence" -> List.of();
            default -> report.get(field.pos());
          });
    }
    return lean;
  }

  public void tie(String reportId, StoredReport filed, String strikeId) {
    if (!filed.strikeId().equals(strikeId)) {
      put(reportId, new StoredReport(filed.accepted(), strikeId, filed.heard(), filed.report()));
    }
  }

  private void put(String reportId, StoredReport filed) {
    byId.put(Keys.of(area).then(reality).then(reportId).key(), filed);
  }

  public void delete(String reportId) {
    byId.delete(Keys.of(area).then(reality).then(reportId).key());
  }

  public void fileByTime(String reportId, TimeSpan time) {
    forTimeKeys(reportId, time, key -> byTime.put(key, PRESENT));
  }

  public void unfileByTime(String reportId, TimeSpan time) {
    forTimeKeys(reportId, time, byTime::delete);
  }

  /** The ids of finely timed reports whose interval can lie within some time of this one. */
  public Collection<String> near(TimeSpan time, Duration within) {
    var reach = within.plus(time.precision().unit()).plus(TimePrecision.HOUR.unit()).toMillis();
    var from = time.from().toEpochMilli() - reach;
    var until = time.until().toEpochMilli() + reach;
    Set<String> ids = new LinkedHashSet<>();
    ids.addAll(shortOnes.within((from - HOUR) / HOUR, until / HOUR));
    ids.addAll(longOnes.within(from / DAY, until / DAY));
    return ids;
  }

  /** Ids by hour or day: those last asked for, and one more on each side, where links go next. */
  private final class Units {
    private final String length;
    private final int keyStart;
    private final NavigableMap<Long, List<String>> ids = new TreeMap<>();
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    Units(String length) {
      this.length = length;
      keyStart = all(length).key().get().length;
    }

    List<String> within(long from, long until) {
      if (from < first || until > last) {
        first = Math.max(from - 1, 0);
        last = until + 1;
        read();
      }
      return ids.subMap(from, true, until, true).values().stream().flatMap(List::stream).toList();
    }

    private long unit(Bytes key) {
      return Long.MAX_VALUE - ByteBuffer.wrap(key.get()).getLong(keyStart);
    }

    private void read() {
      ids.clear();
      byTime.range(
          all(length).key(),
          timeKey(length, last).key(),
          timeKey(length, first).end(),
          (key, present) ->
              ids.computeIfAbsent(unit(key), u -> new ArrayList<>()).add(Keys.lastText(key)));
    }
  }

  private void forTimeKeys(String reportId, TimeSpan time, Consumer<Bytes> action) {
    var from = time.from().toEpochMilli();
    var until = time.until().toEpochMilli();
    if (until - from <= HOUR) {
      action.accept(timeKey(SHORT, from / HOUR).then(reportId).key());
    } else {
      for (var day = from / DAY; day <= until / DAY; day++) {
        action.accept(timeKey(LONG, day).then(reportId).key());
      }
    }
  }

  /** The latest comes first: most questions are about the last hours. */
  private Keys timeKey(String length, long unit) {
    return all(length).then(Long.MAX_VALUE - unit);
  }

  private Keys all(String length) {
    return Keys.of(area).then(reality).then(length);
  }
}
