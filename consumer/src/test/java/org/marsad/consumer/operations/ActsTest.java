package org.marsad.consumer.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.consumer.fixtures.Alerts;
import org.marsad.consumer.fixtures.Areas;
import org.marsad.consumer.operations.http.RouteTable;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Alert;
import org.marsad.message.AuditEvent;
import org.marsad.message.AuditOutcome;
import org.marsad.message.Intent;
import org.marsad.message.Mute;
import org.marsad.schemas.MessageCodec;

/** What people do, and the record of it. */
class ActsTest {
  private static final String SEEN = "{\"intent\": \"SEEN\"}";

  @TempDir private Path folder;
  private OperationsDesk desk;

  @BeforeEach
  void start() throws IOException {
    desk = new OperationsDesk(folder);
    desk.write(OperationsDesk.TOPICS.areas(), Areas.aleppo().build());
    desk.write(OperationsDesk.TOPICS.alerts(), Alerts.residential().build());
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  @Test
  void shouldAnswerForTheDeskAndShowItWithTheAlert() throws IOException {
    // When
    var answered = post("operator", "/alerts/strike:s1/answers", SEEN);
    // Then
    assertThat(answered).startsWith("200 ");
    var answer = published(OperationsDesk.TOPICS.acknowledgements());
    assertThat(answer.getSubscriber()).isEqualTo("operations");
    assertThat(answer.getTeam()).isEqualTo("operator");
    assertThat(answer.getIntent()).isEqualTo(Intent.SEEN);
    assertThat(answer.getRevision()).isEqualTo(1);
    assertThat(desk.audited())
        .extracting(AuditEvent::getOutcome)
        .containsExactly(AuditOutcome.BEGUN, AuditOutcome.DONE);
    assertThat(desk.audited().get(0).getObject()).isEqualTo("strike:s1");
    // When
    desk.deliverWhatWasWritten();
    // Then
    assertThat(desk.get("viewer", RouteTable.ROOT + "/alerts/latest"))
        .contains("\"subscriber\":\"operations\",\"intent\":\"SEEN\"", "\"kind\":\"ANSWER\"");
    assertThat(desk.get("viewer", RouteTable.ROOT + "/alerts/latest/deliveries"))
        .contains("ANSWERED SEEN, team operator, to revision 1", "nobody was told");
    assertThat(desk.get("viewer", RouteTable.ROOT + "/alerts"))
        .contains("\"answers\":[{\"subscriber\":\"operations\",\"intent\":\"SEEN\"");
    assertThat(desk.get("crew", RouteTable.ROOT + "/alerts")).doesNotContain("operations");
    assertThat(desk.get("operator", RouteTable.ROOT + "/audit"))
        .contains("\"user\":\"operator\"", "\"act\":\"answerAlert\"", "\"outcome\":\"DONE\"")
        .doesNotContain("BEGUN");
  }

  @Test
  void shouldAnswerForItsOwnSubscriberAloneWhenBound() throws IOException {
    // When
    var own = post("crew", "/alerts/strike:s1/answers", SEEN);
    // Then
    assertThat(own).startsWith("200 ");
    assertThat(published(OperationsDesk.TOPICS.acknowledgements()).getSubscriber())
        .isEqualTo("crew-1");
    // When, then
    desk.producer.clear();
    var forAnother =
        post(
            "crew",
            "/alerts/strike:s1/answers",
            "{\"intent\": \"SEEN\", \"subscriber\": \"hospital-a\"}");
    assertThat(forAnother).startsWith("422 ").contains("subscriber: hospital-a");
    assertThat(desk.producer.history()).isEmpty();
  }

  @Test
  void shouldKnowNoAlertThatThereIsNotOrThatTheUserMayNotSee() throws IOException {
    // Given
    desk.write(OperationsDesk.TOPICS.privateAlerts(), Alerts.site("secret-site").build());
    // When, then
    for (var user : new String[] {"operator", "editor", "ward", "crew"}) {
      assertThat(post(user, "/alerts/nothing/answers", SEEN)).startsWith("404 ");
      assertThat(post(user, "/alerts/site:aleppo:secret-site:s1/answers", SEEN)).startsWith("404 ");
    }
    assertThat(desk.producer.history()).isEmpty();
    // When, then: the administrator's answer stays private, and so does its record
    assertThat(post("admin", "/alerts/site:aleppo:secret-site:s1/answers", SEEN))
        .startsWith("200 ");
    assertThat(desk.producer.history())
        .extracting(sent -> sent.topic())
        .containsExactly(
            OperationsDesk.TOPICS.privateAudit(),
            OperationsDesk.TOPICS.privateAcknowledgements(),
            OperationsDesk.TOPICS.privateAudit());
  }

  @Test
  void shouldSendAMarkedTestOverTheRealPath() {
    // When
    var tested = post("operator", "/subscribers/crew-1/test", "{}");
    // Then
    assertThat(tested).startsWith("200 ").contains("test:system:channel_test:crew-1");
    var alert =
        desk.producer.history().stream()
            .filter(sent -> sent.topic().equals(OperationsDesk.TOPICS.alerts()))
            .map(sent -> MessageCodec.of(Alert.class).decode(sent.value()))
            .findFirst()
            .orElseThrow();
    assertThat(alert.getAddressee()).isEqualTo("crew-1");
    assertThat(post("operator", "/subscribers/nobody/test", "{}")).startsWith("404 ");
  }

  @Test
  void shouldDoNothingWhenTheAuditCannotBeWritten() {
    // Given
    desk.producer.sendException = new KafkaException("the broker is away");
    // When
    var answered = post("operator", "/alerts/strike:s1/answers", SEEN);
    // Then
    assertThat(answered).startsWith("503 ").contains("the audit was not written");
    assertThat(desk.producer.history()).isEmpty();
  }

  @Test
  void shouldSayWhatIsWrongWithARequest() {
    assertThat(post("operator", "/alerts/strike:s1/answers", "{}"))
        .startsWith("422 ")
        .contains("intent: absent (expected: one of");
    assertThat(post("operator", "/alerts/strike:s1/answers", "[]")).startsWith("400 ");
    assertThat(
            post(
                "operator", "/alerts/strike:s1/answers", "{\"intent\": \"SEEN\", \"revision\": 9}"))
        .startsWith("422 ")
        .contains("revision: 9 (expected: 1 to 1)");
    assertThat(post("operator", "/mutes", "{\"area\": \"aleppo\", \"for\": \"soon\"}"))
        .startsWith("422 ")
        .contains("for: soon (expected: a time such as 90m, 1h30m, 2h or 1d)", "reason: absent");
    assertThat(desk.people.ask(desk.port(), "operator", "DELETE", RouteTable.ROOT + "/mutes/none"))
        .extracting(answer -> answer.statusCode())
        .isEqualTo(404);
    assertThat(desk.get("viewer", RouteTable.ROOT + "/alerts?colour=red&limit=0"))
        .contains("colour: unknown", "limit: 0 (expected: a whole number, 1 to 1000)");
  }

  @Test
  void shouldSetAMuteAndLiftItOnce() throws IOException {
    // When
    var set =
        post("operator", "/mutes", "{\"area\":\"aleppo\",\"for\":\"1h\",\"reason\":\"rest\"}");
    // Then
    assertThat(set).startsWith("200 ").contains("\"state\":\"STANDING\"");
    var mute = mutes().get(0);
    assertThat(mute.getSetBy()).isEqualTo("operator");
    assertThat(mute.getExpiresAt()).isEqualTo(OperationsDesk.NOON.plus(Duration.ofHours(1)));
    // When
    desk.deliverWhatWasWritten();
    var lifted = delete("operator", "/mutes/" + mute.getMuteId());
    // Then
    assertThat(lifted).startsWith("204 ");
    assertThat(mutes().get(0).getLiftedBy()).isEqualTo("operator");
    // When
    desk.deliverWhatWasWritten();
    // Then
    assertThat(delete("operator", "/mutes/" + mute.getMuteId()))
        .startsWith("422 ")
        .contains("LIFTED (expected: the id of a mute that stands)");
    assertThat(post("operator", "/mutes", "{\"area\":\"alepo\",\"for\":\"1h\",\"reason\":\"x\"}"))
        .startsWith("422 ")
        .contains("area: alepo (expected: the code of a known area; did you mean Aleppo (aleppo)");
  }

  private List<Mute> mutes() {
    return desk.producer.history().stream()
        .filter(sent -> sent.topic().equals(OperationsDesk.TOPICS.mutes()))
        .map(sent -> MessageCodec.of(Mute.class).decode(sent.value()))
        .toList();
  }

  private String delete(String user, String path) {
    return desk.people.begin(desk.port(), user, "DELETE", RouteTable.ROOT + path, null);
  }

  @Test
  void shouldKnowNoRevisionToExplainThatThereIsNot() {
    assertThat(
            desk.people.begin(
                desk.port(),
                "operator",
                "GET",
                RouteTable.ROOT + "/alerts/strike:s1/explanation?revision=9",
                null))
        .startsWith("404 ")
        .contains("revision: 9 (expected: 1 to 1)");
  }

  @Test
  void shouldRefuseABodyThatIsTooLargeOrNoJson() {
    assertThat(post("operator", "/mutes", "{\"area\": \"" + "x".repeat(70_000) + "\"}"))
        .startsWith("413 ");
    var form =
        desk.people.send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + desk.port() + RouteTable.ROOT + "/mutes"))
                .header("Authorization", "Bearer " + desk.people.token("operator"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("area=aleppo")));
    assertThat(form.statusCode()).isEqualTo(415);
  }

  @Test
  void shouldCountAndShowWhatItCannotReadAndGoOn() throws IOException {
    // When
    desk.writeGarbage(OperationsDesk.TOPICS.alerts());
    desk.write(
        OperationsDesk.TOPICS.alerts(), Alerts.residential().setAlertId("strike:s2").build());
    // Then
    assertThat(desk.get("viewer", RouteTable.ROOT + "/status"))
        .contains("{\"topic\":\"test-alerts\",\"count\":1,\"lastPartition\":0,\"lastOffset\":1}");
    assertThat(desk.get("viewer", RouteTable.ROOT + "/alerts")).contains("strike:s2");
  }

  private String post(String user, String path, String body) {
    return desk.people.begin(desk.port(), user, "POST", RouteTable.ROOT + path, body);
  }

  private Acknowledgement published(String topic) {
    return desk.producer.history().stream()
        .filter(sent -> sent.topic().equals(topic))
        .map(sent -> MessageCodec.of(Acknowledgement.class).decode(sent.value()))
        .findFirst()
        .orElseThrow();
  }
}
