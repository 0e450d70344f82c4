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
    var text = inquiry.text();
    sheet.title(text.of("marks.title"));
    marks.forEach(
        mark -> sheet.text(2, text.of("marks.mark", Meanings.ofMark(mark, text), text.code(mark))));
  }
}
