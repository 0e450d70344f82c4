package org.marsad.consumer.channels.email;

import java.util.ArrayList;
import java.util.List;
import org.marsad.consumer.channels.Message;
import org.marsad.consumer.text.AlertText;

/** A mail for readers without HTML. */
final class MailText {
  private MailText() {}

  /** About one alert. */
  static String of(Message message, AlertText text) {
    var paragraphs = new ArrayList<String>();
    paragraphs.add(text.headline(message.alert(), message.earlierAlert()));
    paragraphs.add(String.join("\n", text.body(message.alert(), message.earlierAlert())));
    var links = message.replies().links();
    if (!links.isEmpty()) {
      var answers = new ArrayList<String>();
      answers.add(text.answers());
      links.forEach((intent, link) -> answers.add(text.answer(intent) + ":\n" + link));
      paragraphs.add(String.join("\n", answers));
    }
    return signed(paragraphs, text);
  }

  /** About many. */
  static String of(String headline, List<String> lines, AlertText text) {
    return signed(List.of(headline, String.join("\n", lines)), text);
  }

  private static String signed(List<String> paragraphs, AlertText text) {
    return String.join("\n\n", paragraphs) + "\n\n-- \n" + text.signature() + "\n";
  }
}
