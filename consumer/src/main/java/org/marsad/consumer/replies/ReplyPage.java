package org.marsad.consumer.replies;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.ResourceBundle;
import org.marsad.consumer.text.PlainText;

/**
 * The page behind a link: a question with one button, or what became of it. Plain HTML without
 * script, picture or anything from elsewhere, for old phones and thin lines.
 */
final class ReplyPage {
  private static final int LONGEST = 200;

  private static final String STYLE =
      """
      body{font:1.1em sans-serif;margin:1.2em;max-width:32em;line-height:1.5;color:#111;\
      background:#fff}h1{font-size:1.2em}button{font:bold 1.2em sans-serif;padding:.7em 1em;\
      width:100%;border:0;background:#0b5394;color:#fff}small{color:#444}\
      """;

  /** Our one style, our own forms, nothing else. */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'sha256-"
          + sha256(STYLE)
          + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final Locale language;
  private final ResourceBundle texts;

  /**
   * @param language English or Arabic; English for all others
   */
  ReplyPage(Locale language) {
    this.language = language.getLanguage().equals("ar") ? language : Locale.ENGLISH;
    this.texts =
        ResourceBundle.getBundle(
            "org.marsad.consumer.replies.texts",
            this.language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** Asks before anything is recorded. */
  String question(Ticket ticket, String headline) {
    return page(
        headline.isEmpty() ? text("question") : headline,
        "<p>"
            + text("your.answer")
            + " <strong>"
            + text("intent." + ticket.intent())
            + "</strong></p><form method=\"post\" action=\"\"><button type=\"submit\">"
            + text("send")
            + "</button></form><p><small>"
            + text("as")
            + " "
            + escaped(ticket.subscriber())
            + "</small></p>");
  }

  String done(Ticket ticket, String headline) {
    return page(
        text("done"),
        "<p><strong>"
            + text("intent." + ticket.intent())
            + "</strong></p><p>"
            + escaped(headline)
            + "</p>");
  }

  String withdrawn() {
    return page(text("withdrawn"), paragraph("withdrawn.why"));
  }

  String expired() {
    return page(text("expired"), paragraph("expired.why"));
  }

  String unknown() {
    return page(text("unknown"), paragraph("unknown.why"));
  }

  String tooMany() {
    return page(text("too.many"), paragraph("try.again"));
  }

  String failed() {
    return page(text("failed"), paragraph("try.again"));
  }

  private String page(String title, String body) {
    var direction = language.getLanguage().equals("ar") ? "rtl" : "ltr";
    return """
    <!DOCTYPE html>
    <html lang="%s" dir="%s"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s</title><style>%s</style></head>
    <body><h1>%s</h1>%s</body></html>
    """
        .formatted(language.toLanguageTag(), direction, text("title"), STYLE, escaped(title), body);
  }

  private String paragraph(String key) {
    return "<p>" + text(key) + "</p>";
  }

  private String text(String key) {
    return escaped(texts.getString(key));
  }

  private static String escaped(String text) {
    return PlainText.of(text, LONGEST)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String sha256(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
