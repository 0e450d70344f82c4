package org.marsad.consumer.operations.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import org.marsad.consumer.operations.answers.AnswerDesk;
import org.marsad.consumer.operations.board.Board;
import org.marsad.consumer.operations.explain.EvidenceReader;
import org.marsad.consumer.operations.explain.Explanation;
import org.marsad.consumer.operations.explain.Timeline;
import org.marsad.consumer.operations.http.Access;
import org.marsad.consumer.operations.http.Field;
import org.marsad.consumer.operations.http.Reply;
import org.marsad.consumer.operations.http.Request;
import org.marsad.consumer.operations.http.Route;
import org.marsad.consumer.operations.people.UserRole;

/**
 * An alert explained: its findings, its reports and how they were merged. Reports are named, so it
 * is for those who answer for them. It reads whole topics: people ask rarely.
 */
public final class ExplainRoutes {
  private final Board board;
  private final Viewers viewers;
  private final EvidenceReader evidence;
  private final AnswerDesk answers;

  public ExplainRoutes(Board board, Viewers viewers, EvidenceReader evidence, AnswerDesk answers) {
    this.board = board;
    this.viewers = viewers;
    this.evidence = evidence;
    this.answers = answers;
  }

  /** Its routes. */
  public List<Route> routes() {
    return List.of(
        Route.get("/alerts/{id}/explanation", "explainAlert")
            .summary("Why an alert says what it says, in English, with its reports and merging.")
            .access(Access.of(UserRole.OPERATOR))
            .query(Field.integer("revision", 1, Integer.MAX_VALUE, "The newest unless it is said."))
            .answers("Explanation")
            .waits()
            .by(this::explain));
  }

  private Reply explain(Request request) throws IOException {
    var id = AlertRoutes.id(board, viewers.of(request), request.path("id"));
    var wanted = request.query().integer("revision", 0);
    var found = answers.find(id);
    var read = evidence.read(found);
    var json = JsonNodeFactory.instance.objectNode().put("alertId", id);
    var lines = json.putArray("lines");
    Explanation.of(read, wanted == 0 ? null : wanted, null).forEach(lines::add);
    json.set("timeline", Timeline.json(Timeline.of(read, answers.story(found))));
    return Reply.json(json);
  }
}
