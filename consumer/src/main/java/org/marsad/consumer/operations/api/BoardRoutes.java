package org.marsad.consumer.operations.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.marsad.consumer.operations.board.Board;
import org.marsad.consumer.operations.board.Viewer;
import org.marsad.consumer.operations.http.Access;
import org.marsad.consumer.operations.http.Field;
import org.marsad.consumer.operations.http.Reply;
import org.marsad.consumer.operations.http.Request;
import org.marsad.consumer.operations.http.Route;
import org.marsad.consumer.operations.people.UserRole;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.message.Reality;

/** What there is besides alerts: strikes, hospitals, areas, mutes, subscribers, sources, audit. */
public final class BoardRoutes {
  private static final Access ALL = Access.of(UserRole.VIEWER).orBound(UserRole.VIEWER);
  private static final Access OPERATIONS = Access.of(UserRole.VIEWER);
  private static final int LONGEST_CODE = 200;
  private static final int USUAL_AUDIT = 200;
  private static final int MOST_AUDIT = 5_000;
  private static final int USUAL_STRIKES = 5_000;

  private final Board board;
  private final Viewers viewers;

  public BoardRoutes(Board board, Viewers viewers) {
    this.board = board;
    this.viewers = viewers;
  }

  /** Its routes. */
  public List<Route> routes() {
    return List.of(
        Route.get("/strikes", "listStrikes")
            .summary("The newest revision of each strike as GeoJSON, newest first.")
            .access(OPERATIONS)
            .query(
                Field.text("area", LONGEST_CODE, "Code of the area."),
                Field.symbol("reality", Reality.class, "Actual, exercise or test."),
                Field.time("from", "Those that happened then or later."),
                Field.integer("limit", 1, Board.MOST_STRIKES, "How many, 5000 unless said."))
            .answers("StrikeCollection")
            .by(this::strikes),
        Route.get("/areas", "listAreas")
            .summary("Areas and neighbourhoods as GeoJSON, with the sites that may be shown.")
            .access(ALL)
            .answers("AreaCollection")
            .by(this::areas),
        Route.get("/days", "listDays")
            .summary("What days come to, oldest first: the numbers that the rules used.")
            .access(ALL)
            .query(
                Field.text("scope", LONGEST_CODE, "Code of an area or a neighbourhood.").required(),
                Field.symbol("reality", Reality.class, "ACTUAL unless said."),
                Field.date("from", "The first day."))
            .answers("DayList")
            .by(this::days),
        Route.get("/hospitals", "listHospitals")
            .summary("Hospitals with what they say of themselves; a hospital sees its own.")
            .access(ALL)
            .answers("HospitalList")
            .by(request -> Reply.json(board.hospitals(viewers.of(request)))),
        Route.get("/mutes", "listMutes")
            .summary("Mutes, newest first, with what has become of each.")
            .access(OPERATIONS)
            .answers("MuteList")
            .by(request -> Reply.json(board.mutes(viewers.of(request)))),
        Route.get("/subscribers", "listSubscribers")
            .summary("Who is told over which channels, when it last worked, what did not.")
            .access(OPERATIONS)
            .answers("SubscriberList")
            .by(this::subscribers),
        Route.get("/sources", "listSources")
            .summary("Sources: when each was last heard, and whether it is silent.")
            .access(Access.of(UserRole.EDITOR))
            .answers("SourceList")
            .by(request -> Reply.json(board.sources())),
        Route.get("/audit", "listAudit")
            .summary("What users did, newest first; details are for administrators.")
            .access(Access.of(UserRole.OPERATOR))
            .query(
                Field.text("user", LONGEST_CODE, "Name of a user."),
                Field.integer("limit", 1, MOST_AUDIT, "How many, 200 unless said."))
            .answers("AuditList")
            .by(this::audit));
  }

  private Reply strikes(Request request) {
    var query = request.query();
    return Reply.json(
        board.strikes(
            query.text("area"),
            query.time("from").orElse(null),
            query.text("reality"),
            query.integer("limit", USUAL_STRIKES)));
  }

  private Reply days(Request request) {
    var query = request.query();
    var reality = query.symbol("reality", Reality.class);
    var from = query.text("from");
    return Reply.json(
        board.days(
            viewers.of(request),
            query.required("scope"),
            reality == null ? Reality.ACTUAL : reality,
            from == null ? null : LocalDate.parse(from)));
  }

  private Reply areas(Request request) {
    var map = board.areas().map();
    var isKnown = map.etag().equals(request.header("If-None-Match"));
    var reply =
        isKnown
            ? Reply.nothing().withStatus(304)
            : new Reply(200, "application/geo+json", map.json());
    return reply.with("ETag", map.etag());
  }

  private Reply audit(Request request) {
    return Reply.json(
        board.audit(
            viewers.of(request),
            request.query().text("user"),
            request.query().integer("limit", USUAL_AUDIT)));
  }

  /** Those of the file, and those who are not in it any more. */
  private Reply subscribers(Request request) {
    var viewer = viewers.of(request);
    var answer = JsonNodeFactory.instance.objectNode();
    var list = answer.putArray("subscribers");
    var gone = new TreeSet<>(board.subscribersHeardOf(viewer));
    for (var subscriber : viewers.subscribers()) {
      gone.remove(subscriber.id());
      if (viewer.seesPrivate() || !board.isConfidential(subscriber.id())) {
        list.add(json(viewer, subscriber));
      }
    }
    for (var id : gone) {
      list.addObject()
          .put("id", id)
          .put("listed", false)
          .set("channels", board.channels(viewer, id));
    }
    return Reply.json(answer);
  }

  private ObjectNode json(Viewer viewer, Subscriber subscriber) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("id", subscriber.id()).put("role", subscriber.role().name()).put("listed", true);
    if (subscriber.site() != null) {
      json.put("site", subscriber.site());
    }
    var channels = board.channels(viewer, subscriber.id());
    for (var channel : subscriber.channels()) {
      used(channels, channel.name()).put("pushed", !channel.isFetched());
    }
    json.set("channels", channels);
    return json;
  }

  /** The entry of a channel; a new one where nothing was ever meant for it. */
  private static ObjectNode used(ArrayNode channels, String name) {
    for (var channel : channels) {
      if (channel.path("channel").asText().equals(name)) {
        return (ObjectNode) channel;
      }
    }
    return channels.addObject().put("channel", name).put("notTold", 0);
  }
}
