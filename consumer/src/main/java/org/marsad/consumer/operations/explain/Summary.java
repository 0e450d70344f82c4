package org.marsad.consumer.operations.explain;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.text.AlertText;
import org.marsad.message.Alert;

/**
 * An alert in the words that people were sent, in one language.
 *
 * @param language {@code en} or {@code ar}
 * @param headline where, when and what is gravest
 * @param description in sentences, with what each finding rests on
 * @param instruction what to do
 */
public record Summary(
    String language, String headline, List<String> description, String instruction) {
  public Summary {
    description = List.copyOf(description);
  }

  /**
   * Of one revision, with the names that places have now.
   *
   * @param language English or Arabic
   */
  public static Summary of(Evidence evidence, Alert alert, Locale language) {
    var names = new AreaDirectory();
    var area = evidence.area();
    if (area != null) {
      names.onProfile(area);
    }
    var text = AlertText.in(names, language);
    return new Summary(
        text.language(), text.headline(alert), text.description(alert), text.instruction(alert));
  }

  /** As an object. */
  public ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("language", language).put("headline", headline);
    description.forEach(json.putArray("description")::add);
    return json.put("instruction", instruction);
  }
}
