package org.marsad.consumer.feeds.cap;

import java.util.List;
import java.util.Map;
import org.marsad.consumer.text.AlertText;

/** Which elements stand where in a CAP 1.2 document, in which order, how often, with what text. */
final class CapShape {
  private static final int ANY = Integer.MAX_VALUE;

  /** The children of each element that has some, in their order. */
  private static final Map<String, List<Child>> CHILDREN =
      Map.of(
          "alert",
          List.of(
              one("identifier", CapValue.NAME),
              one("sender", CapValue.NAME),
              one("sent", CapValue.TIME),
              one("status", CapValue.oneOf("Actual", "Exercise", "System", "Test", "Draft")),
              one("msgType", CapValue.oneOf("Alert", "Update", "Cancel", "Ack", "Error")),
              maybe("source", CapValue.TEXT),
              one("scope", CapValue.oneOf("Public", "Restricted", "Private")),
              maybe("restriction", CapValue.TEXT),
              maybe("addresses", CapValue.TEXT),
              many("code", CapValue.TEXT),
              maybe("note", CapValue.TEXT),
              maybe("references", CapValue.REFERENCES),
              maybe("incidents", CapValue.TEXT),
              many("info", CapValue.ELEMENTS)),
          "info",
          List.of(
              maybe("language", CapValue.LANGUAGE),
              some(
                  "category",
                  CapValue.oneOf(
                      "Geo",
                      "Met",
                      "Safety",
                      "Security",
                      "Rescue",
                      "Fire",
                      "Health",
                      "Env",
                      "Transport",
                      "Infra",
                      "CBRNE",
                      "Other")),
              one("event", CapValue.upTo(AlertText.LONGEST_EVENT)),
              many(
                  "responseType",
                  CapValue.oneOf(
                      "Shelter",
                      "Evacuate",
                      "Prepare",
                      "Execute",
                      "Avoid",
                      "Monitor",
                      "Assess",
                      "AllClear",
                      "None")),
              one("urgency", CapValue.oneOf("Immediate", "Expected", "Future", "Past", "Unknown")),
              one("severity", CapValue.oneOf("Extreme", "Severe", "Moderate", "Minor", "Unknown")),
              one(
                  "certainty",
                  CapValue.oneOf("Observed", "Likely", "Possible", "Unlikely", "Unknown")),
              maybe("audience", CapValue.TEXT),
              many("eventCode", CapValue.ELEMENTS),
              maybe("effective", CapValue.TIME),
              maybe("onset", CapValue.TIME),
              maybe("expires", CapValue.TIME),
              maybe("senderName", CapValue.TEXT),
              maybe("headline", CapValue.upTo(AlertText.LONGEST_HEADLINE)),
              maybe("description", CapValue.TEXT),
              maybe("instruction", CapValue.TEXT),
              maybe("web", CapValue.LINK),
              maybe("contact", CapValue.TEXT),
              many("parameter", CapValue.ELEMENTS),
              many("resource", CapValue.ELEMENTS),
              many("area", CapValue.ELEMENTS)),
          "resource",
          List.of(
              one("resourceDesc", CapValue.TEXT),
              one("mimeType", CapValue.TEXT),
              maybe("size", CapValue.COUNT),
              maybe("uri", CapValue.LINK),
              maybe("derefUri", CapValue.TEXT),
              maybe("digest", CapValue.TEXT)),
          "area",
          List.of(
              one("areaDesc", CapValue.TEXT),
              many("polygon", CapValue.POLYGON),
              many("circle", CapValue.CIRCLE),
              many("geocode", CapValue.ELEMENTS),
              maybe("altitude", CapValue.NUMBER),
              maybe("ceiling", CapValue.NUMBER)),
          "eventCode",
          named(),
          "parameter",
          named(),
          "geocode",
          named());

  private CapShape() {}

  /**
   * An element inside another.
   *
   * @param least how often it must stand there
   * @param most how often it may
   * @param value what it holds
   */
  record Child(String name, int least, int most, CapValue value) {}

  /** The children of an element, in their order. */
  static List<Child> of(String element) {
    return CHILDREN.getOrDefault(element, List.of());
  }

  private static List<Child> named() {
    return List.of(one("valueName", CapValue.TEXT), one("value", CapValue.ANYTHING));
  }

  private static Child one(String name, CapValue value) {
    return new Child(name, 1, 1, value);
  }

  private static Child maybe(String name, CapValue value) {
    return new Child(name, 0, 1, value);
  }

  private static Child some(String name, CapValue value) {
    return new Child(name, 1, ANY, value);
  }

  private static Child many(String name, CapValue value) {
    return new Child(name, 0, ANY, value);
  }
}
