package org.marsad.consumer.feeds.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.audience.Audience;
import org.marsad.consumer.text.AlertText;
import org.marsad.message.Alert;
import org.marsad.message.AlertReference;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.TimePrecision;
import org.marsad.schemas.Findings;

/**
 * One revision of an alert as a CAP 1.2 message, with an info block per language. Safe for several
 * threads.
 *
 * <p>It is handed the audience's view and hides nothing itself.
 */
public final class CapWriter {
  private static final Set<TimePrecision> FINER_THAN_A_DAY =
      Set.of(TimePrecision.SECOND, TimePrecision.MINUTE, TimePrecision.HOUR);

  private final String sender;
  private final AreaDirectory directory;
  private final CapAreas areas;

  /**
   * A writer.
   *
   * @param sender who sends, unique in the world, as {@link CapCheck#isName} wants it
   * @param directory names and outlines of areas
   */
  public CapWriter(String sender, AreaDirectory directory) {
    if (!CapCheck.isName(sender)) {
      throw new IllegalArgumentException(
          "sender: " + sender + " (expected: no space, comma, <, &)");
    }
    this.sender = sender;
    this.directory = directory;
    this.areas = new CapAreas(directory);
  }

  /**
   * Writes a message.
   *
   * @param view the alert as the audience may see it
   * @param earlier revisions that it refers to; an update or cancel that has none to refer to is
   *     written as a new alert, since CAP has no other name for it
   * @return the document, UTF-8
   */
  public byte[] write(Alert view, Audience audience, List<AlertReference> earlier) {
    return XmlDocument.write(
        "alert", Cap.NAMESPACE, xml -> new Message(xml, view, audience, earlier).write());
  }

  /** One message on its way out. */
  private final class Message {
    private final XmlDocument xml;
    private final Alert alert;
    private final Audience audience;
    private final List<AlertReference> earlier;
    private final CapTime time;
    private final List<CapArea> drawn;

    Message(XmlDocument xml, Alert alert, Audience audience, List<AlertReference> earlier) {
      this.xml = xml;
      this.alert = alert;
      this.audience = audience;
      this.earlier = earlier;
      this.time = CapTime.in(alert.getTimeZone());
      this.drawn = areas.of(alert);
    }

    void write() {
      var scope = CapTerms.scope(alert, audience);
      xml.text("identifier", CapIdentifier.of(alert.getAlertId(), alert.getRevision()));
      xml.text("sender", sender);
      xml.text("sent", time.of(alert.getSentAt()));
      xml.text("status", CapTerms.status(alert.getReality()));
      xml.text("msgType", CapTerms.messageType(type()));
      xml.text("scope", scope);
      if (scope.equals("Restricted")) {
        xml.text("restriction", CapPhrases.inAll("restriction." + audience.role()));
      }
      if (scope.equals("Private") && audience.site() != null) {
        xml.text("addresses", audience.site());
      }
      writeNote();
      if (type() != MessageType.ALERT) {
        xml.text(
            "references", earlier.stream().map(this::reference).collect(Collectors.joining(" ")));
      }
      Cap.LANGUAGES.forEach(this::writeInfo);
    }

    private MessageType type() {
      return earlier.isEmpty() ? MessageType.ALERT : alert.getMessageType();
    }

    private String reference(AlertReference to) {
      return String.join(
          ",",
          sender,
          CapIdentifier.of(alert.getAlertId(), to.getRevision()),
          time.of(to.getSentAt()));
    }

    private void writeNote() {
      var notes = new ArrayList<String>();
      if (alert.getReality() != Reality.ACTUAL) {
        notes.add(CapPhrases.inAll("note." + alert.getReality()));
      }
      if (alert.getMessageType() == MessageType.CANCEL) {
        notes.add(cancelled());
      }
      if (!notes.isEmpty()) {
        xml.text("note", String.join("\n", notes));
      }
    }

    /** Why, in the words of each language. */
    private String cancelled() {
      return Cap.LANGUAGES.stream()
          .map(language -> AlertText.in(directory, language).cancelled(alert))
          .collect(Collectors.joining(" / "));
    }

    private void writeInfo(Locale language) {
      xml.element("info", () -> writeInside(language));
    }

    private void writeInside(Locale language) {
      var texts = AlertText.in(directory, language);
      xml.text("language", language.toLanguageTag());
      CapTerms.categories(audience.role()).forEach(category -> xml.text("category", category));
      xml.text("event", CapText.line(texts.event(alert), AlertText.LONGEST_EVENT));
      CapTerms.responseTypes(alert, audience.role())
          .forEach(response -> xml.text("responseType", response));
      xml.text("urgency", CapTerms.urgency(alert.getUrgency()));
      xml.text("severity", CapTerms.severity(alert.getSeverity()));
      xml.text("certainty", CapTerms.certainty(alert.getCertainty()));
      var lead = Findings.lead(alert);
      writeValue(
          "eventCode",
          "marsad.finding",
          lead == null ? alert.getSubject().getKind().name() : lead.name());
      writeTimes();
      xml.text("senderName", CapPhrases.in(language, "sender"));
      xml.text("headline", CapText.line(texts.headline(alert), AlertText.LONGEST_HEADLINE));
      xml.text("description", CapText.plain(String.join("\n", texts.description(alert))));
      var instruction = CapText.plain(texts.instruction(alert));
      if (!instruction.isEmpty() && CapTerms.isToAct(audience.role())) {
        xml.text("instruction", instruction);
      }
      CapParameters.of(alert, time).forEach((name, value) -> writeValue("parameter", name, value));
      drawn.forEach(area -> writeArea(area, language));
    }

    private void writeTimes() {
      var effective = time.of(alert.getSentAt());
      xml.text("effective", effective);
      if (FINER_THAN_A_DAY.contains(alert.getOnsetPrecision())) {
        xml.text("onset", time.of(alert.getOnset()));
      }
      var expires = time.of(alert.getExpiresAt());
      if (alert.getExpiresAt().isAfter(alert.getSentAt()) && !expires.equals(effective)) {
        xml.text("expires", expires);
      }
    }

    private void writeArea(CapArea area, Locale language) {
      xml.element(
          "area",
          () -> {
            xml.text("areaDesc", name(area, language));
            area.polygons().forEach(polygon -> xml.text("polygon", polygon));
            if (area.circle() != null) {
              xml.text("circle", area.circle());
            }
            if (area.isDrawn()) {
              area.codes().forEach(code -> writeValue("geocode", "marsad.area", code));
            }
          });
    }

    private String name(CapArea area, Locale language) {
      var comma = language.getLanguage().equals("ar") ? "، " : ", ";
      var parts = new ArrayList<>(area.codes());
      if (!parts.contains(alert.getArea())) {
        parts.add(alert.getArea());
      }
      return CapText.plain(
          parts.stream()
              .map(code -> directory.of(code, language.getLanguage()))
              .collect(Collectors.joining(comma)));
    }

    private void writeValue(String element, String name, String value) {
      xml.element(
          element,
          () -> {
            xml.text("valueName", CapText.plain(name));
            xml.text("value", CapText.plain(value));
          });
    }
  }
}
