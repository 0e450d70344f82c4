package org.marsad.consumer.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Patience.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.consumer.fixtures.Alerts;
import org.marsad.consumer.fixtures.Areas;
import org.marsad.consumer.fixtures.EventReader;
import org.marsad.consumer.operations.http.RouteTable;
import org.marsad.message.Alert;
import org.marsad.message.Delivery;
import org.marsad.message.DeliveryOutcome;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Severity;

class StreamTest {
  private static final Pattern EVENT =
      Pattern.compile("id: (\\S+)\nevent: alert\ndata: \\{\"alertId\":\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  @TempDir private Path folder;
  private OperationsDesk desk;

  @BeforeEach
  void start() throws IOException {
    desk = new OperationsDesk(folder);
    desk.write(OperationsDesk.TOPICS.areas(), Areas.aleppo().build());
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  @Test
  void shouldMissNothingAndGetNothingTwiceWhenAReaderComesBack() throws Exception {
    // Given: a reader that saw the first alert
    String lastId;
    try (var reader = reader("viewer")) {
      write("strike:1");
      await().until(() -> ids(reader).size() == 1);
      lastId = eventIds(reader).get(0);
    }
    // When: it is away while two more come, and a fourth comes after its return
    write("strike:2", "strike:3");
    try (var back = reader("viewer", "Last-Event-ID", lastId)) {
      write("strike:4");
      // Then
      await().until(() -> ids(back).size() >= 3);
      assertThat(ids(back)).containsExactly("strike:2", "strike:3", "strike:4");
    }
  }

  @Test
  void shouldTellAReaderOfAnotherRunToReadEverythingAnew() throws Exception {
    write("strike:1");
    try (var reader = reader("viewer", "Last-Event-ID", "another-run:1")) {
      await().until(() -> reader.text().contains("event: reset"));
      assertThat(ids(reader)).isEmpty();
    }
  }

  @Test
  void shouldTellEachReaderWhatItMaySeeAlone() throws Exception {
    try (var desk = reader("viewer");
        var admin = reader("admin");
        var crew = reader("crew")) {
      // When
      this.desk.write(OperationsDesk.TOPICS.privateAlerts(), Alerts.site("secret-site").build());
      this.desk.write(
          OperationsDesk.TOPICS.alerts(),
          Alerts.surge().setAlertId("hospital:other").setAddressee("hospital-other").build(),
          Alerts.residential().setAlertId("strike:last").build());
      // Then
      for (var reader : List.of(desk, admin, crew)) {
        await().until(() -> ids(reader).contains("strike:last"));
      }
      assertThat(ids(admin))
          .containsExactly("site:aleppo:secret-site:s1", "hospital:other", "strike:last");
      assertThat(ids(desk)).containsExactly("hospital:other", "strike:last");
      assertThat(ids(crew)).containsExactly("strike:last");
      assertThat(crew.text() + desk.text()).doesNotContain("secret");
    }
  }

  /** Not even that somebody was told may show, where he may not be known of. */
  @Test
  void shouldSayHowManyWereToldToThoseWhoMayKnowOfThem() throws Exception {
    // Given
    write("strike:1");
    try (var desk = reader("viewer");
        var admin = reader("admin");
        var crew = reader("crew")) {
      // When
      this.desk.write(OperationsDesk.TOPICS.privateDeliveries(), delivery("secret-ward"));
      // Then
      await().until(() -> admin.text().contains("event: told"));
      // When
      this.desk.write(OperationsDesk.TOPICS.deliveries(), delivery("crew-1"));
      // Then
      await().until(() -> desk.text().contains("event: told"));
      assertThat(desk.text()).containsOnlyOnce("event: told").contains("\"told\":1");
      await().until(() -> admin.text().contains("\"told\":2"));
      assertThat(crew.text()).doesNotContain("event: told");
    }
  }

  @Test
  void shouldEndTheStreamOfAUserWhoIsRemoved() throws Exception {
    try (var gone = reader("viewer");
        var stays = reader("operator")) {
      // Given
      await().until(() -> gone.text().contains("event: heartbeat"));
      // When
      desk.users.remove("viewer");
      desk.app.lookAtReaders();
      // Then
      await().until(gone::ended);
      write("strike:1");
      await().until(() -> ids(stays).size() == 1);
      assertThat(ids(gone)).isEmpty();
    }
  }

  private static Delivery delivery(String subscriber) {
    return Delivery.newBuilder()
        .setAlertId("strike:1")
        .setRevision(1)
        .setMessageType(MessageType.ALERT)
        .setSubscriber(subscriber)
        .setChannel("sms")
        .setOutcome(DeliveryOutcome.DELIVERED)
        .setAttempt(1)
        .setIdempotencyKey("key")
        .setAt(OperationsDesk.NOON)
        .setSeverity(Severity.EXTREME)
        .setReality(Reality.ACTUAL)
        .build();
  }

  private EventReader reader(String user, String... headers) throws Exception {
    var all = new ArrayList<>(List.of(headers));
    all.add("Authorization");
    all.add("Bearer " + desk.people.token(user));
    var path = "http://127.0.0.1:" + desk.port() + RouteTable.ROOT + "/stream";
    var reader = new EventReader(http, URI.create(path), all.toArray(String[]::new));
    await().until(() -> reader.text().contains("event: heartbeat"));
    return reader;
  }

  private void write(String... ids) {
    for (var id : ids) {
      Alert alert = Alerts.residential().setAlertId(id).build();
      desk.write(OperationsDesk.TOPICS.alerts(), alert);
    }
  }

  private static List<String> ids(EventReader reader) {
    return group(reader, 2);
  }

  private static List<String> eventIds(EventReader reader) {
    return group(reader, 1);
  }

  private static List<String> group(EventReader reader, int group) {
    var found = new ArrayList<String>();
    var matcher = EVENT.matcher(reader.text());
    while (matcher.find()) {
      found.add(matcher.group(group));
    }
    return found;
  }
}
