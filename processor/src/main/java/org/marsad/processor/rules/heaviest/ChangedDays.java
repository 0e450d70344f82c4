package org.marsad.processor.rules.heaviest;

import java.util.List;
import java.util.TreeSet;
import org.marsad.processor.rules.Scope;
import org.marsad.processor.rules.heaviest.Book.Cell;

/** The days of a book that are no longer what was told of them. */
final class ChangedDays {
  private final Book book;
  private final TreeSet<Cell> cells = new TreeSet<>(Cell.ORDER);

  ChangedDays(Book book) {
    this.book = book;
  }

  /** A day of a scope. */
  void add(Cell cell) {
    cells.add(cell);
  }

  /** A day of the area and of all its neighbourhoods that were hit. */
  void addAll(long day) {
    cells.add(new Cell(book.area(), day));
    addHit(day);
  }

  /** As they are now, by scope and day; they are forgotten here. */
  List<CountedDay> take() {
    var somewhere = cells.stream().filter(cell -> book.isSomewhere(cell.scopeCode())).toList();
    somewhere.forEach(cells::remove);
    somewhere.forEach(cell -> addHit(cell.day())); // it may have happened in any of them
    var days = cells.stream().map(this::counted).toList();
    cells.clear();
    return days;
  }

  private void addHit(long day) {
    var hit = book.day(book.area(), day).totals().neighbourhoods().keySet();
    hit.forEach(code -> cells.add(new Cell(code, day)));
  }

  private CountedDay counted(Cell cell) {
    var totals = book.day(cell.scopeCode(), cell.day()).totals();
    return new CountedDay(
        book.isArea(cell.scopeCode()) ? Scope.AREA : Scope.NEIGHBOURHOOD,
        cell.scopeCode(),
        cell.day(),
        book.watching().isHeard(cell.day()),
        totals.strikes(),
        totals.lineages(),
        total(cell, Counted.IMPACTS),
        total(cell, Counted.KILLED),
        total(cell, Counted.INJURED),
        total(cell, Counted.CASUALTIES));
  }

  private CountedDay.Total total(Cell cell, Counted counted) {
    var totals = book.day(cell.scopeCode(), cell.day()).totals();
    return new CountedDay.Total(
        totals.known(counted) == null ? null : book.value(cell.scopeCode(), cell.day(), counted),
        totals.unreported(counted));
  }
}
