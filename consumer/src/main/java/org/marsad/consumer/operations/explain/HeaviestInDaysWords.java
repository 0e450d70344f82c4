package org.marsad.consumer.operations.explain;

import java.util.ArrayList;
import java.util.List;
import org.marsad.message.Finding;
import org.marsad.message.RecordFacts;

/** HEAVIEST_IN_DAYS: each record, and for the first of them the days and the subtraction. */
final class HeaviestInDaysWords implements RuleWords {
  @Override
  public String sentence(Inquiry inquiry, Finding finding) {
    if (finding.getRecords().isEmpty()) {
      return new AnyRuleWords().sentence(inquiry, finding);
    }
    var others = finding.getRecordsInAll() - 1;
    return new RecordWords(inquiry, finding.getRecords().get(0)).sentence()
        + (others > 0 ? " " + inquiry.text().counted("record.more", others) : "");
  }

  @Override
  public void why(Inquiry inquiry, Finding finding, Sheet sheet) {
    var records = finding.getRecords();
    if (records.isEmpty()) {
      new AnyRuleWords().why(inquiry, finding, sheet);
      return;
    }
    var first = new RecordWords(inquiry, records.get(0));
    var text = inquiry.text();
    sheet.title(inquiry.title("record.title"));
    sheet.text(2, first.counted());
    sheet.row(2, text.of("label.likely"), first.likely());
    sheet.row(2, text.of("label.certain"), first.certain());
    sheet.row(2, text.of("label.possible"), first.possible());
    sheet.row(2, text.of("label.watching"), first.watching());
    if (!records.get(0).getRecent().isEmpty()) {
      sheet.row(2, text.of("label.recent"), first.recent());
    }
    sheet.row(2, text.of("label.asks"), first.asked());
    new ComparedDaysSection(inquiry, records.get(0)).write(sheet);
    others(inquiry, records, finding.getRecordsInAll(), sheet);
  }

  /** The other records, a line each. */
  private static void others(Inquiry inquiry, List<RecordFacts> records, int inAll, Sheet sheet) {
    if (records.size() < 2) {
      return;
    }
    sheet.blank();
    var rows = new ArrayList<List<String>>();
    rows.add(RecordWords.headings(inquiry.text()));
    records.forEach(record -> rows.add(new RecordWords(inquiry, record).row()));
    sheet.table(2, 3, rows);
    if (inAll > records.size()) {
      sheet.text(2, inquiry.text().of("record.listed", records.size(), inAll));
    }
  }
}
