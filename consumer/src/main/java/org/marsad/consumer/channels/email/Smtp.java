package org.marsad.consumer.channels.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import org.marsad.consumer.channels.Answer;
import org.marsad.consumer.subscribers.Hidden;
import org.marsad.consumer.subscribers.MailAddress;
import org.marsad.consumer.subscribers.MailServer;

/**
 * One attempt to hand one mail to one server, over a connection of its own. Blocks; every step has
 * its time limit.
 *
 * <p>The server's certificate must bear its name, and without encryption nothing is sent unless the
 * settings say so.
 */
final class Smtp {
  private final MailServer server;
  private final AttemptSocket socket;
  private final Duration timeout;
  private final ScheduledExecutorService timer;

  /**
   * @param timeout most time for each step
   * @param timer cuts off what does not take what we write
   */
  Smtp(MailServer server, AttemptSocket socket, Duration timeout, ScheduledExecutorService timer) {
    this.server = server;
    this.socket = socket;
    this.timeout = timeout;
    this.timer = timer;
  }

  Answer send(MailAddress from, MailAddress to, MailContent content, Instant now) {
    var session = Session.getInstance(properties(from));
    try (var transport = session.getTransport("smtp")) {
      var mail = content.to(to, from, session, now);
      var login = server.login();
      transport.connect(
          server.host(),
          server.port(),
          login == null ? null : login.user(),
          login == null ? null : Hidden.textOf(login.password()));
      transport.sendMessage(mail, mail.getAllRecipients());
      return new Answer.Accepted();
    } catch (MessagingException e) {
      return SmtpAnswer.of(e);
    }
  }

  private Properties properties(MailAddress from) {
    var properties = new Properties();
    set(properties, "localhost", from.domain()); // not the name of this machine
    set(properties, "from", from.text());
    set(properties, "auth", Boolean.toString(server.login() != null));
    set(properties, "ssl.checkserveridentity", "true");
    set(properties, "quitwait", "false");
    for (var limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
      set(properties, limit, Long.toString(timeout.toMillis()));
    }
    switch (server.security()) {
      case STARTTLS -> {
        set(properties, "starttls.enable", "true");
        set(properties, "starttls.required", "true");
      }
      case TLS -> set(properties, "ssl.enable", "true");
      case NONE -> {}
    }
    properties.put("mail.smtp.executor.writetimeout", timer);
    properties.put("mail.smtp.socketFactory", socket);
    set(properties, "socketFactory.fallback", "false"); // never around the check of its address
    return properties;
  }

  private static void set(Properties properties, String name, String value) {
    properties.setProperty("mail.smtp." + name, value);
  }
}
