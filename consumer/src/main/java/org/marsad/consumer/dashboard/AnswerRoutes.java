package org.marsad.consumer.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Intent;
import org.marsad.schemas.http.RequestBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /api/answers}: who answered, and the operations centre's own answer. The page has no
 * log-in, so it is our page alone that may post: see docs/decisions/105-answers-from-the-page.md.
 */
final class AnswerRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerRoutes.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_BYTES = 4_096;
  private static final String CHANNEL = "page";

  private final DashboardState state;
  private final Answering answering;
  private final Clock clock;
  private final Duration bodyWithin;

  AnswerRoutes(DashboardState state, Answering answering, Clock clock) {
    this(state, answering, clock, RequestBody.WITHIN);
  }

  AnswerRoutes(DashboardState state, Answering answering, Clock clock, Duration bodyWithin) {
    this.state = state;
    this.answering = answering;
    this.clock = clock;
    this.bodyWithin = bodyWithin;
  }

  /** {@code GET}: the answers to every alert that is shown. */
  void list(Context ctx) {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("as", answering.as());
    var alerts = body.putArray("alerts");
    state.answers().forEach(alerts::add);
    ctx.contentType("application/json").result(body.toString());
  }

  /** {@code POST {"alertId", "revision", "intent"}}: 202 once it is safe in the log. */
  void take(Context ctx) {
    ctx.contentType("application/json");
    if (!isFromOurPage(ctx)) {
      refuse(ctx, 403, "a request of this page");
      return;
    }
    ctx.future(
        () ->
            RequestBody.of(ctx.req(), MAX_BYTES, bodyWithin)
                .thenAccept(body -> take(ctx, body))
                .exceptionally(failure -> notRead(ctx, failure)));
  }

  private @Nullable Void notRead(Context ctx, Throwable failure) {
    if (RequestBody.tookTooLong(failure)) {
      ctx.header("Connection", "close"); // what is left of the body is no request
      refuse(ctx, 408, "the whole body within " + bodyWithin.toSeconds() + " seconds");
    } else {
      LOG.warn("an answer could not be read", failure);
      refuse(ctx, 500, "no fault of ours: try again");
    }
    return null;
  }

  private void take(Context ctx, byte[] body) {
    if (body.length > MAX_BYTES) {
      refuse(ctx, 413, "a body of at most " + MAX_BYTES + " bytes");
      return;
    }
    var answer = read(body);
    if (answer.isEmpty()) {
      refuse(ctx, 422, "alertId of an alert that is shown, revision, intent");
      return;
    }
    try {
      answering.publish().apply(answer.get()).join();
      ctx.status(202).result("{}");
    } catch (CompletionException e) {
      LOG.warn("answer not recorded alertId={}", answer.get().getAlertId(), e.getCause());
      refuse(ctx, 503, "a broker that answers: try again");
    }
  }

  private Optional<Acknowledgement> read(byte[] body) {
    JsonNode said;
    try {
      said = JSON.readTree(body);
    } catch (IOException notJson) {
      return Optional.empty();
    }
    var alertId = said.path("alertId").asText();
    var revision = said.path("revision").asInt();
    if (revision < 1 || !state.alerts().contains(alertId)) {
      return Optional.empty();
    }
    for (var intent : Intent.values()) {
      if (intent.name().equals(said.path("intent").textValue())) {
        return Optional.of(
            new Acknowledgement(
                alertId,
                revision,
                answering.as(),
                answering.as(),
                intent,
                CHANNEL,
                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
      }
    }
    return Optional.empty();
  }

  /** No form and no script of another site can send this header without our leave. */
  private static boolean isFromOurPage(Context ctx) {
    var site = ctx.header("Sec-Fetch-Site");
    return "1".equals(ctx.header("X-Marsad-Page")) && (site == null || site.equals("same-origin"));
  }

  private static void refuse(Context ctx, int status, String expected) {
    ctx.status(status)
        .result(JsonNodeFactory.instance.objectNode().put("expected", expected).toString());
  }
}
