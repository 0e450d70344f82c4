package org.marsad.producer.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Source;
import org.marsad.message.StrikeReport;
import org.marsad.producer.publish.Fate;
import org.marsad.producer.report.FieldError;
import org.marsad.producer.report.Places;
import org.marsad.producer.report.Reception;
import org.marsad.producer.report.ReportContext;
import org.marsad.producer.report.ReportJson;
import org.marsad.producer.report.ReportOutcome;

/**
 * {@code POST /api/reports}: one report or a list, answered when each is safe in the log or on our
 * disk. Of a list in which one report cannot be used nothing is published.
 */
public final class Intake implements Consumer<JavalinConfig> {
  /** Where reports are posted. */
  public static final String PATH = "/api/reports";

  /** Most bytes of a request's body. */
  public static final int MAX_BYTES = 1 << 20;

  /** Most reports in a request. */
  public static final int MAX_REPORTS = 1000;

  private final SourceRegister register;
  private final Pseudonyms pseudonyms;
  private final RateLimit rateLimit;
  private final ReportJson json;
  private final Function<StrikeReport, CompletableFuture<Fate>> publish;
  private final Clock clock;

  /**
   * An intake.
   *
   * @param sources who may report
   * @param ratePerMinute requests that each may make a minute, at least 1
   * @param publish hands a report over; the future never fails
   * @param clock says when a report is received
   */
  public Intake(
      List<KnownSource> sources,
      Pseudonyms pseudonyms,
      int ratePerMinute,
      Places places,
      Function<StrikeReport, CompletableFuture<Fate>> publish,
      Clock clock) {
    this(sources, pseudonyms, ratePerMinute, places, publish, clock, System::nanoTime);
  }

  Intake(
      List<KnownSource> sources,
      Pseudonyms pseudonyms,
      int ratePerMinute,
      Places places,
      Function<StrikeReport, CompletableFuture<Fate>> publish,
      Clock clock,
      LongSupplier nanoTime) {
    this.register = new SourceRegister(sources);
    this.pseudonyms = pseudonyms;
    this.rateLimit = new RateLimit(ratePerMinute, nanoTime);
    this.json = new ReportJson(places);
    this.publish = publish;
    this.clock = clock;
  }

  /** Adds the route to a server. */
  @Override
  public void accept(JavalinConfig config) {
    config.routes.post(PATH, this::handle);
  }

  private void handle(Context request) throws IOException {
    answer(request).send(request);
  }

  private Answer answer(Context request) throws IOException {
    var known = register.authenticate(request.header("Authorization"));
    if (known.isEmpty()) {
      return Answer.unauthorized();
    }
    var source = known.get();
    var wait = rateLimit.take(source.name());
    if (wait.isPresent()) {
      return Answer.tooMany(wholeSeconds(wait.get()));
    }
    if (!isJson(request.header("Content-Type"))) {
      return Answer.notJson();
    }
    var body = request.bodyInputStream().readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      return Answer.tooLarge(MAX_BYTES);
    }
    return take(new String(body, StandardCharsets.UTF_8), source);
  }

  private Answer take(String body, KnownSource source) {
    JsonNode said;
    try {
      said = ReportJson.parse(body);
    } catch (JsonProcessingException e) {
      return unusable(body, "a report, or a list of reports, in JSON");
    }
    if (said.isArray() && (said.isEmpty() || said.size() > MAX_REPORTS)) {
      return unusable(said.size() + " reports", "1 to " + MAX_REPORTS + " reports");
    }
    return take(said.isArray() ? said : JsonNodeFactory.instance.arrayNode().add(said), source);
  }

  private Answer take(JsonNode list, KnownSource source) {
    var context = contextOf(source);
    var reports = new ArrayList<StrikeReport>();
    var faults = new ArrayList<Answer.Fault>();
    for (var i = 0; i < list.size(); i++) {
      var outcome = json.read(list.get(i), context);
      if (outcome instanceof ReportOutcome.Accepted accepted) {
        reports.add(accepted.report());
      } else {
        for (var error : ((ReportOutcome.Refused) outcome).errors()) {
          faults.add(new Answer.Fault(i, error));
        }
      }
    }
    return faults.isEmpty() ? publish(reports) : Answer.unusable(faults);
  }

  private Answer publish(List<StrikeReport> reports) {
    var underWay = reports.stream().map(publish).toList();
    var list = JsonNodeFactory.instance.arrayNode();
    var isSafe = true;
    for (var i = 0; i < reports.size(); i++) {
      var fate = underWay.get(i).join(); // bounded by the publisher's delivery time-out
      var entry = list.addObject().put("reportId", reports.get(i).getReportId());
      if (fate instanceof Fate.Refused refused) {
        entry.put("status", "refused").put("reason", refused.reason());
        isSafe = false;
      } else {
        entry.put("status", fate instanceof Fate.Spooled ? "spooled" : "published");
      }
    }
    return isSafe ? Answer.accepted(list) : Answer.unavailable(list);
  }

  /** A relay names its sources; all others are who their token says. */
  private ReportContext contextOf(KnownSource source) {
    var reception = new Reception.Live(clock);
    if (source.relay()) {
      return new ReportContext(null, pseudonyms::of, source.homeArea(), reception);
    }
    var id = pseudonyms.of(source.name());
    var lineage = source.lineage() == null ? id : pseudonyms.of(source.lineage());
    return new ReportContext(
        new Source(id, source.kind(), lineage),
        UnaryOperator.identity(),
        source.homeArea(),
        reception);
  }

  private static Answer unusable(String value, String expected) {
    return Answer.unusable(List.of(new Answer.Fault(0, new FieldError("body", value, expected))));
  }

  private static boolean isJson(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.equals("application/json");
  }

  private static long wholeSeconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }
}
