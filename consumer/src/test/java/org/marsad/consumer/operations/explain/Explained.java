package org.marsad.consumer.operations.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.operations.explain.Messages.alert;
import static org.marsad.consumer.operations.explain.Messages.evidence;
import static org.marsad.consumer.operations.explain.Messages.finding;
import static org.marsad.consumer.operations.explain.Messages.town;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.ResidentialBasis;
import org.marsad.message.ResidentialVerdict;
import org.marsad.message.Rule;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;

/** Explanations as the tests read them. */
final class Explained {
  private Explained() {}

  static Alert.Builder residential(ResidentialBasis basis, String code) {
    return residential(basis, code, null);
  }

  static Alert.Builder residential(
      ResidentialBasis basis, String code, @Nullable Double livedInShare) {
    return alert(
        finding(Rule.RESIDENTIAL_STRIKE, code)
            .setResidential(new ResidentialVerdict(basis, Certainty.LIKELY, livedInShare)),
        "s-1");
  }

  static String explain(Alert.Builder alert, List<Strike> strikes, List<StrikeReport> reports)
      throws IOException {
    return text(List.of(alert.build()), strikes, reports);
  }

  /** The explanation in English on one line; it must be whole in Arabic too. */
  static String text(List<Alert> revisions, List<Strike> strikes, List<StrikeReport> reports)
      throws IOException {
    assertThat(
            inArabic(revisions, strikes, reports).replaceAll("[\u2066\u2068][^\u2069]*\u2069", ""))
        .doesNotContainPattern("[A-Za-z]{2}|[{}]|null");
    return line(revisions, strikes, reports, Locale.ENGLISH);
  }

  /** The explanation in Arabic on one line. */
  static String inArabic(List<Alert> revisions, List<Strike> strikes, List<StrikeReport> reports)
      throws IOException {
    return line(revisions, strikes, reports, Locale.forLanguageTag("ar"));
  }

  /** On one line, so that line breaks do not matter; each line fits. */
  private static String line(
      List<Alert> revisions, List<Strike> strikes, List<StrikeReport> reports, Locale language)
      throws IOException {
    var lines =
        Explanation.of(
            evidence(revisions, town("Saint Hidden", 36.2), strikes, reports),
            null,
            Messages.SHIPPED,
            language);
    assertThat(lines).allMatch(line -> line.replaceAll("[\u2066-\u2069]", "").length() <= 100);
    return String.join(" ", lines).replaceAll(" +", " ");
  }
}
