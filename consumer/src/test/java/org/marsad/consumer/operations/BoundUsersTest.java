package org.marsad.consumer.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.consumer.audience.Projection;
import org.marsad.consumer.audience.SeenFields;
import org.marsad.consumer.fixtures.Alerts;
import org.marsad.consumer.fixtures.Areas;
import org.marsad.consumer.fixtures.Variety;
import org.marsad.consumer.operations.http.RouteTable;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.consumer.subscribers.matching.Matcher;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;
import org.marsad.message.Delivery;
import org.marsad.message.DeliveryOutcome;
import org.marsad.message.Intent;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Severity;

/** A hospital's and a crew's user see what their subscriber may, byte by byte, and no more. */
class BoundUsersTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AreaProfile ALEPPO =
      Areas.aleppo()
          .setSites(
              List.of(
                  Areas.hospital("hospital-open", 36.19, false),
                  Areas.hospital("hospital-other", 36.20, false)))
          .build();

  /** One alert of each kind; those of hospitals are the user's own, and another's. */
  private static final List<Alert> ALERTS = alerts();

  @TempDir private Path folder;

  private static List<Alert> alerts() {
    var all = new ArrayList<Alert>();
    for (var alert : Variety.kinds()) {
      all.add(alert);
    }
    all.add(Alerts.surge().setAlertId("hospital:own").setAddressee("hospital-open").build());
    all.add(Alerts.surge().setAlertId("hospital:other").setAddressee("hospital-other").build());
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {PeopleDesk.WARD, PeopleDesk.WARD_VIEWER, PeopleDesk.CREW})
  void shouldSeeExactlyTheAlertsOfItsSubscriberInItsView(String user) throws IOException {
    // Given
    var subscriber = user.equals(PeopleDesk.CREW) ? OperationsDesk.CREW : OperationsDesk.HOSPITAL;
    try (var desk = new OperationsDesk(folder)) {
      desk.write(OperationsDesk.TOPICS.areas(), ALEPPO);
      desk.write(OperationsDesk.TOPICS.alerts(), ALERTS.toArray(Alert[]::new));
      // When
      var page = JSON.readTree(desk.get(user, RouteTable.ROOT + "/alerts?limit=1000"));
      // Then
      var seen = new TreeMap<String, JsonNode>();
      for (var alert : page.path("alerts")) {
        seen.put(alert.path("alertId").asText(), withoutText(alert));
      }
      assertThat(seen).isEqualTo(expected(subscriber)).isNotEmpty();
      for (var alert : ALERTS) {
        var path = RouteTable.ROOT + "/alerts/" + alert.getAlertId();
        var status = desk.people.ask(desk.port(), user, "GET", path).statusCode();
        assertThat(status)
            .as(alert.getAlertId())
            .isEqualTo(seen.containsKey(alert.getAlertId()) ? 200 : 404);
      }
    }
  }

  private static Map<String, JsonNode> expected(Subscriber subscriber) {
    var expected = new TreeMap<String, JsonNode>();
    for (var alert : ALERTS) {
      if (!Matcher.askEach(List.of(subscriber), alert, false, code -> Optional.of(ALEPPO))
          .isEmpty()) {
        var view = Projection.of(alert, subscriber.role(), subscriber.site()).orElseThrow();
        expected.put(alert.getAlertId(), SeenFields.of(view, subscriber.role()));
      }
    }
    return expected;
  }

  private static JsonNode withoutText(JsonNode alert) {
    var copy = (ObjectNode) alert.deepCopy();
    copy.remove("text");
    return copy;
  }

  /** Two worlds that differ in what is hidden from these users alone. */
  @Test
  void shouldReadTheSameBytesWhateverIsHiddenFromThem() throws IOException {
    // When
    var one = everything(false);
    var other = everything(true);
    // Then
    for (var user : List.of(PeopleDesk.WARD, PeopleDesk.WARD_VIEWER, PeopleDesk.CREW)) {
      assertThat(other.get(user)).as(user).isEqualTo(one.get(user));
      assertThat(String.join("", of(one, user).values())).hasSizeGreaterThan(2_000);
    }
    // Then: the worlds do differ, and the administrator sees it, but not the desk what is private
    assertThat(other.get("admin")).isNotEqualTo(one.get("admin"));
    assertThat(String.join("", of(other, "admin").values())).contains("secret-site");
    var desk = new TreeMap<>(of(other, "editor"));
    desk.keySet().removeIf(path -> path.contains("secret-site")); // said back: it is unknown
    assertThat(String.join("", desk.values())).doesNotContain("secret-site", "secret-subscriber");
  }

  private Map<String, Map<String, String>> everything(boolean more) throws IOException {
    var world = Files.createDirectory(folder.resolve(more ? "more" : "less"));
    var topics = OperationsDesk.TOPICS;
    try (var desk = new OperationsDesk(world)) {
      desk.write(topics.areas(), ALEPPO);
      desk.write(topics.alerts(), ALERTS.toArray(Alert[]::new));
      desk.write(topics.acknowledgements(), answer("hospital-a"), answer("crew-1"));
      if (more) {
        desk.write(topics.privateAlerts(), Alerts.site("secret-site").build());
        desk.write(
            topics.alerts(),
            Alerts.surge().setAlertId("hospital:third").setAddressee("hospital-other").build(),
            Alerts.silentSource().setAlertId("source:another").build());
        desk.write(topics.deliveries(), delivery("crew-2"));
        desk.write(topics.privateDeliveries(), delivery("secret-subscriber"));
        desk.write(topics.acknowledgements(), answer("crew-2"));
        desk.write(topics.privateAcknowledgements(), answer("secret-subscriber"));
      }
      var bodies = new TreeMap<String, Map<String, String>>();
      for (var user : desk.people.names()) {
        var read = new TreeMap<String, String>();
        for (var path : paths()) {
          read.put(path, desk.get(user, RouteTable.ROOT + path));
        }
        bodies.put(user, read);
      }
      return bodies;
    }
  }

  private static Map<String, String> of(Map<String, Map<String, String>> bodies, String user) {
    return Objects.requireNonNull(bodies.get(user), user);
  }

  private static List<String> paths() {
    var paths =
        new TreeSet<>(
            List.of(
                "/session",
                "/status",
                "/alerts",
                "/alerts/latest",
                "/alerts/hospital:third",
                "/alerts/site:aleppo:secret-site:s1",
                "/alerts/site",
                "/strikes",
                "/areas",
                "/days?scope=aleppo",
                "/hospitals",
                "/mutes",
                "/subscribers",
                "/sources",
                "/audit",
                "/users",
                "/openapi.json"));
    for (var alert : ALERTS) {
      paths.add("/alerts/" + alert.getAlertId());
      paths.add("/alerts/" + alert.getAlertId() + "/deliveries");
    }
    return List.copyOf(paths);
  }

  private static Acknowledgement answer(String subscriber) {
    return new Acknowledgement(
        "strike:s1", 1, subscriber, "team", Intent.SEEN, "sms", OperationsDesk.NOON);
  }

  private static Delivery delivery(String subscriber) {
    return Delivery.newBuilder()
        .setAlertId("strike:s1")
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
}
