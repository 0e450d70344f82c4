package org.marsad.consumer.operations.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.marsad.consumer.operations.audit.AuditLog;
import org.marsad.consumer.operations.audit.Deed;
import org.marsad.consumer.operations.board.Board;
import org.marsad.consumer.operations.http.Access;
import org.marsad.consumer.operations.http.Problem;
import org.marsad.consumer.operations.http.Reply;
import org.marsad.consumer.operations.http.Request;
import org.marsad.consumer.operations.http.Route;
import org.marsad.consumer.operations.people.UserRole;
import org.marsad.consumer.subscribers.matching.TestAlert;
import org.marsad.message.Alert;
import org.marsad.schemas.TopicWriter;
import org.marsad.schemas.Topics;

/** The test of a subscriber's channels, over the real path. */
public final class TestRoutes {
  private static final String AREA = "test";

  private final Board board;
  private final Viewers viewers;
  private final AuditLog audit;
  private final TopicWriter<Alert> writer;
  private final Topics topics;
  private final Clock clock;

  /**
   * @param producer gives up in a bearable time; its owner closes it
   */
  public TestRoutes(
      Board board,
      Viewers viewers,
      AuditLog audit,
      Producer<String, byte[]> producer,
      Topics topics,
      Clock clock) {
    this.board = board;
    this.viewers = viewers;
    this.audit = audit;
    this.writer = new TopicWriter<>(producer, Alert.class);
    this.topics = topics;
    this.clock = clock;
  }

  /** Its routes. */
  public List<Route> routes() {
    return List.of(
        Route.post("/subscribers/{id}/test", "testSubscriber")
            .summary("Sends a marked TEST; the deliveries of that alert say what became of it.")
            .access(Access.of(UserRole.OPERATOR))
            .answers("Created")
            .by(this::test));
  }

  private Reply test(Request request) throws IOException {
    var id = request.path("id");
    var isConfidential = board.isConfidential(id);
    if (!viewers.isListed(id) || (isConfidential && !viewers.of(request).seesPrivate())) {
      throw Problem.unknown("subscriber", id).exception();
    }
    var alert = TestAlert.of(id, AREA, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    var deed = new Deed(request.caller(), "testSubscriber", id, null, null, isConfidential);
    audit.perform(deed, () -> publish(alert, isConfidential));
    return Reply.json(JsonNodeFactory.instance.objectNode().put("alertId", alert.getAlertId()));
  }

  private String publish(Alert alert, boolean isPrivate) throws IOException {
    var topic = isPrivate ? topics.privateAlerts() : topics.alerts();
    writer.write(topic, alert.getAlertId(), alert.getSentAt(), alert);
    return alert.getAlertId();
  }
}
