package org.marsad.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.consumer.operations.OperationsSettings;
import org.marsad.standalone.InstallationSettings;
import org.marsad.standalone.Standalone;
import picocli.CommandLine;

/** A first hour: from an empty folder to an Arabic alert in a mailbox, without editing a file. */
class InitIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @RegisterExtension
  static final GreenMailExtension SERVER =
      new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @TempDir private Path folder;

  @Test
  void shouldGoFromAnEmptyFolderToAnArabicAlertInAMailbox() throws Exception {
    // When somebody sets it up
    var data = folder.resolve("data");
    var set =
        Run.of(
            List.of(
                "init",
                data.toString(),
                "--no-questions",
                "--name=Aleppo rescue",
                "--home-area=حلب",
                "--public-url=https://ops.example.org",
                "--source=field office",
                "--hospital=name=Al-Quds; name-ar=القدس; at=36.19, 37.15; beds=40",
                "--mail=host=127.0.0.1; security=none; from=alerts@marsad.example; port="
                    + SERVER.getSmtp().getPort(),
                "--subscriber=id=crew; role=rescue; language=ar; email=crew@rescue.example"));
    // Then everybody was sent a test
    assertThat(set.status()).as(set.errors() + set.out()).isZero();
    assertThat(set.out()).containsPattern("crew +email +DELIVERED");
    assertThat(subjects()).singleElement().asString().startsWith("اختبار");
    // When it runs, and the source reports with the token that it was given
    var up = new UpCommand();
    new CommandLine(up).parseArgs("--data=" + data, "--port=0", "--broker-port=0");
    var options = up.options();
    assertThat(options.gazetteer().areasOfHospital("al-quds")).isNotEmpty();
    assertThat(options.settings().text(InstallationSettings.FEED_SENDER))
        .isEqualTo("ops.example.org");
    assertThat(options.settings().flag(OperationsSettings.SECURE)).isTrue();
    assertThat(options.settings().list(OperationsSettings.PROXY_ADDRESSES))
        .containsExactly("127.0.0.1");
    try (var marsad = Standalone.start(options)) {
      var answer = report(marsad, token(set), "الفردوس");
      assertThat(answer).contains("published");
      // Then the crew reads it in Arabic, with links to answer by
      await().atMost(PATIENCE).until(() -> subjects().size() == 2);
      assertThat(subjects().get(1)).contains("الفردوس", "45 قتيلاً");
      assertThat(text(SERVER.getReceivedMessages()[1])).contains("https://ops.example.org/r/");
    }
  }

  @Test
  void shouldSayWhoWasNotReached() throws Exception {
    // Given a mail server that nobody listens for
    var port = SERVER.getSmtp().getPort();
    SERVER.stop();
    // When
    var set =
        Run.of(
            List.of(
                "init",
                folder.resolve("data").toString(),
                "--no-questions",
                "--wait=3",
                "--mail=host=127.0.0.1; security=none; from=alerts@marsad.example; port=" + port,
                "--subscriber=id=crew; role=rescue; email=crew@rescue.example"));
    // Then
    assertThat(set.status()).isEqualTo(1);
    assertThat(set.out()).containsPattern("crew +email +RETRY_LATER UNREACHABLE");
    assertThat(set.errors()).contains("not everybody was reached");
  }

  private static List<String> subjects() throws Exception {
    var subjects = new ArrayList<String>();
    for (var mail : SERVER.getReceivedMessages()) {
      subjects.add(mail.getSubject());
    }
    return subjects;
  }

  private static String text(MimeMessage mail) throws Exception {
    return (String) ((Multipart) mail.getContent()).getBodyPart(0).getContent();
  }

  private static String token(Run set) {
    var line =
        set.out().lines().filter(l -> l.contains("source field office")).findFirst().orElseThrow();
    return line.substring(line.lastIndexOf(' ') + 1);
  }

  private static String report(Standalone marsad, String token, String place) throws Exception {
    var json =
        """
        {"localId": "1", "occurredFrom": "%s", "placeText": "%s", "killed": 45}
        """
            .formatted(Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS), place);
    var request =
        HttpRequest.newBuilder(URI.create(marsad.url() + "/api/reports"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}
