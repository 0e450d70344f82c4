package org.marsad.producer.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Source;
import org.marsad.message.StrikeReport;
import org.marsad.producer.places.AreaRegister;
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

  private final Door door;
  private final Pseudonyms pseudonyms;
  private final ReportJson json;
  private final PlaceAnswer places;
  private final UnaryOperator<StrikeReport> place;
  private final NewestDays newestDays;
  private final Function<StrikeReport, CompletableFuture<Fate>> publish;
  private final Clock clock;

  /**
   * An intake.
   *
   * @param door lets known sources in
   * @param places looks places up
   * @param areas by their codes
   * @param place puts a report where a person placed it
   * @param newestDays say what is too old
   * @param publish hands a report over; the future never fails
   * @param clock says when a report is received
   */
  public Intake(
      Door door,
      Pseudonyms pseudonyms,
      Places places,
      AreaRegister areas,
      UnaryOperator<StrikeReport> place,
      NewestDays newestDays,
      Function<StrikeReport, CompletableFuture<Fate>> publish,
      Clock clock) {
    this.door = door;
    this.pseudonyms = pseudonyms;
    this.json = new ReportJson(places);
    this.places = new PlaceAnswer(areas);
    this.place = place;
    this.newestDays = newestDays;
    this.publish = publish;
    this.clock = clock;
  }

  /** Adds the route to a server. */
  @Override
  public void accept(JavalinConfig config) {
    config.routes.post(PATH, request -> door.answerWhenOpen(request, "report", this::take));
  }

  private Answer take(JsonNode list, KnownSource source) {
    var context = contextOf(source);
    var ages = newestDays.oneRequest();
    return Door.<StrikeReport>each(
        list, (entry, errors) -> read(entry, source, context, ages, errors), this::publish);
  }

  private @Nullable StrikeReport read(
      JsonNode entry,
      KnownSource source,
      ReportContext context,
      NewestDays.OneRequest ages,
      List<FieldError> errors) {
    var outcome = json.read(entry, context);
    var named = entry.at("/source/id").asText();
    if (source.relay() && !named.equals(source.name()) && door.isListed(named)) {
      errors.add(new FieldError("source.id", named, "no source that has a token of its own"));
    }
    if (outcome instanceof ReportOutcome.Accepted accepted) {
      var report = accepted.report();
      var placed = place.apply(source.relay() ? passedOnBy(source, report) : report);
      ages.next(placed).map(FieldError::of).ifPresent(errors::add);
      return placed;
    }
    errors.addAll(((ReportOutcome.Refused) outcome).errors());
    return null;
  }

  /** However many sources a relay names, it is one voice: they count as one. */
  private StrikeReport passedOnBy(KnownSource relay, StrikeReport report) {
    var named = report.getSource();
    var lineage = relay.known(pseudonyms).getLineage();
    return StrikeReport.newBuilder(report)
        .setSource(new Source(named.getId(), named.getKind(), lineage))
        .build();
  }

  private Answer publish(List<StrikeReport> reports) {
    var fates = reports.stream().map(publish).toList();
    var answer = Answer.ofFates(reports.stream().map(this::entry).toList(), fates);
    newestDays.note(reports, fates);
    return answer;
  }

  /** Where it was placed and what was repaired or is in doubt, the sender learns at once. */
  private ObjectNode entry(StrikeReport report) {
    var entry = JsonNodeFactory.instance.objectNode().put("reportId", report.getReportId());
    places.addTo(entry, report);
    return entry;
  }

  /**
   * A relay names its sources, of those that are not listed; all others are who their token says.
   */
  private ReportContext contextOf(KnownSource source) {
    var reception = new Reception.Live(clock);
    return source.relay()
        ? new ReportContext(null, pseudonyms::of, source.homeArea(), reception)
        : new ReportContext(
            source.known(pseudonyms), UnaryOperator.identity(), source.homeArea(), reception);
  }
}
