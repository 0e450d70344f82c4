package org.marsad.consumer.operations.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.audience.SeenFields;
import org.marsad.consumer.operations.audit.AuditLog;
import org.marsad.consumer.operations.audit.Deed;
import org.marsad.consumer.operations.board.Board;
import org.marsad.consumer.operations.board.OperationsViewer;
import org.marsad.consumer.operations.board.Viewer;
import org.marsad.consumer.operations.http.Access;
import org.marsad.consumer.operations.http.Field;
import org.marsad.consumer.operations.http.Problem;
import org.marsad.consumer.operations.http.Reply;
import org.marsad.consumer.operations.http.Request;
import org.marsad.consumer.operations.http.Route;
import org.marsad.consumer.operations.mutes.MuteDesk;
import org.marsad.consumer.operations.mutes.MuteDraft;
import org.marsad.consumer.operations.mutes.MuteState;
import org.marsad.consumer.operations.people.UserRole;
import org.marsad.consumer.replies.AcknowledgementsTopic;
import org.marsad.consumer.text.MuteText;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Intent;
import org.marsad.message.Reality;
import org.marsad.message.SubjectKind;
import org.marsad.schemas.settings.SettingsException;

/** What an operator does: answers alerts, mutes and lifts mutes. */
public final class ActRoutes {
  static final int LONGEST_CODE = 200;
  static final int LONGEST_REASON = 300;
  private static final int LONGEST_TEAM = 64;
  private static final String CHANNEL = "operations";

  private final Board board;
  private final Viewers viewers;
  private final AuditLog audit;
  private final AcknowledgementsTopic answers;
  private final MuteDesk mutes;
  private final String answersAs;
  private final Clock clock;

  /**
   * @param answersAs id of the subscriber that a user answers for who is bound to none
   */
  public ActRoutes(
      Board board,
      Viewers viewers,
      AuditLog audit,
      AcknowledgementsTopic answers,
      MuteDesk mutes,
      String answersAs,
      Clock clock) {
    this.board = board;
    this.viewers = viewers;
    this.audit = audit;
    this.answers = answers;
    this.mutes = mutes;
    this.answersAs = answersAs;
    this.clock = clock;
  }

  /** Its routes. */
  public List<Route> routes() {
    var operators = Access.of(UserRole.OPERATOR);
    return List.of(
        Route.post("/alerts/{id}/answers", "answerAlert")
            .summary("Answers an alert, for the subscriber that the user is bound to.")
            .access(operators.orBound(UserRole.OPERATOR))
            .body(
                Field.symbol("intent", Intent.class, "What the team is going to do.").required(),
                Field.integer("revision", 1, Integer.MAX_VALUE, "The one that was seen."),
                Field.text("team", LONGEST_TEAM, "The team; the user's name unless said."),
                Field.text(
                    "subscriber", LONGEST_CODE, "Whom the team belongs to; not for bound users."))
            .answers("Created")
            .by(this::answer),
        Route.post("/mutes", "setMute")
            .summary("Mutes an area, or less of it, for a while.")
            .access(operators)
            .body(
                Field.text("area", LONGEST_CODE, "Code of the area.").required(),
                Field.text("neighbourhood", LONGEST_CODE, "Code; absent: the whole area."),
                Field.symbol("subject", SubjectKind.class, "Kind of subject; absent: all."),
                Field.text("subscriber", LONGEST_CODE, "Id of a subscriber; absent: all."),
                Field.symbol("reality", Reality.class, "ACTUAL unless said."),
                Field.flag("extreme", "Whether it covers extreme alerts too."),
                Field.duration("for", "How long.").required(),
                Field.text("reason", LONGEST_REASON, "Why.").required())
            .answers("MuteAndState")
            .by(this::mute),
        Route.delete("/mutes/{id}", "liftMute")
            .summary("Lifts a mute before its time.")
            .access(operators)
            .body(Field.text("reason", LONGEST_REASON, "Why."))
            .by(this::lift));
  }

  private Reply answer(Request request) throws IOException {
    var viewer = viewers.of(request);
    var said = request.body();
    var id = AlertRoutes.id(board, viewer, request.path("id"));
    var newest = AlertRoutes.find(board, viewer, id).revision();
    var subscriber = subscriber(viewer, id, said.text("subscriber"));
    var revision = said.integer("revision", newest);
    if (revision > newest) {
      throw new SettingsException(
          List.of("revision: %d (expected: 1 to %d)".formatted(revision, newest)));
    }
    var team = said.text("team");
    var answer =
        new Acknowledgement(
            id,
            revision,
            subscriber,
            team == null ? request.user().name() : team,
            Intent.valueOf(said.required("intent")),
            CHANNEL,
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    var isPrivate = board.isPrivate(id) || board.isConfidential(subscriber);
    var deed = new Deed(request.caller(), "answerAlert", id, said.json(List.of()), null, isPrivate);
    audit.perform(deed, () -> publish(answer, isPrivate));
    return Reply.json(
        JsonNodeFactory.instance
            .objectNode()
            .put("alertId", id)
            .put("revision", revision)
            .put("subscriber", subscriber));
  }

  /** A mistyped subscriber is no answer: whoever typed it would wait for nobody any more. */
  private String subscriber(Viewer viewer, String alertId, @Nullable String said) {
    var bound = viewer.subscriber();
    var own = bound == null ? answersAs : bound;
    if (said == null || said.equals(own)) {
      return own;
    }
    if (bound == null && board.wasConcerned(viewer, alertId, said)) {
      return said;
    }
    var others = bound == null ? ", or one whom the alert was for" : "";
    throw new SettingsException(
        List.of("subscriber: %s (expected: %s%s)".formatted(said, own, others)));
  }

  private String publish(Acknowledgement answer, boolean isPrivate) throws IOException {
    try {
      (isPrivate ? answers.publishPrivately(answer) : answers.publish(answer)).join();
      return answer.getAlertId();
    } catch (CompletionException e) {
      throw new IOException("the answer was not taken: " + e.getCause(), e);
    }
  }

  private Reply mute(Request request) throws IOException {
    var said = request.body();
    var reality = said.symbol("reality", Reality.class);
    var subscriber = said.text("subscriber");
    if (subscriber != null && !isKnownToAll(subscriber)) {
      throw new SettingsException(
          List.of(
              "subscriber: %s (expected: one that every operator may know of)"
                  .formatted(subscriber)));
    }
    var reason = said.required("reason");
    var draft =
        new MuteDraft(
            reality == null ? Reality.ACTUAL : reality,
            said.required("area"),
            said.text("neighbourhood"),
            said.symbol("subject", SubjectKind.class),
            subscriber,
            said.flag("extreme"),
            request.user().name(),
            reason,
            said.length("for"));
    var deed =
        new Deed(
            request.caller(),
            "setMute",
            said.required("area"),
            said.json(List.of("reason")),
            reason,
            false);
    var mute = audit.perform(deed, () -> mutes.set(draft));
    return Reply.json(
        SeenFields.of(mute, Role.OPS)
            .put("state", MuteState.STANDING.name())
            .put("text", MuteText.of(mute)));
  }

  /** Everybody may read the mutes, so none may name a confidential subscriber. */
  private boolean isKnownToAll(String subscriber) {
    return !board.isConfidential(subscriber)
        && (viewers.isListed(subscriber)
            || board.subscribersHeardOf(OperationsViewer.DESK).contains(subscriber));
  }

  private Reply lift(Request request) throws IOException {
    var id = request.path("id");
    var mute =
        board
            .mute(viewers.of(request), id)
            .orElseThrow(() -> Problem.unknown("mute", id).exception());
    var reason = request.body().text("reason");
    var isPrivate = board.mute(OperationsViewer.DESK, id).isEmpty();
    var deed = new Deed(request.caller(), "liftMute", id, null, reason, isPrivate);
    audit.perform(deed, () -> mutes.lift(mute, request.user().name()));
    return Reply.nothing();
  }
}
