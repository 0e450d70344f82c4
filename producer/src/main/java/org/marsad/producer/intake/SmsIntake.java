package org.marsad.producer.intake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.marsad.message.StrikeReport;
import org.marsad.producer.places.AreaRegister;
import org.marsad.producer.publish.Fate;
import org.marsad.producer.report.Places;
import org.marsad.producer.report.Reception;
import org.marsad.producer.report.ReportContext;
import org.marsad.producer.report.ReportJson;
import org.marsad.producer.report.ReportOutcome;
import org.marsad.producer.sms.SmsReader;
import org.marsad.schemas.Areas;
import org.marsad.schemas.sms.AlertCode;
import org.marsad.schemas.sms.AlertReplies;
import org.marsad.schemas.sms.AlertReply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /api/sms}: an SMS gateway passes on all that people send, as JSON or a form, or in the
 * address of a GET. A text with the code of an alert is an answer to it, unless it only quotes the
 * code beside a fact; every other is a report, and the number says of which source. What is
 * answered is for the sender: in JSON as {@code reply}, else as plain text, which gateways send
 * back.
 */
public final class SmsIntake implements Consumer<JavalinConfig> {
  /** Where messages are passed on to. */
  public static final String PATH = "/api/sms";

  private static final Logger LOG = LoggerFactory.getLogger(SmsIntake.class);
  private static final int HASH = 16;

  private final Door door;
  private final Pseudonyms pseudonyms;
  private final Places places;
  private final AreaRegister areas;
  private final ReportJson json;
  private final Function<StrikeReport, CompletableFuture<Fate>> publish;
  private final @Nullable AlertReplies replies;
  private final Clock clock;
  private final LatestPlaces latest = new LatestPlaces();

  /**
   * An intake.
   *
   * @param door lets known gateways in
   * @param publish hands a report over; the future never fails
   * @param replies takes answers to alerts; null: nobody does, and every text is a report
   * @param clock says when a message is received
   */
  public SmsIntake(
      Door door,
      Pseudonyms pseudonyms,
      Places places,
      AreaRegister areas,
      Function<StrikeReport, CompletableFuture<Fate>> publish,
      @Nullable AlertReplies replies,
      Clock clock) {
    this.door = door;
    this.pseudonyms = pseudonyms;
    this.places = places;
    this.areas = areas;
    this.json = new ReportJson(places);
    this.publish = publish;
    this.replies = replies;
    this.clock = clock;
  }

  /** Adds the routes to a server. */
  @Override
  public void accept(JavalinConfig config) {
    config.routes.post(PATH, this::answer).get(PATH, this::answer);
  }

  private void answer(Context request) {
    door.admit(request, type -> true, (body, gateway) -> take(request, body, gateway));
  }

  private Answer take(Context request, byte[] body, KnownSource gateway) {
    var fields = gateway.gateway();
    if (fields == null) {
      return Answer.notAGateway();
    }
    var asked = new SmsRequest(request, body);
    if (!asked.broken().isEmpty()) {
      return Answer.malformed(asked.broken());
    }
    var faults = new ArrayList<Answer.Fault>();
    var message = SmsMessage.of(asked.said(), fields, faults);
    if (!faults.isEmpty()) {
      return Answer.unusable(faults);
    }
    var outcome = take(message, gateway);
    return Door.isJson(request.header("Content-Type")) ? outcome.inJson() : outcome.inText();
  }

  /**
   * What became of a message.
   *
   * @param status as a program should see it
   * @param reply as its sender should read it
   * @param reportId empty where there is none
   */
  private record Outcome(int status, String reply, String reportId) {
    Answer inJson() {
      var body = JsonNodeFactory.instance.objectNode();
      if (!reportId.isEmpty()) {
        body.put("reportId", reportId);
      }
      return new Answer(status, Map.of(), body.put("reply", reply));
    }

    /** A gateway sends the text of a success back; what is to come again must be none. */
    Answer inText() {
      return Answer.text(status == 503 || status == 429 ? status : 200, reply);
    }
  }

  private Outcome take(SmsMessage message, KnownSource gateway) {
    var sms = new SmsReader(message.text(), areas);
    var source = door.byNumber(message.from());
    var statesFact = source.isPresent() && sms.hasFact();
    if (replies != null && isAnswer(message.text(), statesFact)) {
      var reply = answer(message, replies);
      if (reply.outcome() != AlertReply.Outcome.UNKNOWN_CODE || !statesFact) {
        return new Outcome(status(reply.outcome()), reply.text(), "");
      }
    }
    if (source.isEmpty()) {
      return withoutCode(sms, message)
          .orElseGet(
              () -> {
                LOG.warn("an SMS came from a number that no source has");
                return new Outcome(403, sms.stranger(), "");
              });
    }
    return report(sms, message, source.get(), gateway);
  }

  private static AlertReply answer(SmsMessage message, AlertReplies replies) {
    return replies.take(PhoneNumbers.international(message.from()), message.text());
  }

  /** What is no report, and comes from a number that alerts go to, was meant as an answer. */
  private Optional<Outcome> withoutCode(SmsReader sms, SmsMessage message) {
    if (replies == null || sms.hasFact() || AlertCode.in(message.text()).isPresent()) {
      return Optional.empty();
    }
    var reply = answer(message, replies);
    return reply.outcome() == AlertReply.Outcome.UNKNOWN_SENDER
        ? Optional.empty()
        : Optional.of(new Outcome(status(reply.outcome()), reply.text(), ""));
  }

  /** Beside a fact of a source a code is an answer only where the text begins with it. */
  private static boolean isAnswer(String text, boolean statesFact) {
    return statesFact ? AlertCode.leads(text) : AlertCode.in(text).isPresent();
  }

  private static int status(AlertReply.Outcome outcome) {
    return switch (outcome) {
      case RECORDED -> 202;
      case NOT_UNDERSTOOD, UNKNOWN_CODE, NO_CODE -> 422;
      case UNKNOWN_SENDER -> 403;
      case TOO_MANY -> 429;
      case NOT_RECORDED -> 503;
    };
  }

  private Outcome report(
      SmsReader sms, SmsMessage message, KnownSource source, KnownSource gateway) {
    if (door.closed().isPresent()) {
      return new Outcome(503, sms.again(), "");
    }
    if (door.take(source, 1).isPresent()) {
      return new Outcome(429, sms.again(), "");
    }
    if (!sms.hasPlace()) {
      return new Outcome(422, sms.withoutPlace(), "");
    }
    var draft = sms.draft("sms", source.homeArea(), places, sentAt(message));
    var once =
        message.id().isEmpty()
            ? message.text() + draft.json().path("occurredFrom").asText()
            : gateway.name() + "/" + message.id();
    draft.json().put("localId", "sms-" + SourceTokens.hash(once).substring(0, HASH));
    var context =
        new ReportContext(
            source.known(pseudonyms),
            UnaryOperator.identity(),
            source.homeArea(),
            new Reception.Live(clock));
    var outcome = json.read(draft.json(), context);
    if (outcome instanceof ReportOutcome.Refused refused) {
      return new Outcome(422, sms.unusable(refused.errors()), "");
    }
    var report = ((ReportOutcome.Accepted) outcome).report();
    if (report.getArea().equals(Areas.UNPLACED) && !sms.hasFact()) {
      return withoutCode(sms, message) // "thank you" is no strike at a place thank you
          .orElseGet(() -> new Outcome(422, sms.withoutPlace(), ""));
    }
    if (publish.apply(report).join() instanceof Fate.Refused) {
      return new Outcome(503, sms.again(), "");
    }
    var isAnother = latest.isAnother(report, clock.instant());
    return new Outcome(202, sms.taken(report, draft, isAnother), report.getReportId());
  }

  /** A gateway may pass on late what was said of "now"; its clock may be fast. */
  private Instant sentAt(SmsMessage message) {
    var now = clock.instant();
    var sent = message.sentAt();
    return sent == null || sent.isAfter(now) ? now : sent;
  }
}
