package org.marsad.processor.rules.heaviest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.heaviest.Book.Cell;
import org.marsad.processor.rules.heaviest.RecordLedger.Change;

/** Replaces what strikes added by what they add now, and finds what that can change. */
final class Booking {
  private final Book book;
  private final Affected affected;

  /** The rows of all touched days before. */
  private final Map<Cell, Row> rowsBefore = new TreeMap<>(Cell.ORDER);

  /** What others of the day are compared with otherwise now: as it was, and as it is. */
  private final Map<Cell, List<Entry>> comparedOtherwise = new TreeMap<>(Cell.ORDER);

  Booking(Book book, Affected affected) {
    this.book = book;
    this.affected = affected;
  }

  void apply(Collection<Change> changes) {
    var added = new ArrayList<Contribution>();
    for (var change : changes) {
      var before = book.contribution(change.strikeId());
      var now = change.now();
      if (Objects.equals(before, now)) {
        continue;
      }
      var isCompared = isComparedOtherwise(before, now);
      if (before != null) {
        touch(before, isCompared);
        book.remove(before);
      }
      if (now != null) {
        touch(now, isCompared);
        added.add(now);
      }
      book.replace(change.strikeId(), now);
    }
    added.forEach(book::add); // after all have gone: reports move from one strike to another
    rowsBefore.keySet().forEach(book::refreshRow);
    rowsBefore.forEach(this::addAffected);
  }

  private void touch(Contribution strike, boolean isCompared) {
    affected.addStrike(strike.lastDay(), strike.strikeId());
    for (var cell : book.cells(strike)) {
      rowsBefore.computeIfAbsent(cell, c -> book.tree(c.scopeCode()).get(c.day()));
      if (isCompared) {
        comparedOtherwise.computeIfAbsent(cell, c -> new ArrayList<>()).add(Entry.of(strike));
      }
    }
  }

  private void addAffected(Cell cell, Row before) {
    affected.addDay(cell);
    affected.addStrikesAfter(cell, comparedOtherwise.getOrDefault(cell, List.of()));
    affected.addLater(cell, before, book.tree(cell.scopeCode()).get(cell.day()));
  }

  private static boolean isComparedOtherwise(
      @Nullable Contribution before, @Nullable Contribution now) {
    return before == null
        || now == null
        || !Objects.equals(before.neighbourhood(), now.neighbourhood())
        || before.firstCounted() != now.firstCounted()
        || before.lastDay() != now.lastDay()
        || !Entry.of(before).isComparedLike(Entry.of(now));
  }
}
