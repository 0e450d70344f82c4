package org.marsad.consumer.channels.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.at;
import static org.marsad.consumer.fixtures.Alerts.heaviest;
import static org.marsad.consumer.fixtures.Alerts.repeat;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.revision;
import static org.marsad.consumer.fixtures.Alerts.surge;
import static org.marsad.consumer.fixtures.Facts.surgeFacts;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.consumer.channels.Answer;
import org.marsad.consumer.channels.Message;
import org.marsad.consumer.channels.Replies;
import org.marsad.consumer.channels.Summary;
import org.marsad.consumer.fixtures.Facts;
import org.marsad.consumer.subscribers.ChannelSettings;
import org.marsad.consumer.subscribers.Hidden;
import org.marsad.consumer.subscribers.MailAddress;
import org.marsad.consumer.subscribers.MailServer;
import org.marsad.consumer.subscribers.MailServer.Login;
import org.marsad.consumer.subscribers.MailServer.Security;
import org.marsad.message.Alert;
import org.marsad.message.CountRange;
import org.marsad.message.Intent;
import org.marsad.message.MessageType;
import org.marsad.message.Place;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Reality;
import org.marsad.message.Severity;

/** Mails on their way to a real SMTP server on this machine. */
class EmailChannelTest {
  private static final Locale ARABIC = Locale.forLanguageTag("ar");
  private static final String LOCAL = "127.0.0.1";
  private static final long SLOW_MACHINE_MILLIS = 30_000;
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Map<String, String> NAMES =
      Map.of("aleppo", "حلب", "aleppo/al-fardous", "الفردوس", "hospital-a", "مشفى أ");
  private static final AreaNames AREAS =
      (code, language) -> language.equals("ar") ? NAMES.getOrDefault(code, code) : code;

  @RegisterExtension
  static final GreenMailExtension SERVER =
      new GreenMailExtension(
              new ServerSetup[] {
                setup(ServerSetup.PROTOCOL_SMTP), setup(ServerSetup.PROTOCOL_SMTPS)
              })
          .withPerMethodLifecycle(false);

  private MailSender sender = sender(LONG);

  @AfterEach
  void close() throws FolderException {
    SERVER.purgeEmailFromAllMailboxes();
    sender.close();
  }

  @Test
  void shouldDeliverAnAlertInArabic() throws Exception {
    // Given
    var alert = residential().setReality(Reality.EXERCISE).build();
    var links = Map.of(Intent.EN_ROUTE, URI.create("https://marsad.example/r/abc?x=1&y=2"));
    // When
    var answer = send(mail("msg_1", alert, ARABIC, new Replies(links, null), null));
    // Then
    assertThat(answer).isEqualTo(new Answer.Accepted());
    var mail = received();
    assertThat(mail.getSubject())
        .isEqualTo(
            "تمرين · الفردوس، حلب، 14:21 · 45 قتيلاً (من 40 إلى 50) · سكنية · 6 قذائف · خطر حتى"
                + " 15:21 [مرجّح؛ مصدر واحد]");
    assertThat(mail.getContentType()).startsWith("multipart/alternative");
    assertThat(part(mail, 0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat(text(mail))
        .startsWith("تمرين · الفردوس، حلب، 14:21 · 45 قتيلاً")
        .contains("هذا تمرين ولم يحدث ما فيه.")
        .contains("ضربة على الفردوس، حلب، في 11 تشرين الأول 2016 الساعة 14:21.")
        .contains("نحن في الطريق:\nhttps://marsad.example/r/abc?x=1&y=2\n");
    assertThat(part(mail, 1).getContentType()).isEqualTo("text/html; charset=UTF-8");
    assertThat(html(mail))
        .contains("<b style=\"font-size:18px;\">تمرين</b><br>هذا تمرين ولم يحدث ما فيه.")
        .contains("<html lang=\"ar\" dir=\"rtl\">", "charset=UTF-8", "bgcolor=\"#ffe08a\"")
        .contains("ضربة على الفردوس، حلب، في 11 تشرين الأول 2016 الساعة 14:21.")
        .contains("<a href=\"https://marsad.example/r/abc?x=1&amp;y=2\"", ">نحن في الطريق</a>");
  }

  @Test
  void shouldSayHowToHandleIt() throws Exception {
    // When
    send(mail("msg_1", repeat().setReality(Reality.TEST).build(), Locale.ENGLISH));
    // Then
    var mail = received();
    assertThat(mail.getHeader("Message-ID")).containsExactly("<msg_1@marsad.example>");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getHeader("X-Marsad-Reality")).containsExactly("TEST");
    assertThat(mail.getHeader("X-Marsad-Type")).containsExactly("ALERT");
    assertThat(mail.getHeader("Importance")).containsExactly("high");
    assertThat(mail.getHeader("X-Priority")).containsExactly("1");
    assertThat(mail.getHeader("References")).isNull();
    assertThat(mail.getFrom())
        .extracting(Object::toString)
        .containsExactly("alerts@marsad.example");
    assertThat(mail.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("desk@hospital.example");
    assertThat(mail.getSentDate()).isEqualTo(Date.from(SENT));
    assertThat(html(mail)).contains("<html lang=\"en\" dir=\"ltr\">");
  }

  @Test
  void shouldThreadAnUpdateWithWhatWasToldBefore() throws Exception {
    // Given
    var before =
        surge()
            .setFindings(
                List.of(
                    Facts.surge(surgeFacts().setWithin90Minutes(new CountRange(3, 8, 12)).build())))
            .build();
    var update = revision(surge().setSeverity(Severity.MINOR), 2, MessageType.UPDATE);
    // When
    send(mail("msg_2", update, ARABIC, Replies.NONE, new Message.Earlier("msg_1", before)));
    // Then
    var mail = received();
    assertThat(mail.getHeader("In-Reply-To")).containsExactly("<msg_1@marsad.example>");
    assertThat(mail.getHeader("References")).containsExactly("<msg_1@marsad.example>");
    assertThat(mail.getHeader("Importance")).containsExactly("low");
    assertThat(text(mail))
        .contains("خلال 90 دقيقة: عدد الجرحى 12 (من 5 إلى 23)")
        .contains("منذ رسالة 15:12: خلال 90 دقيقة 12 (من 5 إلى 23) بعد 8 (من 3 إلى 12)");
    assertThat(html(mail)).contains("خلال 90 دقيقة 12 (من 5 إلى 23) بعد 8 (من 3 إلى 12).</p>");
  }

  @Test
  void shouldCarryTheDaysBeforeARecord() throws Exception {
    send(mail("msg_1", heaviest().build(), Locale.ENGLISH));
    assertThat(text(received())).contains("the latest on the right: ▂▁▃▄▂▅▃█");
    assertThat(html(received())).contains("▂▁▃▄▂▅▃█</p>");
  }

  @Test
  void shouldSendASummaryThatIsAsImportantAsItsGravest() throws Exception {
    // Given
    var minor = repeat().setSeverity(Severity.MINOR).build();
    var views = List.of(minor, residential().build());
    var summary = new Summary("msg_1", Locale.ENGLISH, views, at("14:15"), at("14:30"));
    var channel = channel(server(Security.NONE), AREAS);
    // When
    var answer = channel.send(summary).get(LONG.toSeconds(), TimeUnit.SECONDS);
    // Then
    assertThat(answer).isEqualTo(new Answer.Accepted());
    var mail = received();
    assertThat(mail.getSubject())
        .startsWith("14:15–14:30 · 2 alerts: 2 strikes, at least 45 killed");
    assertThat(mail.getHeader("X-Marsad-Type")).containsExactly("SUMMARY");
    assertThat(mail.getHeader("Importance")).containsExactly("high");
    assertThat(text(mail)).contains("14:21 · 45 killed (40–50)", "14:21 · SECOND STRIKE");
    assertThat(html(mail)).contains("14:21 · 45 killed (40–50)");
    assertThat(channel.shown(summary)).contains(mail.getSubject());
    assertThat(channel.isInPlace()).isFalse();
  }

  @Test
  void shouldLetNothingOfAReportIntoHeadersOrMarkup() throws Exception {
    // Given
    var evil = "<img src=http://evil.example/x>\"'&\r\nBcc: all@evil.example\r\n\r\n<script>";
    var alert = residential().setPlace(new Place(null, null, null, PlaceBasis.NAME, evil)).build();
    AreaNames names = (code, language) -> evil;
    // When
    channel(server(Security.NONE), names)
        .send(mail("msg_1", alert, Locale.ENGLISH))
        .get(LONG.toSeconds(), TimeUnit.SECONDS);
    // Then
    var mail = received();
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(html(mail))
        .contains("&lt;img src=http://evil.example/x&gt;&quot;&#39;&amp; Bcc: all@evil.example")
        .doesNotContain("<img", "<script", "<link", "url(", " src=\"");
  }

  @Test
  void shouldSendNothingOverATlsItCannotTrust() throws Exception {
    var own = new MailServer(LOCAL, SERVER.getSmtps().getPort(), Security.TLS, login(), true);
    assertThat(send(own)).isEqualTo(new Answer.TryAgain("TLS_FAILED"));
    assertThat(SERVER.getReceivedMessages()).isEmpty();
  }

  @Test
  void shouldSendNeitherPasswordNorMailWhereTheServerDoesNotEncrypt() throws Exception {
    try (var plain = new FakeSmtp()) {
      var answer = send(new MailServer(LOCAL, plain.port(), Security.STARTTLS, login(), true));
      assertThat(answer).isInstanceOf(Answer.TryAgain.class);
      assertThat(plain.heard()).isNotEmpty().noneMatch(line -> line.matches("(AUTH|MAIL|DATA).*"));
    }
  }

  @Test
  void shouldLogInWithItsPassword() throws Exception {
    SERVER.setUser("desk@marsad.example", "marsad", "correct horse");
    assertThat(send(new MailServer(LOCAL, port(), Security.NONE, login(), true)))
        .isEqualTo(new Answer.Accepted());
    var wrong = new Login("marsad", new Hidden("wrong"));
    assertThat(send(new MailServer(LOCAL, port(), Security.NONE, wrong, true)))
        .isEqualTo(new Answer.Rejected("AUTHENTICATION_FAILED"));
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, 451 later, SMTP_451, false",
    "RCPT, 450 grey, SMTP_450, false",
    "RCPT, 550 unknown, SMTP_550, true",
    "DATA, 554 no, SMTP_554, true",
    "., 452 full, SMTP_452, false",
    "., 552 too big, SMTP_552, true"
  })
  void shouldTryAgainAsTheCodeOfTheServerSays(
      String command, String says, String reason, boolean rejected) throws Exception {
    try (var server = new FakeSmtp().answers(command, says)) {
      assertThat(send(new MailServer(LOCAL, server.port(), Security.NONE, null, true)))
          .isEqualTo(rejected ? new Answer.Rejected(reason) : new Answer.TryAgain(reason));
    }
  }

  @Test
  void shouldTryAgainWhereNobodyListensOrNobodyIsKnown() throws Exception {
    int port;
    try (var gone = new FakeSmtp()) {
      port = gone.port();
    }
    assertThat(send(new MailServer(LOCAL, port, Security.NONE, null, true)))
        .isEqualTo(new Answer.TryAgain("UNREACHABLE"));
    assertThat(send(new MailServer("nobody.invalid", port, Security.NONE, null, true)))
        .isEqualTo(new Answer.TryAgain("UNKNOWN_HOST"));
  }

  @Test
  void shouldConnectToNoAddressThatIsNotPublic() throws Exception {
    try (var trap = new FakeSmtp()) {
      for (var host : List.of(LOCAL, "localhost")) {
        for (var security : List.of(Security.STARTTLS, Security.TLS)) {
          assertThat(send(new MailServer(host, trap.port(), security, null, false)))
              .isEqualTo(new Answer.TryAgain("ADDRESS_NOT_PUBLIC"));
        }
      }
      assertThat(trap.connections()).isZero();
    }
  }

  @Test
  void shouldLetNoHangingServerHoldUpAnother() throws Exception {
    sender = sender(Duration.ofSeconds(10)); // a busy machine needs less for the healthy one
    try (var hanging = new FakeSmtp().hangs()) {
      // Given
      var stuck = new MailServer(LOCAL, hanging.port(), Security.NONE, null, true);
      var waiting = IntStream.range(0, 20).mapToObj(i -> start(stuck, "msg_h" + i)).toList();
      Awaitility.await().atMost(LONG).until(() -> hanging.connections() == 4);
      // When
      var healthy = start(server(Security.NONE), "msg_ok");
      // Then
      assertThat(healthy.get(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo(new Answer.Accepted());
      assertThat(waiting).noneMatch(CompletableFuture::isDone);
      for (var answer : waiting) {
        assertThat(answer.get(LONG.toSeconds(), TimeUnit.SECONDS))
            .isIn(new Answer.TryAgain("TIMEOUT"), new Answer.TryAgain("BUSY"));
      }
      assertThat(waiting.stream().map(CompletableFuture::join))
          .contains(new Answer.TryAgain("BUSY"), new Answer.TryAgain("TIMEOUT"));
    }
  }

  @Test
  void shouldShowNoAddressUserOrPassword() {
    var settings =
        new ChannelSettings.Email(
            "mail",
            new MailServer("mail.example", 587, Security.STARTTLS, login(), false),
            new MailAddress("alerts@marsad.example"),
            new MailAddress("desk@hospital.example"));
    assertThat(settings.toString())
        .contains("…@hospital.example", "[hidden]")
        .doesNotContain("desk", "alerts@", "marsad,", "correct horse");
  }

  private Answer send(Message message) throws Exception {
    return channel(server(Security.NONE), AREAS)
        .send(message)
        .get(LONG.toSeconds(), TimeUnit.SECONDS);
  }

  private Answer send(MailServer server) throws Exception {
    return start(server, "msg_x").get(LONG.toSeconds(), TimeUnit.SECONDS);
  }

  private CompletableFuture<Answer> start(MailServer server, String key) {
    return channel(server, AREAS).send(mail(key, residential().build(), Locale.ENGLISH));
  }

  private EmailChannel channel(MailServer server, AreaNames names) {
    var from = new MailAddress("alerts@marsad.example");
    var to = new MailAddress("desk@hospital.example");
    return new EmailChannel(new ChannelSettings.Email("mail", server, from, to), sender, names);
  }

  private static MailServer server(Security security) {
    return new MailServer(LOCAL, port(), security, null, true);
  }

  private static int port() {
    return SERVER.getSmtp().getPort();
  }

  private static Login login() {
    return new Login("marsad", new Hidden("correct horse"));
  }

  private static Message mail(String key, Alert alert, Locale language) {
    return mail(key, alert, language, Replies.NONE, null);
  }

  private static Message mail(
      String key,
      Alert alert,
      Locale language,
      Replies replies,
      Message.@Nullable Earlier earlier) {
    return new Message(key, alert, language, replies, earlier, true);
  }

  private static ServerSetup setup(String protocol) {
    var setup = new ServerSetup(0, LOCAL, protocol);
    setup.setServerStartupTimeout(SLOW_MACHINE_MILLIS);
    return setup;
  }

  private static MailSender sender(Duration timeout) {
    return new MailSender(
        address -> !address.isLoopbackAddress(), timeout, Clock.fixed(SENT, ZoneOffset.UTC));
  }

  private static MimeMessage received() {
    var mails = SERVER.getReceivedMessages();
    assertThat(mails).hasSize(1);
    return mails[0];
  }

  private static String text(MimeMessage mail) throws MessagingException, IOException {
    return part(mail, 0).getContent().toString().replace("\r\n", "\n");
  }

  private static String html(MimeMessage mail) throws MessagingException, IOException {
    return part(mail, 1).getContent().toString();
  }

  private static MimeBodyPart part(MimeMessage mail, int index)
      throws MessagingException, IOException {
    return (MimeBodyPart) ((MimeMultipart) mail.getContent()).getBodyPart(index);
  }
}
