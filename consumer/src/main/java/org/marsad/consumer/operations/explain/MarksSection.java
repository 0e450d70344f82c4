package org.marsad.consumer.operations.explain;

/** What intake repaired or doubts in the reports that an alert rests on. */
final class MarksSection {
  private final Inquiry inquiry;

  MarksSection(Inquiry inquiry) {
    this.inquiry = inquiry;
  }

  void write(Sheet sheet) {
    var marks = inquiry.alert().getMarks();
    if (marks.isEmpty()) {
      return;
    }
    sheet.title("WHAT WAS REPAIRED OR IS IN DOUBT");
    marks.forEach(mark -> sheet.text(2, Meanings.ofMark(mark) + " (" + mark + ")"));
  }
}
