package org.marsad.consumer.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Patience.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.consumer.fixtures.Alerts;
import org.marsad.consumer.fixtures.Areas;
import org.marsad.consumer.fixtures.EventReader;
import org.marsad.consumer.fixtures.Records;
import org.marsad.consumer.operations.http.RouteTable;
import org.marsad.message.AreaProfile;
import org.marsad.message.AuditEvent;
import org.marsad.message.AuditOutcome;
import org.marsad.message.Delivery;
import org.marsad.message.DeliveryOutcome;
import org.marsad.message.EmergencyDepartment;
import org.marsad.message.HospitalStatus;
import org.marsad.message.Reality;
import org.marsad.message.Site;
import org.marsad.message.Staffing;

/** Nothing that the desk reads or hears depends on whether there is a confidential site. */
class ConfidentialSiteHiddenTest {
  private static final List<String> DESK = List.of("viewer", "operator", "editor");
  private static final List<String> PATHS =
      List.of(
          "/session",
          "/status",
          "/alerts",
          "/alerts/latest",
          "/alerts/strike:s1",
          "/alerts/strike:s1/deliveries",
          "/alerts/site:aleppo:secret-site:s1",
          "/alerts/s",
          "/strikes",
          "/areas",
          "/days?scope=aleppo",
          "/hospitals",
          "/mutes",
          "/subscribers",
          "/sources",
          "/audit");

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();

  /** What there is to read and to hear, by user and path. */
  private record World(Map<String, Map<String, String>> read, Map<String, String> heard) {}

  @Test
  void shouldBeTheSameToTheDeskByteForByteWithAndWithoutOne() throws Exception {
    // When
    var without = world(false);
    var with = world(true);
    // Then
    for (var user : DESK) {
      for (var path : PATHS) {
        assertThat(read(with, user, path)).as(user + path).isEqualTo(read(without, user, path));
      }
      assertThat(with.heard().get(user)).as(user).isEqualTo(without.heard().get(user));
      assertThat(with.heard().get(user)).contains("strike:s2", "event: answers", "event: mute");
    }
    // Then: there is one, and the administrator reads and hears of it
    var admin = String.valueOf(with.read().get("admin"));
    assertThat(admin)
        .contains("site:aleppo:secret-site:s1", "secret-subscriber", "m-secret", "audit-secret")
        .contains("alerts-private");
    assertThat(with.heard().get("admin")).contains("secret-site", "m-secret");
  }

  @Test
  void shouldRefuseAMuteForOneAsForASubscriberThatThereIsNot() throws Exception {
    var clock = Clock.fixed(OperationsDesk.NOON, ZoneOffset.UTC);
    try (var desk = new OperationsDesk(folder, clock, true)) {
      desk.write(OperationsDesk.TOPICS.mutes(), Records.mute("m-secret", "secret-subscriber"));
      for (var user : List.of("operator", "editor", "admin")) {
        // When
        var secret = mute(desk, user, "secret-subscriber");
        var unknown = mute(desk, user, "nobody");
        // Then
        assertThat(secret.replace("secret-subscriber", "nobody")).as(user).isEqualTo(unknown);
        assertThat(unknown).startsWith("422 ").contains("subscriber: nobody (expected: one that");
      }
      // When: one is lifted that was set elsewhere
      var known = lift(desk, "operator", "m-secret");
      // Then
      assertThat(known.replace("m-secret", "m-none"))
          .startsWith("404 ")
          .isEqualTo(lift(desk, "operator", "m-none"));
      assertThat(desk.producer.history()).isEmpty();
    }
  }

  private static String mute(OperationsDesk desk, String user, String subscriber) {
    var body =
        "{\"area\": \"aleppo\", \"subscriber\": \"%s\", \"for\": \"1h\", \"reason\": \"rest\"}"
            .formatted(subscriber);
    return desk.people.begin(desk.port(), user, "POST", RouteTable.ROOT + "/mutes", body);
  }

  private static String lift(OperationsDesk desk, String user, String id) {
    return desk.people.begin(desk.port(), user, "DELETE", RouteTable.ROOT + "/mutes/" + id, null);
  }

  private static @Nullable String read(World world, String user, String path) {
    return Objects.requireNonNull(world.read().get(user)).get(path);
  }

  private World world(boolean knowsASecret) throws Exception {
    var topics = OperationsDesk.TOPICS;
    var clock = Clock.fixed(OperationsDesk.NOON, ZoneOffset.UTC);
    var own = Files.createDirectory(folder.resolve(String.valueOf(knowsASecret)));
    try (var desk = new OperationsDesk(own, clock, knowsASecret)) {
      desk.write(topics.areas(), aleppo(knowsASecret));
      desk.write(topics.alerts(), Alerts.residential().build());
      var readers = new TreeMap<String, EventReader>();
      for (var user : Stream.concat(DESK.stream(), Stream.of("admin")).toList()) {
        readers.put(user, reader(desk, user));
      }
      if (knowsASecret) {
        readers.put(PeopleDesk.SECRET_WARD, reader(desk, PeopleDesk.SECRET_WARD));
        writeWhatIsSecret(desk);
      }
      desk.write(topics.deliveries(), Records.delivery("strike:s1", "crew-1"));
      desk.write(topics.acknowledgements(), Records.answer("strike:s1", "crew-1"));
      desk.write(topics.mutes(), Records.mute("m-open", "crew-1"));
      desk.write(topics.alerts(), Alerts.residential().setAlertId("strike:s2").build());
      var read = new TreeMap<String, Map<String, String>>();
      var heard = new TreeMap<String, String>();
      for (var user : readers.keySet()) {
        read.put(user, read(desk, user));
      }
      for (var reader : readers.entrySet()) {
        await().until(() -> reader.getValue().text().matches("(?s).*strike:s2.*\n\n"));
        heard.put(reader.getKey(), heard(reader.getValue()));
        reader.getValue().close();
      }
      return new World(read, heard);
    }
  }

  private static AreaProfile aleppo(boolean knowsASecret) {
    var sites = new ArrayList<Site>();
    sites.add(Areas.hospital("hospital-open", 36.19, false));
    if (knowsASecret) {
      sites.add(Areas.hospital("secret-site", 36.2, true));
    }
    return Areas.aleppo().setSites(sites).build();
  }

  private static void writeWhatIsSecret(OperationsDesk desk) {
    var topics = OperationsDesk.TOPICS;
    var site = Alerts.site("secret-site").build();
    desk.write(topics.privateAlerts(), site);
    // from before it became confidential
    desk.write(topics.deliveries(), Records.delivery("strike:s1", "secret-subscriber"));
    desk.write(topics.acknowledgements(), Records.answer("strike:s1", "secret-subscriber"));
    desk.write(
        topics.privateDeliveries(),
        Delivery.newBuilder(Records.delivery("strike:s1", "secret-subscriber"))
            .setOutcome(DeliveryOutcome.GAVE_UP)
            .build());
    desk.write(
        topics.privateAcknowledgements(),
        Records.answer("strike:s1", "secret-subscriber"),
        Records.answer(site.getAlertId(), "secret-subscriber"));
    desk.write(topics.mutes(), Records.mute("m-secret", "secret-subscriber"));
    desk.write(
        topics.hospitalStatus(),
        HospitalStatus.newBuilder()
            .setSiteId("secret-site")
            .setArea("aleppo")
            .setEmergencyDepartment(EmergencyDepartment.NORMAL)
            .setStaffing(Staffing.UNKNOWN)
            .setUpdatedAt(OperationsDesk.NOON)
            .setReality(Reality.ACTUAL)
            .build());
    desk.write(
        topics.privateAudit(),
        AuditEvent.newBuilder()
            .setEventId("audit-secret")
            .setAt(OperationsDesk.NOON)
            .setUser("secret-ward")
            .setMeans("PASSWORD")
            .setAct("signIn")
            .setOutcome(AuditOutcome.DONE)
            .build());
    desk.writeGarbage(topics.privateAlerts());
  }

  private static Map<String, String> read(OperationsDesk desk, String user) {
    return PATHS.stream()
        .collect(
            Collectors.toMap(
                path -> path,
                path -> desk.get(user, RouteTable.ROOT + path),
                (a, b) -> a,
                TreeMap::new));
  }

  private EventReader reader(OperationsDesk desk, String user) throws Exception {
    var path = "http://127.0.0.1:" + desk.port() + RouteTable.ROOT + "/stream";
    var bearer = "Bearer " + desk.people.token(user);
    var reader = new EventReader(http, URI.create(path), "Authorization", bearer);
    await().until(() -> reader.text().contains("event: heartbeat"));
    return reader;
  }

  /** Without the run's name, the spread of coming back, and heartbeats after the first. */
  private static String heard(EventReader reader) {
    var text =
        reader.text().replaceAll("id: [0-9a-f-]{36}:", "id: ").replaceAll("retry: \\d+", "retry");
    var first = text.indexOf("event: heartbeat");
    return text.substring(0, first + 1)
        + text.substring(first + 1).replaceAll("event: heartbeat\n.*\n\n", "");
  }
}
