package org.marsad.consumer.operations.explain;

import java.util.ArrayList;
import java.util.List;
import org.marsad.message.Finding;
import org.marsad.message.MessageType;
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
        + (others > 0
            ? " %s heaviest in days too, by another measure or for a part of the area."
                .formatted(others == 1 ? "1 more value is" : others + " more values are")
            : "");
  }

  @Override
  public void why(Inquiry inquiry, Finding finding, Sheet sheet) {
    var records = finding.getRecords();
    if (records.isEmpty()) {
      new AnyRuleWords().why(inquiry, finding, sheet);
      return;
    }
    var first = new RecordWords(inquiry, records.get(0));
    sheet.title(
        inquiry.alert().getMessageType() == MessageType.CANCEL
            ? "WHY IT COUNTED AS THE HEAVIEST IN DAYS"
            : "WHY IT COUNTS AS THE HEAVIEST IN DAYS");
    sheet.text(2, first.counted());
    sheet.row(2, "likely", first.likely());
    sheet.row(2, "certain", first.certain());
    sheet.row(2, "possible", first.possible());
    sheet.row(2, "watching", first.watching());
    if (!records.get(0).getRecent().isEmpty()) {
      sheet.row(2, "last days", first.recent());
    }
    sheet.row(2, "rule asks", first.asked());
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
    rows.add(RecordWords.HEADINGS);
    records.forEach(record -> rows.add(new RecordWords(inquiry, record).row()));
    sheet.table(2, 3, rows);
    if (inAll > records.size()) {
      sheet.text(2, "%d of %d are listed.".formatted(records.size(), inAll));
    }
  }
}
