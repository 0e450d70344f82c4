package org.marsad.consumer.operations.board;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.consumer.audience.SeenFields;
import org.marsad.consumer.text.AlertText;
import org.marsad.message.Alert;

/**
 * Alerts as JSON: the fields that the viewer may see, and {@code text} in each language, made from
 * the view alone. Safe for several threads.
 */
public final class AlertJson {
  private final List<AlertText> languages;

  /**
   * @param names of areas, for people
   */
  public AlertJson(AreaNames names) {
    this.languages =
        List.of(
            AlertText.in(names, Locale.ENGLISH), AlertText.in(names, Locale.forLanguageTag("ar")));
  }

  /** An alert in a list: with its headline, in whole and in halves. */
  public ObjectNode brief(Viewer viewer, Alert view) {
    var json = SeenFields.of(view, viewer.role());
    var texts = json.putObject("text");
    for (var language : languages) {
      headline(texts.putObject(language.language()), language, view, null);
    }
    return json;
  }

  /** An alert by itself: with all that the texts say. */
  public ObjectNode whole(Viewer viewer, Alert view) {
    var json = SeenFields.of(view, viewer.role());
    var texts = json.putObject("text");
    for (var language : languages) {
      var text = texts.putObject(language.language());
      headline(text, language, view, null);
      var description = text.putArray("description");
      language.description(view).forEach(description::add);
      text.put("instruction", language.instruction(view));
    }
    return json;
  }

  /** One revision in the story of an alert. */
  ObjectNode revision(Alert view, @Nullable Alert earlier) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("at", view.getSentAt().toString())
        .put("kind", "REVISION")
        .put("revision", view.getRevision())
        .put("messageType", view.getMessageType().name())
        .put("severity", view.getSeverity().name())
        .put("certainty", view.getCertainty().name())
        .put("interrupts", view.getInterrupts());
    var changes = json.putArray("changes");
    view.getChanges().forEach(change -> changes.add(change.name()));
    var texts = json.putObject("text");
    for (var language : languages) {
      headline(texts.putObject(language.language()), language, view, earlier);
    }
    return json;
  }

  private static void headline(
      ObjectNode text, AlertText language, Alert view, @Nullable Alert earlier) {
    text.put("headline", language.headline(view, earlier))
        .put("title", language.title(view))
        .put("where", language.where(view))
        .put("event", language.event(view));
  }
}
