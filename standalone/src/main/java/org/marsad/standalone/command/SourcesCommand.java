package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.text.PlainText;
import org.marsad.message.SourceKind;
import org.marsad.producer.intake.KnownSource;
import org.marsad.producer.intake.PhoneNumbers;
import org.marsad.producer.intake.SmsFields;
import org.marsad.producer.intake.SourceTokens;
import org.marsad.producer.intake.SourcesFile;
import org.marsad.standalone.LocalSource;
import org.marsad.standalone.Sample;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code marsad sources}: who may report. A Marsad that runs sees what changed within seconds. */
@Command(
    name = "sources",
    description =
        "Adds, lists and removes who may report; a running Marsad takes it over within seconds.",
    mixinStandardHelpOptions = true)
final class SourcesCommand extends BookCommand {
  @Command(
      name = "add",
      description = "Adds a source and prints its token, this once: only its hash is kept.",
      mixinStandardHelpOptions = true)
  int add(
      @Parameters(
              paramLabel = "NAME",
              description = "Known to you alone; the log sees a pseudonym.")
          String name,
      @Option(names = "--kind", description = "${COMPLETION-CANDIDATES}. Default: OBSERVER.")
          @Nullable SourceKind kind,
      @Option(
              names = "--lineage",
              paramLabel = "NAME",
              description = "Whom it repeats: sources of one lineage count once. Default: itself.")
          @Nullable String lineage,
      @Option(
              names = "--home-area",
              paramLabel = "CODE",
              description = "Area in which its bare place names are looked up first.")
          @Nullable String homeArea,
      @Option(names = "--relay", description = "It passes on what others say, and names them.")
          boolean relay,
      @Option(
              names = "--site",
              paramLabel = "ID",
              description = "Hospital whose status it may say; may be repeated.")
          @Nullable List<String> sites,
      @Option(
              names = "--number",
              paramLabel = "NUMBER",
              description = "Telephone from which it reports by SMS, +963…; may be repeated.")
          @Nullable List<String> numbers,
      @Option(
              names = "--sms-gateway",
              description = "It is the SMS gateway: it passes on what it receives to /api/sms.")
          boolean gateway,
      @Mixin DataOption data)
      throws IOException {
    var folders = data.folders();
    LocalSource.prepare(folders, Sample.HOME_AREA);
    var token = SourceTokens.generate();
    SourcesFile.add(
        folders.sources(),
        new KnownSource(
            name,
            SourceTokens.hash(token),
            kind == null ? SourceKind.OBSERVER : kind,
            lineage,
            homeArea,
            relay,
            sites == null ? List.of() : sites,
            false,
            digits(numbers),
            gateway ? SmsFields.DEFAULTS : null));
    terminal().progress("added " + PlainText.of(name) + " to " + folders.sources());
    if (homeArea == null) {
      terminal()
          .progress(
              "it has no --home-area: its reports must name the town with each neighbourhood");
    }
    showOnce("token", token);
    return 0;
  }

  private List<String> digits(@Nullable List<String> numbers) {
    var all = new ArrayList<String>();
    for (var number : numbers == null ? List.<String>of() : numbers) {
      var digits = PhoneNumbers.digits(number);
      if (digits.isEmpty()) {
        throw fault("--number: %s (expected: +963912345678)".formatted(number));
      }
      all.add(digits);
    }
    return all;
  }

  @Command(
      name = "remove",
      description = "Removes a source: its token is worth nothing any more. Its reports stay.",
      mixinStandardHelpOptions = true)
  int remove(
      @Parameters(paramLabel = "NAME", description = "As sources list shows it.") String name,
      @Mixin DataOption data)
      throws IOException {
    var file = data.folders().sources();
    SourcesFile.remove(file, name);
    terminal().progress("removed " + PlainText.of(name) + " from " + file);
    return 0;
  }

  @Command(
      name = "list",
      description = "Lists who may report; no tokens.",
      mixinStandardHelpOptions = true)
  int list(
      @Option(names = "--json", description = "One object a line.") boolean json,
      @Mixin DataOption data)
      throws IOException {
    var sources = SourcesFile.read(data.folders().sources());
    list(sources, "source", source -> json ? json(source) : line(source));
    return 0;
  }

  @Command(
      name = "heard",
      description =
          "When each source was last heard, by pseudonym, and which are silent; times are UTC.",
      mixinStandardHelpOptions = true)
  int heard(@Mixin ListOptions list, @Mixin ServerOptions server)
      throws IOException, InterruptedException {
    list.print(
        terminal(), server.api().get("/sources").path("sources"), "source", SourcesCommand::heard);
    return 0;
  }

  private static String heard(JsonNode source) {
    var at = source.path("lastHeardAt");
    return "%-24s %-8s %-12s %s%s"
        .formatted(
            source.path("id").asText(),
            source.path("kind").asText(),
            source.path("area").asText(),
            at.isTextual() ? Terminal.time(at) : "never heard",
            source.path("silent").asBoolean() ? "  SILENT" : "");
  }

  private static String line(KnownSource source) {
    return "%-24s %-8s %-12s %s%s"
        .formatted(
            PlainText.of(source.name()),
            source.kind(),
            source.homeArea() == null ? "-" : source.homeArea(),
            (source.relay() ? "relay " : "")
                + (source.operator() ? "operator " : "")
                + (source.gateway() == null ? "" : "sms-gateway "),
            source.lineage() == null ? "" : "repeats " + PlainText.of(source.lineage()))
        .stripTrailing();
  }

  private static String json(KnownSource source) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("name", source.name()).put("kind", source.kind().name());
    json.put("lineage", source.lineage()).put("homeArea", source.homeArea());
    json.put("relay", source.relay());
    source.sites().forEach(json.putArray("sites")::add);
    json.properties().removeIf(field -> field.getValue().isNull());
    return json.toString();
  }
}
