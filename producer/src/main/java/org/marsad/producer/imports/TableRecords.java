package org.marsad.producer.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.marsad.producer.text.TextFile;

/** The records of a table in the order of the file, with the numbers of their lines. */
final class TableRecords implements Iterator<TableRecords.Numbered>, AutoCloseable {
  /** How far down a header may stand: titles and notes stand above it. */
  private static final int LOWEST_HEADER = 25;

  private static final int SEP_LINE = 16;
  private static final Pattern SEP =
      Pattern.compile("\"?sep=(.)\"?\\r?\\n", Pattern.CASE_INSENSITIVE);
  private static final CSVFormat LENIENT =
      CSVFormat.RFC4180
          .builder()
          .setIgnoreEmptyLines(true)
          .setTrailingData(true)
          .setLenientEof(true)
          .get();

  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final Deque<Numbered> ahead = new ArrayDeque<>();
  private final int linesBefore;

  /**
   * Opens a file.
   *
   * @param delimiter unless the file says another in a line {@code sep=;} at its start
   */
  TableRecords(TextFile text, char delimiter) throws IOException {
    var reader = text.open();
    var said = saidDelimiter(reader);
    this.linesBefore = said.isPresent() ? 1 : 0;
    this.parser =
        CSVParser.builder()
            .setReader(reader)
            .setFormat(LENIENT.builder().setDelimiter(said.orElse(delimiter)).get())
            .get();
    this.records = parser.iterator();
  }

  /**
   * A record.
   *
   * @param line number of its first line in the file, from 1
   */
  record Numbered(long line, CSVRecord values) {
    boolean isBlank() {
      return values.stream().allMatch(String::isBlank);
    }
  }

  /**
   * Goes behind the header: the first line that will do, with the row of HXL tags below it.
   *
   * @return the headers that were tried, and the one that will do at the end where there is one
   */
  List<TableHeader> findHeader(Predicate<TableHeader> willDo) {
    var first = new ArrayList<Numbered>();
    while (first.size() <= LOWEST_HEADER && hasNext()) {
      first.add(next());
    }
    var tried = new ArrayList<TableHeader>();
    for (var i = 0; i < first.size(); i++) {
      var below = i + 1 < first.size() ? first.get(i + 1).values().toList() : List.<String>of();
      var tags = HxlTag.isRow(below) ? below : List.<String>of();
      var header = new TableHeader(first.get(i).values().toList(), tags);
      tried.add(header);
      if (willDo.test(header)) {
        ahead.addAll(first.subList(i + (tags.isEmpty() ? 1 : 2), first.size()));
        return tried;
      }
    }
    return tried;
  }

  @Override
  public boolean hasNext() {
    return !ahead.isEmpty() || records.hasNext();
  }

  @Override
  public Numbered next() {
    if (!ahead.isEmpty()) {
      return ahead.remove();
    }
    var values = records.next();
    var line = linesBefore + parser.getCurrentLineNumber() - linesWithin(values);
    return new Numbered(line, values);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private static long linesWithin(CSVRecord values) {
    return values.stream().flatMapToInt(String::chars).filter(c -> c == '\n').count();
  }

  private static Optional<Character> saidDelimiter(BufferedReader reader) throws IOException {
    reader.mark(SEP_LINE);
    var start = new StringBuilder();
    for (var c = reader.read(); c >= 0; c = reader.read()) {
      start.append((char) c);
      if (c == '\n' || start.length() == SEP_LINE) {
        break;
      }
    }
    var said = SEP.matcher(start);
    if (said.matches()) {
      return Optional.of(said.group(1).charAt(0));
    }
    reader.reset();
    return Optional.empty();
  }
}
