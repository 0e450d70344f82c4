package org.marsad.consumer.operations.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.facts.FactChange;
import org.marsad.consumer.operations.facts.FactText;
import org.marsad.consumer.text.ExplainText;
import org.marsad.message.Alert;
import org.marsad.message.CancelReason;
import org.marsad.message.Certainty;
import org.marsad.message.CountRange;
import org.marsad.message.Finding;

/** Codes and counts in the words of one language. */
final class Words {
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Z])");
  private static final Pattern CODE = Pattern.compile("\\b[A-Z]{2,}(_[A-Z]+)*\\b");

  /** More of a list are counted, not listed. */
  private static final int LISTED = 5;

  private final ExplainText text;
  private final FactText facts;

  Words(ExplainText text) {
    this.text = text;
    this.facts = new FactText(text);
  }

  /**
   * How certain, and what that means.
   *
   * @param sources independent ones; 0 where it is no source's word
   */
  String certainty(Certainty certainty, int sources) {
    if (certainty == Certainty.OBSERVED && sources == 0) {
      return text.of("certain.self");
    }
    return certainty == Certainty.LIKELY && sources == 1
        ? text.of("certain.single")
        : text.of("certain." + certainty);
  }

  /** What a rule is called; the code's own words where the alerts have none. */
  String rule(Finding finding) {
    return text.told("finding." + finding.getRule());
  }

  /** The names of an alert's findings, the gravest first. */
  List<String> rules(Alert alert) {
    return alert.getFindings().stream().map(this::rule).toList();
  }

  /** Why a rule found something; empty where nobody wrote it down. */
  String meaning(Finding finding) {
    var key = "finding." + finding.getCode();
    return text.has(key) ? text.of(key) : "";
  }

  /** What changed since the last revision that rang: {@code the severity rose}. */
  String changes(Alert alert) {
    return text.list(
        alert.getChanges().stream().map(change -> text.of("change." + change)).toList());
  }

  /** Why an alert was taken back; none given is one that is not known. */
  String cancelled(@Nullable CancelReason reason) {
    return text.of("cancel." + (reason == null ? CancelReason.OTHER : reason));
  }

  /** {@code PLACE_OF_WORSHIP} as {@code place of worship}. */
  String code(String code) {
    if (text.has("code." + code)) {
      return text.of("code." + code);
    }
    return isEnglish() ? code.toLowerCase(Locale.ROOT).replace('_', ' ') : text.code(code);
  }

  /** {@code repeat.windowMinutes} as {@code window minutes}. */
  String field(String path) {
    var name = path.substring(path.lastIndexOf('.') + 1);
    if (text.has("field." + name)) {
      return text.of("field." + name);
    }
    var words = HUMP.matcher(name.replaceFirst("Ids$", "s")).replaceAll(" ");
    return text.code(words.toLowerCase(Locale.ROOT));
  }

  private boolean isEnglish() {
    return text.language().equals("en");
  }

  /**
   * {@code likely days 17 → 26}, {@code strikes 1 → 2, with s-1}, {@code protected sites 1 → 2}.
   */
  String change(FactChange change) {
    var name = field(change.name());
    var older = change.older();
    var newer = change.newer();
    if (FactText.isList(older) || FactText.isList(newer)) {
      var sizes = text.of("fact.change", FactText.size(older), FactText.size(newer));
      return FactText.isOfRecords(older) || FactText.isOfRecords(newer)
          ? name + " " + sizes
          : name + " " + text.list(List.of(sizes, inWords(facts.text(change))));
    }
    return name + " " + inWords(facts.text(change));
  }

  /** A fact by itself; English leaves the codes, which the schema's docs explain beside it. */
  String fact(JsonNode value) {
    return isEnglish() ? facts.text(value) : inWords(facts.text(value));
  }

  private String inWords(String said) {
    return CODE.matcher(said).replaceAll(match -> Matcher.quoteReplacement(code(match.group())));
  }

  /** {@code likely days 26, min days 3}; empty where a finding has no numbers. */
  String numbers(Finding finding) {
    return finding.getNumbers().stream()
        .map(number -> field(number.getName()) + " " + FactText.number(number.getValue()))
        .collect(Collectors.collectingAndThen(Collectors.toList(), text::list));
  }

  /** What a source counted: {@code 4 impacts (4–5), 8 killed (6–12)}. */
  String counts(
      @Nullable CountRange impacts, @Nullable CountRange killed, @Nullable CountRange injured) {
    var known = new ArrayList<String>();
    add(known, "IMPACTS", impacts);
    add(known, "KILLED", killed);
    add(known, "injured", injured);
    return known.isEmpty() ? text.of("counts.none") : text.list(known);
  }

  private void add(List<String> known, String what, @Nullable CountRange range) {
    if (range != null) {
      known.add(text.amount(what, range));
    }
  }

  /** {@code a, b and c}; more than five are only counted. */
  String list(List<String> items) {
    var shown = items.size() > LISTED ? items.subList(0, LISTED) : items;
    var more = items.size() - shown.size();
    if (more > 0) {
      return text.of("list.more", text.list(shown), more);
    }
    var last = shown.size() - 1;
    return last < 1
        ? String.join("", shown)
        : text.of("list.and", text.list(shown.subList(0, last)), shown.get(last));
  }

  /** {@code 57 %}. */
  String percent(double share) {
    return text.of("percent", Math.round(100 * share));
  }

  /** {@code 3 days}. */
  String days(int days) {
    return text.counted("day", days);
  }
}
