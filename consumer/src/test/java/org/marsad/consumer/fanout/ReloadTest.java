package org.marsad.consumer.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.revision;
import static org.marsad.consumer.fixtures.Patience.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.channels.http.Receiver;
import org.marsad.consumer.channels.terminal.TerminalAlerts;
import org.marsad.consumer.fanout.stages.Backoff;
import org.marsad.consumer.replies.ReplySettings;
import org.marsad.consumer.subscribers.SubscribersSource;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;
import org.marsad.schemas.Topics;

/** The file of subscribers changes while the fan-out runs. */
class ReloadTest {
  private static final String KEY = "a first key that has 32 bytes ..";
  private static final String OTHER_KEY = "another key that has 32 bytes ..";

  @TempDir private Path folder;
  private final List<AutoCloseable> opened = new ArrayList<>();
  private final FakeKafka kafka = new FakeKafka(true);
  private int alerts;

  @AfterEach
  void close() throws Exception {
    for (var resource : opened) {
      resource.close();
    }
  }

  @Test
  void shouldTellTheNewOnesAndCancelOnlyToThoseWhoAreStillThere() throws IOException {
    // Given
    var stays = receiver(200);
    var leaves = receiver(200);
    var comes = receiver(200);
    write(entry("stays", stays) + entry("leaves", leaves));
    kafka.publish(residential().build());
    start();
    await().untilAsserted(() -> assertThat(leaves.requests).hasSize(1));
    await().untilAsserted(() -> assertThat(stays.requests).hasSize(1));
    // When
    write(entry("stays", stays) + entry("comes", comes));
    publishUntilToldTo(comes);
    var before = leaves.requests.size();
    kafka.publishLive(revision(residential(), 2, MessageType.CANCEL));
    // Then
    await().untilAsserted(() -> assertThat(types(stays)).contains("alert.cancel"));
    assertThat(types(comes)).doesNotContain("alert.cancel");
    assertThat(leaves.requests).hasSize(before);
  }

  @Test
  void shouldGoOnWithWhatWaitsOverTheNewAddress() throws IOException {
    // Given
    var broken = receiver(500);
    var mended = receiver(200);
    write(entry("a", broken));
    kafka.publish(residential().build());
    start();
    await().untilAsserted(() -> assertThat(broken.requests).hasSizeGreaterThan(1));
    // When
    write(entry("a", mended));
    // Then
    await().untilAsserted(() -> assertThat(mended.requests).hasSize(1));
    assertThat(mended.requests.get(0).headers().get("webhook-id"))
        .isEqualTo(broken.requests.get(0).headers().get("webhook-id"));
    await().untilAsserted(() -> assertThat(kafka.committed()).isEqualTo(1));
  }

  @Test
  void shouldSignWithTheNewSecretWhenOnlyItsFileHasChanged() throws IOException {
    // Given
    var receiver = receiver(200);
    write(entry("a", receiver));
    kafka.publish(residential().build());
    start();
    await().untilAsserted(() -> assertThat(receiver.requests).hasSize(1));
    assertThat(isSignedWith(KEY, receiver.requests.get(0))).isTrue();
    // When
    writeKey(OTHER_KEY);
    // Then
    await()
        .untilAsserted(
            () -> {
              kafka.publishLive(another());
              var newest = receiver.requests.get(receiver.requests.size() - 1);
              assertThat(isSignedWith(OTHER_KEY, newest)).isTrue();
            });
  }

  @Test
  void shouldKeepThoseInForceAsLongAsTheFileIsAtFault() throws IOException {
    // Given
    var old = receiver(200);
    var late = receiver(200);
    write(entry("old", old));
    start();
    // When
    write(entry("late", late) + "- {id: broken}\n");
    // Then: longer than it takes to notice
    await().during(Duration.ofSeconds(4)).untilAsserted(() -> assertThat(late.requests).isEmpty());
    publishUntilToldTo(old);
    assertThat(late.requests).isEmpty();
    // When
    write(entry("late", late));
    // Then
    publishUntilToldTo(late);
  }

  private void publishUntilToldTo(Receiver receiver) {
    await()
        .pollInterval(Duration.ofMillis(300))
        .untilAsserted(
            () -> {
              kafka.publishLive(another());
              assertThat(receiver.requests).isNotEmpty();
            });
  }

  private Alert another() {
    return residential().setAlertId("another:" + alerts++).build();
  }

  private void start() throws IOException {
    var app =
        new FanoutApp(
            kafka,
            new Topics(""),
            SubscribersSource.of(folder.resolve("subscribers.yaml")),
            new AreaDirectory(),
            new TerminalAlerts(
                new PrintStream(OutputStream.nullOutputStream()), (code, language) -> code, false),
            ReplySettings.NONE,
            Duration.ofMinutes(30),
            new Backoff(List.of(Duration.ofMillis(20)), new Random(1)),
            new LoopWatch(System::nanoTime),
            Clock.fixed(SENT, ZoneOffset.UTC));
    kafka.assign();
    app.start();
    opened.add(0, app);
  }

  private Receiver receiver(int status) throws IOException {
    var receiver = new Receiver((number, exchange) -> Receiver.status(exchange, status));
    opened.add(receiver);
    return receiver;
  }

  private void write(String text) throws IOException {
    if (!Files.exists(folder.resolve("key"))) {
      writeKey(KEY);
    }
    Files.writeString(folder.resolve("subscribers.yaml"), text);
  }

  private void writeKey(String key) throws IOException {
    Files.writeString(
        folder.resolve("key"), "whsec_" + Base64.getEncoder().encodeToString(key.getBytes(UTF_8)));
  }

  private static String entry(String id, Receiver receiver) {
    return """
    - id: %s
      role: RESCUE
      areas: [aleppo]
      channels:
        - {type: webhook, url: "%s", secret-file: key, own-network: true}
    """
        .formatted(id, receiver.url());
  }

  private static List<String> types(Receiver receiver) {
    return receiver.requests.stream()
        .map(request -> request.body().replaceFirst("^\\{\"type\":\"([a-z.]+)\".*$", "$1"))
        .toList();
  }

  private static boolean isSignedWith(String key, Receiver.Request request) {
    try {
      var headers = request.headers();
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      var signed =
          headers.getFirst("webhook-id")
              + "."
              + headers.getFirst("webhook-timestamp")
              + "."
              + request.body();
      var signature = Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
      return headers.getFirst("webhook-signature").contains("v1," + signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
