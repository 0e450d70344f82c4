package org.marsad.consumer.channels.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.channels.Message;
import org.marsad.consumer.channels.Summary;
import org.marsad.consumer.subscribers.MailAddress;
import org.marsad.consumer.text.AlertText;
import org.marsad.consumer.text.SummaryText;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;

/**
 * What a mail says, and the headers that say how to handle it.
 *
 * @param key the same over all attempts
 * @param inReplyTo the key of the mail that it belongs under; null: none
 * @param subject in one line
 * @param plain for readers without HTML
 * @param html for the others
 * @param language of both
 * @param handling what programs on the way go by
 */
record MailContent(
    String key,
    @Nullable String inReplyTo,
    String subject,
    String plain,
    String html,
    String language,
    Handling handling) {
  /**
   * What programs on the way go by.
   *
   * @param reality whether it has happened
   * @param type of message
   * @param importance of the mail
   */
  record Handling(String reality, String type, Importance importance) {}

  /** A mail about one alert. */
  static MailContent of(Message message, AlertText text) {
    var alert = message.alert();
    var earlier = message.earlier();
    return new MailContent(
        message.idempotencyKey(),
        earlier == null ? null : earlier.idempotencyKey(),
        text.headline(alert, message.earlierAlert()),
        MailText.of(message, text),
        MailHtml.of(message, text),
        text.language(),
        new Handling(
            alert.getReality().name(), alert.getMessageType().name(), Importance.of(alert)));
  }

  /**
   * A mail that stands for many.
   *
   * @param text for what is said of each alert
   * @param summary for what is said of all
   */
  static MailContent of(Summary message, AlertText text, SummaryText summary) {
    var headline = summary.headline(message.views(), message.from(), message.until());
    var lines = summary.lines(message.views());
    return new MailContent(
        message.idempotencyKey(),
        null,
        headline,
        MailText.of(headline, lines, text),
        MailHtml.of(headline, lines, text),
        text.language(),
        new Handling(realities(message.views()), "SUMMARY", Importance.ofGravest(message.views())));
  }

  private static String realities(List<Alert> views) {
    var realities = views.stream().map(view -> view.getReality().name()).distinct().sorted();
    return String.join(" ", realities.toList());
  }

  /** The mail as it goes out. Its id is the same over all attempts. */
  MimeMessage to(MailAddress to, MailAddress from, Session session, Instant now)
      throws MessagingException {
    var mail = new FixedId(session, id(key, from));
    mail.setFrom(new InternetAddress(from.text()));
    mail.setRecipient(RecipientType.TO, new InternetAddress(to.text()));
    mail.setSentDate(Date.from(now));
    mail.setSubject(subject, UTF_8.name());
    if (inReplyTo != null) {
      mail.setHeader("In-Reply-To", id(inReplyTo, from));
      mail.setHeader("References", id(inReplyTo, from));
    }
    mail.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no out-of-office answers
    mail.setHeader("X-Auto-Response-Suppress", "All");
    mail.setHeader("X-Marsad-Reality", handling.reality());
    mail.setHeader("X-Marsad-Type", handling.type());
    mail.setHeader("Importance", handling.importance().name);
    mail.setHeader("X-Priority", handling.importance().priority);
    mail.setContent(parts());
    mail.saveChanges();
    return mail;
  }

  private MimeMultipart parts() throws MessagingException {
    var text = new MimeBodyPart();
    text.setText(plain, UTF_8.name());
    var page = new MimeBodyPart();
    page.setText(html, UTF_8.name(), "html");
    for (var part : new MimeBodyPart[] {text, page}) {
      part.setContentLanguage(new String[] {language});
    }
    return new MimeMultipart("alternative", text, page);
  }

  private static String id(String key, MailAddress from) {
    return "<" + key + "@" + from.domain() + ">";
  }

  /** How a mail program marks it. */
  enum Importance {
    HIGH("high", "1"),
    NORMAL("normal", "3"),
    LOW("low", "5");

    private final String name;
    private final String priority;

    Importance(String name, String priority) {
      this.name = name;
      this.priority = priority;
    }

    static Importance of(Alert alert) {
      if (alert.getMessageType() == MessageType.CANCEL) {
        return NORMAL;
      }
      return switch (alert.getSeverity()) {
        case EXTREME, SEVERE, UNKNOWN -> HIGH;
        case MODERATE -> NORMAL;
        case MINOR -> LOW;
      };
    }

    static Importance ofGravest(List<Alert> views) {
      return views.stream().map(Importance::of).min(Importance::compareTo).orElse(NORMAL);
    }
  }

  /** A mail whose id is given, not made anew at each attempt. */
  private static final class FixedId extends MimeMessage {
    private final String id;

    FixedId(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
