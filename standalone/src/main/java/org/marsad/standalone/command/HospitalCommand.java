package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.message.EmergencyDepartment;
import org.marsad.message.Reality;
import org.marsad.message.Staffing;
import org.marsad.producer.intake.HospitalIntake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code marsad hospital}: hands a hospital's status to the intake of the Marsad that runs. */
@Command(
    name = "hospital",
    description = "Says whether a hospital receives, and what it has.",
    mixinStandardHelpOptions = true)
final class HospitalCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ACCEPTED = 202;
  private static final int UNUSABLE = 422;

  private final Terminal terminal = Terminal.ofProcess();
  @Mixin private IntakeClient intake = new IntakeClient();

  @Parameters(index = "0", paramLabel = "SITE", description = "Id of the hospital.")
  private String site = "";

  @Option(
      names = "--area",
      description = "Code of its area, such as aleppo. Default: every area that lists it.")
  private @Nullable String area;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "For a confidential hospital: file whose first line is the site's key.")
  private @Nullable Path keyFile;

  @Option(
      names = "--emergency",
      required = true,
      paramLabel = "STATE",
      description = "Its emergency department: ${COMPLETION-CANDIDATES}.")
  private EmergencyDepartment emergency = EmergencyDepartment.UNKNOWN;

  @Option(names = "--beds", paramLabel = "N", description = "Free beds.")
  private @Nullable Integer beds;

  @Option(names = "--operating-rooms", paramLabel = "N", description = "Free operating rooms.")
  private @Nullable Integer operatingRooms;

  @Option(names = "--staffing", paramLabel = "STATE", description = "${COMPLETION-CANDIDATES}.")
  private @Nullable Staffing staffing;

  @Option(names = "--reality", description = "${COMPLETION-CANDIDATES}. Default: ACTUAL.")
  private @Nullable Reality reality;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var answer = intake.post(HospitalIntake.PATH, status());
    if (answer.statusCode() == ACCEPTED) {
      for (var entry : IntakeClient.entries(answer)) {
        terminal.say(entry.path("status").asText() + " " + entry.path("siteId").asText());
      }
      return 0;
    }
    IntakeClient.explain(answer, terminal);
    return answer.statusCode() == UNUSABLE ? 2 : 1;
  }

  private String status() throws IOException {
    var status = JSON.createObjectNode();
    status.put("siteId", site);
    status.put("area", area);
    status.put("siteKey", key());
    status.put("emergencyDepartment", emergency.name());
    status.put("bedsAvailable", beds);
    status.put("operatingRoomsAvailable", operatingRooms);
    status.put("staffing", staffing == null ? null : staffing.name());
    status.put("reality", reality == null ? null : reality.name());
    status.properties().removeIf(field -> field.getValue().isNull());
    return status.toString();
  }

  /** From a file: a key on the command line shows in the list of processes. */
  private @Nullable String key() throws IOException {
    if (keyFile == null) {
      return null;
    }
    try (var lines = Files.lines(keyFile)) {
      return lines.findFirst().map(String::strip).orElse("");
    }
  }
}
