package org.marsad.consumer.operations.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.answers.AnswerDesk;
import org.marsad.consumer.operations.answers.DeliveryStory;
import org.marsad.consumer.operations.board.Board;
import org.marsad.consumer.operations.board.Viewer;
import org.marsad.consumer.operations.explain.Evidence;
import org.marsad.consumer.operations.explain.EvidenceReader;
import org.marsad.consumer.operations.explain.Explanation;
import org.marsad.consumer.operations.explain.Thresholds;
import org.marsad.consumer.operations.explain.Timeline;
import org.marsad.consumer.operations.http.Access;
import org.marsad.consumer.operations.http.Field;
import org.marsad.consumer.operations.http.Pace;
import org.marsad.consumer.operations.http.Problem;
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
  private final @Nullable Thresholds thresholds;

  /**
   * @param thresholds that the rules run with; null: not known
   */
  public ExplainRoutes(
      Board board,
      Viewers viewers,
      EvidenceReader evidence,
      AnswerDesk answers,
      @Nullable Thresholds thresholds) {
    this.board = board;
    this.viewers = viewers;
    this.evidence = evidence;
    this.answers = answers;
    this.thresholds = thresholds;
  }

  /** Tags of the languages that alerts are explained in. */
  enum Language {
    en,
    ar
  }

  /** Its routes. */
  public List<Route> routes() {
    return List.of(
        Route.get("/alerts/{id}/explanation", "explainAlert")
            .summary("Why an alert says what it says, with its reports and how they were merged.")
            .access(Access.of(UserRole.OPERATOR))
            .query(
                Field.integer("revision", 1, Integer.MAX_VALUE, "The newest unless it is said."),
                Field.symbol("lang", Language.class, "Of the lines; English unless it is said."))
            .answers("Explanation")
            .pace(Pace.SLOW)
            .by(this::explain));
  }

  private Reply explain(Request request) throws IOException {
    var viewer = viewers.of(request);
    var id = AlertRoutes.id(board, viewer, request.path("id"));
    var newest = AlertRoutes.find(board, viewer, id).revision();
    var wanted = request.query().integer("revision", newest);
    if (wanted > newest) {
      throw Problem.of(404, "revision: %d (expected: 1 to %d)".formatted(wanted, newest))
          .exception();
    }
    var found = answers.find(id);
    if (found.isPrivate() && !viewer.seesPrivate()) {
      throw Problem.unknown("alert", id).exception(); // it became private a moment ago
    }
    var said = request.query().symbol("lang", Language.class);
    var language = said == null ? Language.en : said;
    return Reply.json(json(viewer, evidence.read(found), wanted, language, answers.story(found)));
  }

  ObjectNode json(Viewer viewer, Evidence read, int revision, Language language, DeliveryStory told)
      throws IOException {
    var json = JsonNodeFactory.instance.objectNode().put("alertId", told.alert().getAlertId());
    var lines = json.putArray("lines");
    Explanation.of(read, revision, thresholds, Locale.forLanguageTag(language.name()))
        .forEach(lines::add);
    var seen = told.of(subscriber -> board.maySee(viewer, subscriber));
    json.set("timeline", Timeline.json(Timeline.of(read, seen)));
    return json;
  }
}
