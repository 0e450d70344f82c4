package org.marsad.producer.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.marsad.message.StrikeReport;
import org.marsad.producer.places.AreaRegister;
import org.marsad.producer.publish.Fate;
import org.marsad.producer.report.FieldError;
import org.marsad.producer.report.Places;
import org.marsad.producer.report.Reception;
import org.marsad.producer.report.ReportContext;
import org.marsad.producer.report.ReportJson;
import org.marsad.producer.report.ReportOutcome;
import org.marsad.producer.sms.SmsReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /api/sms-reports}: an SMS gateway passes on what a source sent, as JSON or a form, or in
 * the address of a GET; the number says which source. The answer is what the sender should read: in
 * JSON as {@code reply}, else as plain text, which gateways send back.
 */
public final class SmsIntake implements Consumer<JavalinConfig> {
  /** Where messages are passed on to. */
  public static final String PATH = "/api/sms-reports";

  private static final Logger LOG = LoggerFactory.getLogger(SmsIntake.class);
  private static final int LONGEST = 2_000;
  private static final int HASH = 16;

  private final Door door;
  private final Pseudonyms pseudonyms;
  private final Places places;
  private final AreaRegister areas;
  private final ReportJson json;
  private final Function<StrikeReport, CompletableFuture<Fate>> publish;
  private final Clock clock;

  /**
   * An intake.
   *
   * @param door lets known gateways in
   * @param publish hands a report over; the future never fails
   * @param clock says when a message is received
   */
  public SmsIntake(
      Door door,
      Pseudonyms pseudonyms,
      Places places,
      AreaRegister areas,
      Function<StrikeReport, CompletableFuture<Fate>> publish,
      Clock clock) {
    this.door = door;
    this.pseudonyms = pseudonyms;
    this.places = places;
    this.areas = areas;
    this.json = new ReportJson(places);
    this.publish = publish;
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
    var isJson = Door.isJson(request.header("Content-Type"));
    var said = said(request, new String(body, StandardCharsets.UTF_8), isJson);
    var faults = new ArrayList<Answer.Fault>();
    for (var name : List.of(fields.from(), fields.text())) {
      var value = said.getOrDefault(name, "");
      if (value.isBlank() || value.length() > LONGEST) {
        var expected = "text of 1 to " + LONGEST + " characters";
        faults.add(new Answer.Fault(0, new FieldError(name, value, expected)));
      }
    }
    if (!faults.isEmpty()) {
      return Answer.unusable(faults);
    }
    var outcome =
        take(
            said.getOrDefault(fields.from(), ""),
            said.getOrDefault(fields.text(), ""),
            gateway.name() + "/" + said.getOrDefault(fields.id(), ""),
            !said.getOrDefault(fields.id(), "").isBlank());
    return isJson ? outcome.inJson() : outcome.inText();
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

  private Outcome take(String number, String text, String messageId, boolean hasId) {
    var sms = new SmsReader(text, areas);
    var known = door.byNumber(number);
    if (known.isEmpty()) {
      LOG.warn("an SMS came from a number that no source has");
      return new Outcome(403, sms.stranger(), "");
    }
    var source = known.get();
    if (door.take(source, 1).isPresent()) {
      return new Outcome(429, sms.again(), "");
    }
    if (!sms.hasPlace()) {
      return new Outcome(422, sms.withoutPlace(), "");
    }
    var draft = sms.draft("sms", source.homeArea(), places, clock);
    var once = hasId ? messageId : text + draft.json().path("occurredFrom").asText();
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
    return publish.apply(report).join() instanceof Fate.Refused
        ? new Outcome(503, sms.again(), "")
        : new Outcome(202, sms.taken(report, draft.at()), report.getReportId());
  }

  private static Map<String, String> said(Context request, String body, boolean isJson) {
    var said = new HashMap<String, String>();
    request.queryParamMap().forEach((name, values) -> said.put(name, values.get(0)));
    if (isJson) {
      addJson(body, said);
    } else if (!body.isBlank()) {
      addForm(body, said);
    }
    return said;
  }

  private static void addJson(String body, Map<String, String> said) {
    try {
      for (var field : ReportJson.parse(body).properties()) {
        said.put(field.getKey(), field.getValue().asText());
      }
    } catch (JsonProcessingException e) {
      LOG.debug("no JSON from an SMS gateway", e);
    }
  }

  private static void addForm(String body, Map<String, String> said) {
    for (var pair : body.split("&", -1)) {
      var parts = pair.split("=", 2);
      if (parts.length == 2) {
        said.put(decoded(parts[0]), decoded(parts[1]));
      }
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException badEscape) {
      return text;
    }
  }
}
