package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.message.EmergencyDepartment;
import org.marsad.message.Reality;
import org.marsad.message.Staffing;
import org.marsad.standalone.client.ApiClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code marsad hospital}: enters a hospital's status. */
@Command(
    name = "hospital",
    description = "Says whether a hospital receives, and what it has.",
    mixinStandardHelpOptions = true)
final class HospitalCommand implements Callable<Integer> {
  private final Terminal terminal = Terminal.ofProcess();
  @Mixin private ServerOptions server = new ServerOptions();

  @Parameters(index = "0", paramLabel = "SITE", description = "Id of the hospital.")
  private String site = "";

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
    var said = server.api().post(ApiClient.path("hospitals", site, "status"), status());
    for (var entry : said.path("entries")) {
      terminal.say(entry.path("status").asText() + " " + entry.path("siteId").asText());
    }
    return 0;
  }

  private JsonNode status() throws IOException {
    return JsonNodeFactory.instance
        .objectNode()
        .put("siteKey", key())
        .put("emergencyDepartment", emergency.name())
        .put("bedsAvailable", beds)
        .put("operatingRoomsAvailable", operatingRooms)
        .put("staffing", staffing == null ? null : staffing.name())
        .put("reality", reality == null ? null : reality.name());
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
