package org.marsad.consumer.operations.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.audit.AuditLog;
import org.marsad.consumer.operations.audit.Deed;
import org.marsad.consumer.operations.board.Board;
import org.marsad.consumer.operations.decisions.Audit;
import org.marsad.consumer.operations.decisions.DecisionDesk;
import org.marsad.consumer.operations.decisions.DecisionText;
import org.marsad.consumer.operations.decisions.Draft;
import org.marsad.consumer.operations.http.Access;
import org.marsad.consumer.operations.http.Field;
import org.marsad.consumer.operations.http.Pace;
import org.marsad.consumer.operations.http.Problem;
import org.marsad.consumer.operations.http.Reply;
import org.marsad.consumer.operations.http.Request;
import org.marsad.consumer.operations.http.Route;
import org.marsad.consumer.operations.people.UserRole;
import org.marsad.consumer.operations.rejected.RejectedDesk;
import org.marsad.message.Decision;
import org.marsad.message.DecisionKind;
import org.marsad.message.EmergencyDepartment;
import org.marsad.message.Reality;
import org.marsad.message.Staffing;
import org.marsad.schemas.MessageJson;

/**
 * What an editor does: decides about strikes, places them, sends again, enters statuses. All of it
 * reads whole topics or asks the intake.
 */
public final class EditRoutes {
  private static final int MOST_BEDS = 100_000;
  private static final int LONGEST_ID = 300;

  private final Board board;
  private final Viewers viewers;
  private final AuditLog audit;
  private final DecisionDesk decisions;
  private final RejectedDesk rejected;
  private final @Nullable Intake intake;

  /**
   * @param intake null: none is known, and what needs it is answered with 503
   */
  public EditRoutes(
      Board board,
      Viewers viewers,
      AuditLog audit,
      DecisionDesk decisions,
      RejectedDesk rejected,
      @Nullable Intake intake) {
    this.board = board;
    this.viewers = viewers;
    this.audit = audit;
    this.decisions = decisions;
    this.rejected = rejected;
    this.intake = intake;
  }

  /** Its routes. */
  public List<Route> routes() {
    var editors = Access.of(UserRole.EDITOR);
    return List.of(
        Route.get("/decisions", "listDecisions")
            .summary("What people decided about strikes, oldest first, and what became of it.")
            .access(editors)
            .answers("DecisionList")
            .pace(Pace.SLOW)
            .by(request -> decisions()),
        Route.post("/decisions", "decide")
            .summary("Decides that reports are one strike, are not, or which counts are best.")
            .access(editors)
            .body(
                Field.symbol("kind", DecisionKind.class, "ASSOCIATE, DISASSOCIATE or PREFER.")
                    .required(),
                Field.text("area", ActRoutes.LONGEST_CODE, "Code of the area.").required(),
                Field.texts("reports", "Ids: two, or one with PREFER.").required(),
                Field.symbol("reality", Reality.class, "ACTUAL unless said."),
                Field.flag("withdraw", "Whether the decision is taken back."),
                Field.text("reason", ActRoutes.LONGEST_REASON, "Why.").required())
            .answers("DecisionAndState")
            .pace(Pace.SLOW)
            .by(this::decide),
        Route.post("/placements", "placeReport")
            .summary("Says where a report's strike happened.")
            .access(editors)
            .body(
                Field.text("reportId", LONGEST_ID, "Id of the report.").required(),
                Field.text("area", ActRoutes.LONGEST_CODE, "Code of the area.").required(),
                Field.text("neighbourhood", ActRoutes.LONGEST_CODE, "Code, where it is known."),
                Field.text("reason", ActRoutes.LONGEST_REASON, "Why.").required())
            .answers("IntakeAnswer")
            .pace(Pace.SLOW)
            .by(this::place),
        Route.get("/rejected", "listRejected")
            .summary("What was set aside, oldest first, with its reason.")
            .access(editors)
            .answers("RejectedList")
            .pace(Pace.SLOW)
            .by(request -> rejected()),
        Route.post("/rejected/resend", "resendRejected")
            .summary("Sends again what was set aside.")
            .access(editors)
            .body(
                Field.texts("ids", "As the list has them.").required(),
                Field.text("reason", ActRoutes.LONGEST_REASON, "Why."))
            .answers("IntakeAnswer")
            .pace(Pace.SLOW)
            .by(this::resend),
        Route.post("/hospitals/{id}/status", "setHospitalStatus")
            .summary("Enters how a hospital stands; a hospital's own user enters its own.")
            .access(editors.orBound(UserRole.OPERATOR))
            .body(
                Field.symbol(
                        "emergencyDepartment",
                        EmergencyDepartment.class,
                        "State of the department.")
                    .required(),
                Field.integer("bedsAvailable", 0, MOST_BEDS, "Free beds."),
                Field.integer("operatingRoomsAvailable", 0, MOST_BEDS, "Free operating rooms."),
                Field.symbol("staffing", Staffing.class, "State of the staffing."),
                Field.symbol("reality", Reality.class, "ACTUAL unless said."),
                Field.text("siteKey", ActRoutes.LONGEST_CODE, "Key of a confidential site."))
            .answers("IntakeAnswer")
            .pace(Pace.SLOW)
            .by(this::status));
  }

  private Reply decisions() {
    var answer = JsonNodeFactory.instance.objectNode();
    var list = answer.putArray("decisions");
    for (var entry : Audit.of(decisions.all())) {
      list.add(json(entry.decision(), entry.state()));
    }
    return Reply.json(answer);
  }

  private Reply decide(Request request) throws IOException {
    var said = request.body();
    var kind = DecisionKind.valueOf(said.required("kind"));
    var reports = said.texts("reports");
    if (kind == DecisionKind.PLACE) {
      throw Problem.unusable(List.of("kind: PLACE (expected: POST /placements)")).exception();
    }
    var expected = kind == DecisionKind.PREFER ? 1 : 2;
    if (reports.size() != expected) {
      throw Problem.unusable(
              List.of("reports: %d ids (expected: %d)".formatted(reports.size(), expected)))
          .exception();
    }
    var reality = said.symbol("reality", Reality.class);
    var draft =
        new Draft(
            kind,
            said.required("area"),
            reports,
            reality == null ? Reality.ACTUAL : reality,
            request.user().name(),
            said.required("reason"),
            said.flag("withdraw"));
    var decision =
        audit.perform(
            deed(request, "decide", said.required("area")), () -> decisions.decide(draft));
    return Reply.json(
        json(decision, draft.withdraw() ? Audit.State.WITHDRAWN : Audit.State.STANDING));
  }

  private static ObjectNode json(Decision decision, Audit.State state) {
    return MessageJson.tree(decision)
        .put("state", state.name())
        .put("text", DecisionText.whole(decision));
  }

  private Reply place(Request request) throws IOException {
    var body = request.body().tree(List.of()).put("by", request.user().name());
    return audit.perform(
        deed(request, "placeReport", request.body().required("area")),
        () -> {
          body.put("reportId", decisions.reportId(request.body().required("reportId")));
          return intake().post("/api/placements", body);
        });
  }

  private Reply rejected() {
    var answer = JsonNodeFactory.instance.objectNode();
    var list = answer.putArray("rejected");
    rejected.all().forEach(one -> list.add(one.json()));
    return Reply.json(answer);
  }

  private Reply resend(Request request) throws IOException {
    var entries = JsonNodeFactory.instance.arrayNode();
    request.body().texts("ids").forEach(id -> entries.addObject().put("id", id));
    return audit.perform(
        deed(request, "resendRejected", null),
        () -> intake().post("/api/rejected/resend", entries));
  }

  private static Deed deed(Request request, String act, @Nullable String object) {
    var said = request.body();
    return new Deed(
        request.caller(), act, object, said.json(List.of("reason")), said.text("reason"), false);
  }

  /** A hospital that the user may not know of does not exist for it. */
  private Reply status(Request request) throws IOException {
    var site = request.path("id");
    if (board.areaOfHospital(site).isEmpty() || !board.seesHospital(viewers.of(request), site)) {
      throw Problem.unknown("hospital", site).exception();
    }
    var body = request.body().tree(List.of()).put("siteId", site); // for every area that lists it
    var deed =
        new Deed(
            request.caller(),
            "setHospitalStatus",
            site,
            request.body().json(List.of("siteKey")),
            null,
            board.areas().isConfidential(site));
    return audit.perform(deed, () -> intake().post("/api/hospital-status", body));
  }

  private Intake intake() throws IOException {
    if (intake == null) {
      throw new IOException("intake: none is known (expected: intake.url, intake.token.file)");
    }
    return intake;
  }
}
