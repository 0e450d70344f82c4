package org.marsad.consumer.feeds.cap;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;

/** What the elements of a message that has the right shape must be to one another. */
final class CapRules {
  private static final Set<String> REFERRING = Set.of("Update", "Cancel", "Ack", "Error");
  private static final Set<String> INFORMING = Set.of("Alert", "Update", "Cancel");
  private static final List<String> TEXTS =
      List.of("event", "headline", "description", "instruction");

  /** CAP's own default. */
  private static final String UNLESS_SAID = "en-US";

  private final Element alert;
  private final List<Element> infos;
  private final List<String> faults;

  CapRules(Element alert, List<String> faults) {
    this.alert = alert;
    this.infos = all(alert, "info");
    this.faults = faults;
  }

  void check() {
    checkScope();
    checkReferences();
    if (infos.isEmpty() && INFORMING.contains(text(alert, "msgType"))) {
      fault("info", "absent", "at least one");
    }
    infos.forEach(this::checkTimes);
    for (var info : infos) {
      all(info, "area").forEach(this::checkArea);
    }
    checkLanguages();
  }

  private void checkScope() {
    var scope = text(alert, "scope");
    if (scope.equals("Restricted") != has(alert, "restriction")) {
      fault("restriction", presence("restriction"), "with scope Restricted, and only with it");
    }
    if (scope.equals("Private") && !has(alert, "addresses")) {
      fault("addresses", "absent", "with scope Private");
    }
  }

  private void checkReferences() {
    if (REFERRING.contains(text(alert, "msgType")) && !has(alert, "references")) {
      fault("references", "absent", "with msgType " + text(alert, "msgType"));
    }
    var self = text(alert, "sender") + "," + text(alert, "identifier") + ",";
    for (var reference : text(alert, "references").split(" ", -1)) {
      if (reference.startsWith(self)) {
        fault("references", reference, "earlier messages, not this one");
      }
    }
  }

  private void checkTimes(Element info) {
    if (!has(info, "expires")) {
      return;
    }
    var effective = time(has(info, "effective") ? text(info, "effective") : text(alert, "sent"));
    if (!time(text(info, "expires")).isAfter(effective)) {
      fault("info/expires", text(info, "expires"), "after effective");
    }
  }

  private void checkArea(Element area) {
    if (has(area, "geocode") && !has(area, "polygon") && !has(area, "circle")) {
      fault("info/area/geocode", "alone", "with a polygon or circle");
    }
    if (has(area, "ceiling") && !has(area, "altitude")) {
      fault("info/area/ceiling", "alone", "with an altitude");
    }
  }

  private void checkLanguages() {
    var languages = new HashSet<String>();
    for (var info : infos) {
      if (!languages.add(language(info))) {
        fault("info/language", language(info), "one info block per language");
      }
      if (!codes(info).equals(codes(infos.get(0)))) {
        fault("info", "other categories or event codes", "the same in all info blocks");
      }
    }
    for (var name : TEXTS) {
      var texts = new HashSet<String>();
      for (var info : infos) {
        if (has(info, name) && !texts.add(text(info, name))) {
          fault("info/" + name, text(info, name), "another text in another language");
        }
      }
    }
  }

  private static Set<String> codes(Element info) {
    var codes = new TreeSet<String>();
    all(info, "category").forEach(category -> codes.add(category.getTextContent()));
    all(info, "eventCode")
        .forEach(code -> codes.add(text(code, "valueName") + "=" + text(code, "value")));
    return codes;
  }

  private static String language(Element info) {
    return (has(info, "language") ? text(info, "language") : UNLESS_SAID).toLowerCase(Locale.ROOT);
  }

  private static Instant time(String text) {
    return CapTime.parse(text).orElseThrow();
  }

  private String presence(String name) {
    return has(alert, name) ? "there" : "absent";
  }

  private void fault(String path, String value, String expected) {
    faults.add("alert/%s: %s (expected: %s)".formatted(path, value, expected));
  }

  private static boolean has(Element parent, String name) {
    return !all(parent, name).isEmpty();
  }

  private static String text(Element parent, String name) {
    var found = all(parent, name);
    return found.isEmpty() ? "" : found.get(0).getTextContent();
  }

  private static List<Element> all(Element parent, String name) {
    return CapCheck.elements(parent).stream()
        .filter(child -> name.equals(child.getLocalName()))
        .toList();
  }
}
