package org.marsad.consumer.fanout.email;

import java.util.ArrayList;
import org.marsad.consumer.fanout.channel.Message;
import org.marsad.consumer.text.AlertText;

/** A mail for readers without HTML. */
final class MailText {
  private MailText() {}

  static String of(Message message, AlertText text) {
    var paragraphs = new ArrayList<String>();
    paragraphs.add(text.headline(message.alert()));
    paragraphs.add(String.join("\n", text.body(message.alert(), message.earlierAlert())));
    var links = message.replies().links();
    if (!links.isEmpty()) {
      var answers = new ArrayList<String>();
      answers.add(text.answers());
      links.forEach((intent, link) -> answers.add(text.answer(intent) + ":\n" + link));
      paragraphs.add(String.join("\n", answers));
    }
    paragraphs.add("-- \n" + text.signature());
    return String.join("\n\n", paragraphs) + "\n";
  }
}
