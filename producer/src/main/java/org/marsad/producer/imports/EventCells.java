package org.marsad.producer.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.marsad.producer.text.PastedText;
import org.marsad.schemas.checks.ReportChecks;

/** What the datasets of events have in common: codes, and texts of any length. */
final class EventCells {
  private EventCells() {}

  /** A code; one that went through a table of floating-point numbers is the same: 1.0 is 1. */
  static String code(String text) {
    return PastedText.number(text).replaceFirst("\\.0+$", "");
  }

  /**
   * What a code stands for, put under a field; an unknown code refuses the row.
   *
   * @param meanings by code
   */
  static void putSymbol(
      ObjectNode report,
      String field,
      Table.Row row,
      String column,
      Map<String, ? extends Enum<?>> meanings,
      RowFaults faults) {
    var meaning = meanings.get(code(row.get(column)));
    if (meaning == null) {
      faults.refuse(
          column, row.get(column), "one of " + meanings.keySet().stream().sorted().toList());
    } else {
      report.put(field, meaning.name());
    }
  }

  static void putText(ObjectNode report, String field, String text) {
    if (!text.isEmpty()) {
      report.put(field, text);
    }
  }

  static void putNote(ObjectNode report, String text) {
    putText(report, "note", text.substring(0, Math.min(text.length(), ReportChecks.NOTE_LIMIT)));
  }
}
