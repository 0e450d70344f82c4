package org.marsad.consumer.channels.email;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.marsad.consumer.channels.Message;
import org.marsad.consumer.text.AlertText;
import org.marsad.message.Alert;
import org.marsad.message.Intent;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;

/**
 * A mail in HTML that plain old mail clients show too: tables, styles in the elements, nothing that
 * is fetched from anywhere. Every text is escaped.
 */
final class MailHtml {
  private static final String PLAIN = "#2f6690";

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="%1$s" dir="%2$s">
      <head>
      <meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%3$s</title>
      </head>
      <body dir="%2$s" style="margin:0;padding:0;background:#eef0f3;">
      <table role="presentation" dir="%2$s" width="100%%" cellpadding="0" cellspacing="0" border="0" bgcolor="#eef0f3">
      <tr><td align="center" style="padding:12px 8px;">
      <table role="presentation" dir="%2$s" width="100%%" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" \
      style="max-width:600px;border-top:6px solid %4$s;font-family:Tahoma,Arial,sans-serif;color:#1b1f24;">
      %5$s</table>
      </td></tr>
      </table>
      </body>
      </html>
      """;

  private static final String MARK =
      """
      <tr><td align="center" bgcolor="#ffe08a" style="padding:10px 16px;font-size:15px;line-height:1.5;">
      <b style="font-size:18px;">%1$s</b><br>%2$s</td></tr>
      """;

  private static final String HEADLINE =
      """
      <tr><td align="%3$s" style="padding:16px 20px 8px;">
      <h1 style="margin:0 0 2px;font-size:22px;line-height:1.4;color:%4$s;">%1$s</h1>
      <p style="margin:0;font-size:18px;line-height:1.5;font-weight:bold;">%2$s</p>
      </td></tr>
      """;

  private static final String PARAGRAPHS =
      """
      <tr><td align="%2$s" style="padding:6px 20px;font-size:16px;line-height:1.6;">
      %1$s</td></tr>
      """;

  private static final String PARAGRAPH =
      """
      <p style="margin:0 0 8px;">%s</p>
      """;

  private static final String INSTRUCTION =
      """
      <tr><td align="%2$s" style="padding:6px 20px 14px;">
      <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" border="0"><tr>
      <td align="%2$s" bgcolor="#f3f5f8" style="padding:12px 14px;border-%2$s:4px solid %3$s;font-size:17px;line-height:1.5;font-weight:bold;">%1$s</td>
      </tr></table>
      </td></tr>
      """;

  private static final String ANSWERS =
      """
      <tr><td align="%2$s" style="padding:6px 20px 2px;font-size:14px;color:#4a525c;">%1$s</td></tr>
      """;

  private static final String ANSWER =
      """
      <tr><td style="padding:5px 20px;">
      <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" border="0"><tr>
      <td align="center" bgcolor="%3$s" style="border:1px solid #1f2a37;border-radius:6px;">
      <a href="%2$s" style="display:block;padding:13px 16px;font-size:17px;font-weight:bold;color:%4$s;text-decoration:none;">%1$s</a>
      </td></tr></table>
      </td></tr>
      """;

  private static final String SIGNATURE =
      """
      <tr><td align="%2$s" style="padding:14px 20px 18px;font-size:13px;line-height:1.5;color:#5b636d;">%1$s</td></tr>
      """;

  private final AlertText text;
  private final String start;

  private MailHtml(AlertText text) {
    this.text = text;
    this.start = text.isRightToLeft() ? "right" : "left";
  }

  /** About one alert. */
  static String of(Message message, AlertText text) {
    var headline = text.headline(message.alert(), message.earlierAlert());
    var html = new MailHtml(text);
    return html.page(headline, colour(message.alert()), html.rows(message));
  }

  /** About many. */
  static String of(String headline, List<String> lines, AlertText text) {
    var html = new MailHtml(text);
    var rows =
        HEADLINE.formatted(escaped(headline), "", html.start, PLAIN)
            + PARAGRAPHS.formatted(paragraphs(lines), html.start)
            + SIGNATURE.formatted(escaped(text.signature()), html.start);
    return html.page(headline, PLAIN, rows);
  }

  private String page(String headline, String colour, String rows) {
    var direction = text.isRightToLeft() ? "rtl" : "ltr";
    return PAGE.formatted(text.language(), direction, escaped(headline), colour, rows);
  }

  private String rows(Message message) {
    var alert = message.alert();
    var rows = new StringBuilder();
    var lines = new ArrayList<>(text.lines(alert, message.earlierAlert()));
    if (alert.getReality() != Reality.ACTUAL) {
      rows.append(MARK.formatted(escaped(text.reality(alert)), escaped(lines.remove(0))));
    }
    rows.append(
        HEADLINE.formatted(
            escaped(text.title(alert)), escaped(text.where(alert)), start, colour(alert)));
    rows.append(PARAGRAPHS.formatted(paragraphs(lines), start));
    var instruction = text.instruction(alert);
    if (!instruction.isEmpty()) {
      rows.append(INSTRUCTION.formatted(escaped(instruction), start, colour(alert)));
    }
    if (!message.replies().links().isEmpty()) {
      rows.append(ANSWERS.formatted(escaped(text.answers()), start));
      message
          .replies()
          .links()
          .forEach((intent, link) -> rows.append(answer(intent, link.toString())));
    }
    return rows.append(SIGNATURE.formatted(escaped(text.signature()), start)).toString();
  }

  private static String paragraphs(List<String> lines) {
    return lines.stream()
        .map(line -> PARAGRAPH.formatted(escaped(line)))
        .collect(Collectors.joining());
  }

  /** What cannot be done is a quieter button than what can. */
  private String answer(Intent intent, String link) {
    var quiet = intent == Intent.CANNOT;
    return ANSWER.formatted(
        escaped(text.answer(intent)),
        escaped(link),
        quiet ? "#ffffff" : "#1f2a37",
        quiet ? "#1f2a37" : "#ffffff");
  }

  private static String colour(Alert alert) {
    if (alert.getMessageType() == MessageType.CANCEL) {
      return "#6b7280";
    }
    return switch (alert.getSeverity()) {
      case EXTREME -> "#b3261e";
      case SEVERE -> "#c4570a";
      case MODERATE, MINOR, UNKNOWN -> PLAIN;
    };
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
