package org.marsad.producer.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Counts out of the cells of a row; one that cannot be read is left out, and marked. */
final class CountCells {
  private final Notation notation;
  private final RowFaults faults;

  CountCells(Notation notation, RowFaults faults) {
    this.notation = notation;
    this.faults = faults;
  }

  /**
   * Puts one cell, or up to three, into the report; a best alone is the low as well.
   *
   * @param field impacts, killed or injured
   * @param valueOf what stands for the field, and for {@code field.low}, {@code .best}, {@code
   *     .high}
   */
  void put(ObjectNode report, String field, UnaryOperator<String> valueOf) {
    var whole = count(field, field, valueOf);
    var low = count(field, field + ".low", valueOf);
    var best = count(field, field + ".best", valueOf);
    var high = count(field, field + ".high", valueOf);
    var least = whole != null ? whole : low != null ? low : best;
    if (least == null) {
      return;
    }
    var range = report.putObject(field);
    range.put("low", least.low());
    range.put("best", best != null ? best.best() : least.best());
    var most = whole != null ? whole.high() : high == null ? null : high.high();
    if (most != null) {
      range.put("high", most);
    }
  }

  private @Nullable CountText count(String field, String cell, UnaryOperator<String> valueOf) {
    var value = valueOf.apply(cell);
    if (CountText.isNotReported(value) || notation.isNotReported(value)) {
      return null;
    }
    var count = CountText.read(value, notation.decimal());
    if (count.isEmpty()) {
      faults.leaveOut(
          Objects.requireNonNull(field).toUpperCase(Locale.ROOT) + "_UNREADABLE",
          cell,
          value,
          "12, 10+, >10, 3–5, about 15, or - where it was not reported");
    }
    return count.orElse(null);
  }
}
