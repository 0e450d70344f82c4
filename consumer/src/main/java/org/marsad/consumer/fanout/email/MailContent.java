package org.marsad.consumer.fanout.email;

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
import org.marsad.consumer.fanout.channel.Message;
import org.marsad.consumer.fanout.subscribers.MailAddress;
import org.marsad.consumer.text.AlertText;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;

/**
 * What a mail says, and the headers that say how to handle it.
 *
 * @param message what its reader is told
 * @param text in the reader's language
 */
record MailContent(Message message, AlertText text) {
  /** The mail as it goes out. Its id is the same over all attempts. */
  MimeMessage to(MailAddress to, MailAddress from, Session session, Instant now)
      throws MessagingException {
    var mail = new FixedId(session, id(message.idempotencyKey(), from));
    mail.setFrom(new InternetAddress(from.text()));
    mail.setRecipient(RecipientType.TO, new InternetAddress(to.text()));
    mail.setSentDate(Date.from(now));
    mail.setSubject(text.headline(message.alert()), UTF_8.name());
    var earlier = message.earlier();
    if (earlier != null) {
      mail.setHeader("In-Reply-To", id(earlier.idempotencyKey(), from));
      mail.setHeader("References", id(earlier.idempotencyKey(), from));
    }
    handling(mail, message.alert());
    mail.setContent(parts());
    mail.saveChanges();
    return mail;
  }

  private MimeMultipart parts() throws MessagingException {
    var plain = new MimeBodyPart();
    plain.setText(MailText.of(message, text), UTF_8.name());
    var html = new MimeBodyPart();
    html.setText(MailHtml.of(message, text), UTF_8.name(), "html");
    for (var part : new MimeBodyPart[] {plain, html}) {
      part.setContentLanguage(new String[] {text.language()});
    }
    return new MimeMultipart("alternative", plain, html);
  }

  private static void handling(MimeMessage mail, Alert alert) throws MessagingException {
    mail.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no out-of-office answers
    mail.setHeader("X-Auto-Response-Suppress", "All");
    mail.setHeader("X-Marsad-Reality", alert.getReality().name());
    mail.setHeader("X-Marsad-Type", alert.getMessageType().name());
    var importance = importance(alert);
    mail.setHeader("Importance", importance.name);
    mail.setHeader("X-Priority", importance.priority);
  }

  private static Importance importance(Alert alert) {
    if (alert.getMessageType() == MessageType.CANCEL) {
      return Importance.NORMAL;
    }
    return switch (alert.getSeverity()) {
      case EXTREME, SEVERE, UNKNOWN -> Importance.HIGH;
      case MODERATE -> Importance.NORMAL;
      case MINOR -> Importance.LOW;
    };
  }

  private static String id(String key, MailAddress from) {
    return "<" + key + "@" + from.domain() + ">";
  }

  private enum Importance {
    HIGH("high", "1"),
    NORMAL("normal", "3"),
    LOW("low", "5");

    private final String name;
    private final String priority;

    Importance(String name, String priority) {
      this.name = name;
      this.priority = priority;
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
