package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.explain.Meanings;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.Reality;
import org.marsad.message.Target;
import org.marsad.producer.intake.Intake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code marsad report}: hands one report to the intake of the Marsad that runs. */
@Command(
    name = "report",
    description = "Publishes one report, or JSON from standard input (marsad report -).",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ACCEPTED = 202;
  private static final Set<Integer> SAID_WRONGLY = Set.of(400, 422);

  private final Terminal terminal = Terminal.ofProcess();
  @Spec private CommandSpec spec;
  @Mixin private IntakeClient intake = new IntakeClient();

  @Parameters(arity = "0..1", paramLabel = "-", description = "Reads JSON from standard input.")
  private @Nullable String standardInput;

  @Option(names = "--place", description = "Neighbourhood or town, as said.")
  private @Nullable String place;

  @Option(names = "--area", description = "Code of the area, such as aleppo.")
  private @Nullable String area;

  @Option(
      names = "--at",
      description = "When: 2016-10-12, or ISO-8601 with an offset. Default: now.")
  private @Nullable String at;

  @Option(names = "--until", description = "End, where it took longer.")
  private @Nullable String until;

  @Option(names = "--impacts", description = "Bombs, shells or launches that landed: 6 or 5-8.")
  private @Nullable String impacts;

  @Option(names = "--killed", description = "People killed: 45 or 40-50.")
  private @Nullable String killed;

  @Option(names = "--injured", description = "People injured: 45 or 40-50.")
  private @Nullable String injured;

  @Option(names = "--lat", description = "Latitude, degrees.")
  private @Nullable Double lat;

  @Option(names = "--lon", description = "Longitude, degrees.")
  private @Nullable Double lon;

  @Option(names = "--radius", description = "Uncertainty of the point, metres.")
  private @Nullable Double radius;

  @Option(names = "--delivery", description = "${COMPLETION-CANDIDATES}.")
  private @Nullable DeliveryMeans delivery;

  @Option(names = "--target", split = ",", description = "${COMPLETION-CANDIDATES}.")
  private List<Target> targets = List.of();

  @Option(names = "--reality", description = "${COMPLETION-CANDIDATES}. Default: ACTUAL.")
  private @Nullable Reality reality;

  @Option(names = "--id", description = "Your own id for it, to correct it later.")
  private @Nullable String id;

  @Option(
      names = "--revision",
      description =
          "2 or more for a correction, which replaces all that was said: repeat what still holds.")
  private @Nullable Integer revision;

  @Option(
      names = "--retract",
      description =
          "Takes it back, wherever it was; needs --id, and --revision above that of the last word.")
  private boolean retract;

  @Option(names = "--confirmed", description = "A count above 100,000 is really meant.")
  private boolean confirmed;

  @Option(names = "--note", description = "Anything else, at most 1,000 characters.")
  private @Nullable String note;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var body = standardInput == null ? fromOptions() : fromStandardInput();
    var answer = intake.post(Intake.PATH, body);
    return answer.statusCode() == ACCEPTED ? accepted(answer) : refused(answer);
  }

  private int accepted(HttpResponse<String> answer) throws IOException {
    for (var report : IntakeClient.entries(answer)) {
      terminal.say(
          "%s%s %s%s"
              .formatted(
                  retract ? "retraction " : "",
                  report.path("status").asText(),
                  report.path("reportId").asText(),
                  retract
                      ? ": taken back wherever it stands"
                      : " · " + report.path("place").asText()));
      for (var mark : report.path("marks")) {
        terminal.progress(Meanings.ofMark(mark.asText()) + " (" + mark.asText() + ")");
      }
    }
    return 0;
  }

  private int refused(HttpResponse<String> answer) throws IOException {
    IntakeClient.explain(answer, terminal);
    return SAID_WRONGLY.contains(answer.statusCode()) ? 2 : 1;
  }

  private String fromStandardInput() throws IOException {
    if (!"-".equals(standardInput)) {
      throw new ParameterException(
          spec.commandLine(), standardInput + ": unknown argument (expected: - for JSON)");
    }
    return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
  }

  private String fromOptions() {
    if (revision != null && revision > 1 && !retract && at == null) {
      throw new ParameterException(
          spec.commandLine(),
          "--at: absent (expected: when it happened; revision %d replaces all that was said)"
              .formatted(revision));
    }
    if (place == null && area == null && lat == null && !retract) {
      throw new ParameterException(
          spec.commandLine(), "--place: absent (expected: a place, an area or a point)");
    }
    var report = JSON.createObjectNode();
    report.put("localId", id == null ? UUID.randomUUID().toString() : id);
    report.put("revision", revision);
    report.put("status", retract ? "RETRACTED" : null);
    report.put("reality", reality == null ? null : reality.name());
    report.put("occurredFrom", at == null ? now() : at);
    report.put("occurredUntil", until);
    report.put("timePrecision", at == null ? "MINUTE" : null);
    report.put("placeText", place);
    report.put("area", area);
    report.put("lat", lat);
    report.put("lon", lon);
    report.put("radiusMetres", radius);
    report.put("delivery", delivery == null ? null : delivery.name());
    report.put("note", note);
    report.put("confirmed", confirmed ? Boolean.TRUE : null);
    var array = report.putArray("targets");
    targets.forEach(target -> array.add(target.name()));
    CountOption.put(spec, report, "impacts", impacts);
    CountOption.put(spec, report, "killed", killed);
    CountOption.put(spec, report, "injured", injured);
    report.properties().removeIf(field -> field.getValue().isNull());
    return report.toString();
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.MINUTES).toString();
  }
}
