package org.marsad.consumer.operations.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lines of at most 100 columns: titles, paragraphs, labelled rows and tables. The marks that keep
 * text of two directions apart take no column.
 */
final class Sheet {
  private static final int WIDTH = 100;
  private static final int LABEL = 12;
  private static final Pattern NO_COLUMN = Pattern.compile("[\\u2066-\\u2069]");

  private final List<String> lines = new ArrayList<>();

  List<String> lines() {
    return List.copyOf(lines);
  }

  void blank() {
    lines.add("");
  }

  /** Takes an empty last line back. */
  void dropBlank() {
    if (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
  }

  void title(String text) {
    blank();
    lines.add(text);
  }

  /** A paragraph. */
  void text(int indent, String text) {
    hanging(" ".repeat(indent), " ".repeat(indent), text);
  }

  /** A label and what it says; what does not fit goes on below the text, not below the label. */
  void row(int indent, String label, String text) {
    var first = " ".repeat(indent) + pad(label, LABEL);
    hanging(first, " ".repeat(width(first)), text);
  }

  /** Rows whose first {@code left} columns are aligned left, the others right. */
  void table(int indent, int left, List<List<String>> rows) {
    var columns = rows.stream().mapToInt(List::size).max().orElse(0);
    var widths = new int[columns];
    for (var row : rows) {
      for (var i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    for (var row : rows) {
      var line = new StringBuilder(" ".repeat(indent));
      for (var i = 0; i < row.size(); i++) {
        var gap = " ".repeat(widths[i] - width(row.get(i)));
        line.append(i < left ? row.get(i) + gap : gap + row.get(i)).append("  ");
      }
      lines.add(line.toString().stripTrailing());
    }
  }

  /** A fact a row: its name, its value, and what it means where there is room for it. */
  void facts(int indent, List<List<String>> rows) {
    var name = rows.stream().mapToInt(row -> width(row.get(0))).max().orElse(0) + 2;
    var value = rows.stream().mapToInt(row -> width(row.get(1))).max().orElse(0) + 2;
    for (var row : rows) {
      var first = " ".repeat(indent) + pad(row.get(0), name) + pad(row.get(1), value);
      hanging(first, " ".repeat(indent + name + 2), row.get(2));
    }
  }

  private void hanging(String first, String later, String text) {
    var line = new StringBuilder(first);
    var isEmpty = true;
    for (var word : text.split(" ", -1)) {
      if (!isEmpty && width(line) + 1 + width(word) > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(later);
        isEmpty = true;
      }
      line.append(isEmpty ? "" : " ").append(word);
      isEmpty = false;
    }
    lines.add(line.toString().stripTrailing());
  }

  private static int width(CharSequence text) {
    return NO_COLUMN.matcher(text).replaceAll("").length();
  }

  static String pad(String text, int width) {
    var taken = width(text);
    return taken >= width ? text + " " : text + " ".repeat(width - taken);
  }
}
