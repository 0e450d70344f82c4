package org.marsad.consumer.operations.explain;

import java.time.Duration;
import org.marsad.message.Finding;
import org.marsad.message.SilentSource;

/** SOURCE_SILENT: how often a source promised to be heard, and since when it is not. */
final class SourceSilentWords implements RuleWords {
  @Override
  public String sentence(Inquiry inquiry, Finding finding) {
    var silent = finding.getSilentSource();
    if (silent == null) {
      return new AnyRuleWords().sentence(inquiry, finding);
    }
    var text = inquiry.text();
    return text.of(
        "silent.sentence",
        inquiry.name(inquiry.alert().getArea()),
        text.told("source." + silent.getSourceKind()),
        inquiry.times().moment(silent.getLastHeardAt()),
        text.length(Duration.ofSeconds(silent.getEverySeconds())),
        heard(inquiry, silent));
  }

  @Override
  public void why(Inquiry inquiry, Finding finding, Sheet sheet) {
    var silent = finding.getSilentSource();
    if (silent == null) {
      new AnyRuleWords().why(inquiry, finding, sheet);
      return;
    }
    var text = inquiry.text();
    sheet.title(inquiry.title("silent.title"));
    sheet.row(2, text.of("label.asks"), asked(inquiry, silent));
    sheet.row(2, text.of("label.counted"), text.of("silent.counted"));
    sheet.row(2, text.of("label.others"), heard(inquiry, silent));
    sheet.row(2, text.of("label.who"), text.of("silent.who"));
  }

  private static String asked(Inquiry inquiry, SilentSource silent) {
    var after = silent.getSilentAfterSeconds();
    var every = silent.getEverySeconds();
    var text = inquiry.text();
    var length = text.length(Duration.ofSeconds(after));
    return every > 0 && after % every == 0
        ? text.of(
            "silent.asks.product", length, after / every, text.length(Duration.ofSeconds(every)))
        : text.of("silent.asks", length);
  }

  /** Sources that promise nothing are not among them. */
  private static String heard(Inquiry inquiry, SilentSource silent) {
    var text = inquiry.text();
    var heard = silent.getSourcesHeard();
    return text.counted(
        "silent.heard",
        silent.getSourcesExpected(),
        heard == 0 ? text.of("silent.are.none") : text.counted("silent.are", heard));
  }
}
