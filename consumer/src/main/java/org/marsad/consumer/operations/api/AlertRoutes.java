package org.marsad.consumer.operations.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.audience.SeenFields;
import org.marsad.consumer.operations.board.AlertFilter;
import org.marsad.consumer.operations.board.AlertItem;
import org.marsad.consumer.operations.board.Board;
import org.marsad.consumer.operations.board.Viewer;
import org.marsad.consumer.operations.http.Access;
import org.marsad.consumer.operations.http.Field;
import org.marsad.consumer.operations.http.Problem;
import org.marsad.consumer.operations.http.Reply;
import org.marsad.consumer.operations.http.Request;
import org.marsad.consumer.operations.http.Route;
import org.marsad.consumer.operations.people.UserRole;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.Severity;
import org.marsad.message.SubjectKind;

/** Alerts: lists of them, and one with its story. */
public final class AlertRoutes {
  private static final Access ALL = Access.of(UserRole.VIEWER).orBound(UserRole.VIEWER);
  private static final int USUAL = 100;
  private static final int MOST = 1_000;
  private static final int LONGEST_CODE = 200;
  private static final int CHOICES = 20;

  private final Board board;
  private final Viewers viewers;

  public AlertRoutes(Board board, Viewers viewers) {
    this.board = board;
    this.viewers = viewers;
  }

  /** Its routes. */
  public List<Route> routes() {
    return List.of(
        Route.get("/alerts", "listAlerts")
            .summary("The newest revision of each alert, newest first.")
            .access(ALL)
            .query(
                Field.text("area", LONGEST_CODE, "Code of the area."),
                Field.text("neighbourhood", LONGEST_CODE, "Code of a neighbourhood."),
                Field.symbol("subject", SubjectKind.class, "Kind of the subject."),
                Field.symbol("finding", Rule.class, "A finding that it has."),
                Field.symbol("severity", Severity.class, "The least severity."),
                Field.symbol("reality", Reality.class, "Actual, exercise or test."),
                Field.time("since", "Those sent then or later."),
                Field.text("after", LONGEST_CODE, "`next` of the page before."),
                Field.integer("limit", 1, MOST, "How many, 100 unless said."))
            .answers("AlertPage")
            .by(this::list),
        Route.get("/alerts/{id}", "getAlert")
            .summary("An alert with its texts, deliveries, answers and timeline.")
            .access(ALL)
            .answers("AlertStory")
            .by(this::one),
        Route.get("/alerts/{id}/deliveries", "listDeliveries")
            .summary("Who was told of an alert, how and when, and what each team answered.")
            .access(Access.of(UserRole.VIEWER))
            .answers("DeliveryStory")
            .by(this::deliveries));
  }

  private Reply list(Request request) {
    var query = request.query();
    var filter =
        new AlertFilter(
            query.text("area"),
            query.text("neighbourhood"),
            query.symbol("subject", SubjectKind.class),
            query.symbol("finding", Rule.class),
            query.symbol("severity", Severity.class),
            query.symbol("reality", Reality.class),
            query.time("since").orElse(null),
            cursor(query.text("after")));
    return Reply.json(board.alerts(viewers.of(request), filter, query.integer("limit", USUAL)));
  }

  private static AlertFilter.@Nullable Cursor cursor(@Nullable String text) {
    try {
      return text == null ? null : AlertFilter.Cursor.parse(text);
    } catch (IllegalArgumentException e) {
      throw Problem.unusable(List.of("after: " + text + " (expected: `next` of a page)"))
          .exception();
    }
  }

  private Reply one(Request request) {
    var viewer = viewers.of(request);
    var id = id(board, viewer, request.path("id"));
    return Reply.json(
        board.alert(viewer, id).orElseThrow(() -> Problem.unknown("alert", id).exception()));
  }

  /** The newest revision of an alert; no such alert is a problem. */
  static AlertItem find(Board board, Viewer viewer, String id) {
    return board.book(viewer).find(id).orElseThrow(() -> Problem.unknown("alert", id).exception());
  }

  private Reply deliveries(Request request) {
    var viewer = viewers.of(request);
    var id = id(board, viewer, request.path("id"));
    var story = board.told(viewer, id).orElseThrow(() -> Problem.unknown("alert", id).exception());
    var json = JsonNodeFactory.instance.objectNode().put("alertId", id);
    var lines = json.putArray("lines");
    story.lines().forEach(lines::add);
    var deliveries = json.putArray("deliveries");
    story.deliveries().forEach(one -> deliveries.add(SeenFields.of(one, viewer.role())));
    var answers = json.putArray("answers");
    story.answers().forEach(one -> answers.add(SeenFields.of(one, viewer.role())));
    return Reply.json(json);
  }

  /**
   * The alert that is meant by an id, by the beginning of one, or by {@code latest}.
   *
   * @throws org.marsad.consumer.operations.http.ProblemException where there is none, or more
   */
  static String id(Board board, Viewer viewer, String said) {
    if (said.equals("latest")) {
      return board.book(viewer).list(AlertFilter.ALL, 1).items().stream()
          .findFirst()
          .orElseThrow(() -> Problem.unknown("alert", said).exception())
          .id();
    }
    if (board.book(viewer).find(said).isPresent()) {
      return said;
    }
    var ids = board.idsFrom(viewer, said, CHOICES);
    if (ids.size() == 1 && !board.isPrivate(ids.get(0))) {
      return ids.get(0);
    }
    if (ids.size() > 1) {
      throw Problem.of(404, "alert: %s begins several (expected: one of %s)".formatted(said, ids))
          .exception();
    }
    throw Problem.unknown("alert", said).exception();
  }
}
