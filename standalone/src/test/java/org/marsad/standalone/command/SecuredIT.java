package org.marsad.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.TransactionListing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.consumer.fanout.FanoutMain;
import org.marsad.consumer.operations.OperationsMain;
import org.marsad.message.SourceKind;
import org.marsad.processor.ProcessorMain;
import org.marsad.producer.ProducerMain;
import org.marsad.producer.intake.KnownSource;
import org.marsad.producer.intake.Pseudonyms;
import org.marsad.producer.intake.SourceTokens;
import org.marsad.producer.intake.SourcesFile;
import org.marsad.schemas.launch.TopicsMain;
import org.marsad.standalone.ChildJvm;
import org.marsad.standalone.Folders;
import org.marsad.standalone.broker.FreePort;
import org.marsad.standalone.broker.SecuredBroker;

/** All parts and all commands around a Kafka that asks for a password, under a prefix. */
class SecuredIT {
  private static final String PREFIX = "east.";
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String HOSPITAL = "exercise-hospital-b";

  @TempDir private Path folder;
  private final Map<Class<?>, ChildJvm> parts = new LinkedHashMap<>();
  private int intake;
  private int operations;

  @Test
  void shouldWriteNothingWithoutThePrefixAndLeaveEachLogWhole() throws Exception {
    assumeTrue(Boolean.getBoolean("marsad.secured"), "takes a minute: -Plong");
    try (var broker = SecuredBroker.start(folder.resolve("broker"))) {
      var kafka = new HashMap<>(broker.environment());
      kafka.put("MARSAD_TOPICS_PREFIX", PREFIX);
      try {
        start(kafka);
        var logs = logs();
        // When everything is asked for once
        everyCommand();
        // Then what the parts have logged before stands there still
        var logsAfter = logs();
        logs.forEach((part, text) -> assertThat(logsAfter.get(part)).startsWith(text));
        assertThat(String.join("\n", logsAfter.values())).doesNotContain("sesame");
        // and nothing in Kafka is without the prefix
        try (var admin = broker.admin()) {
          assertThat(new TreeSet<>(admin.listTopics().names().get()))
              .contains(PREFIX + "alerts", PREFIX + "audit", PREFIX + "decisions")
              .allMatch(name -> name.startsWith(PREFIX));
          assertThat(
                  admin.listGroups().all().get().stream()
                      .map(GroupListing::groupId)
                      .collect(Collectors.toSet()))
              .contains(PREFIX + "marsad", PREFIX + "marsad-fanout")
              .allMatch(name -> name.startsWith(PREFIX));
          assertThat(
                  admin.listTransactions().all().get().stream()
                      .map(TransactionListing::transactionalId)
                      .collect(Collectors.toSet()))
              .isNotEmpty()
              .allMatch(name -> name.startsWith(PREFIX));
        }
      } finally {
        parts.values().forEach(ChildJvm::close);
      }
    }
  }

  private void start(Map<String, String> kafka) throws Exception {
    assertThat(TopicsMain.run(new String[] {"topics.partitions=2"}, kafka)).isZero();
    direct(kafka, "areas", "load");
    writeFiles();
    intake = FreePort.find();
    operations = FreePort.find();
    var folders = new Folders(folder);
    runPart(
        kafka,
        ProducerMain.class,
        Map.of(
            "MARSAD_HTTP_PORT", Integer.toString(intake),
            "MARSAD_SPOOL_DIR", folders.spool().toString(),
            "MARSAD_INTAKE_SOURCES_FILE", folders.sources().toString(),
            "MARSAD_INTAKE_PSEUDONYM_KEY_FILE", folders.pseudonymKey().toString()));
    runPart(kafka, ProcessorMain.class, Map.of("MARSAD_STATE_DIR", folders.state().toString()));
    runPart(
        kafka,
        FanoutMain.class,
        Map.of("MARSAD_SUBSCRIBERS_FILE", folders.subscribers().toString()));
    runPart(
        kafka,
        OperationsMain.class,
        Map.of(
            "MARSAD_HTTP_PORT", Integer.toString(operations),
            "MARSAD_USERS_FILE", folders.users().toString(),
            "MARSAD_SUBSCRIBERS_FILE", folders.subscribers().toString(),
            "MARSAD_INTAKE_URL", "http://127.0.0.1:" + intake,
            "MARSAD_INTAKE_TOKEN_FILE", folders.operatorToken().toString()));
  }

  private void writeFiles() throws IOException {
    var folders = new Folders(folder);
    var token = SourceTokens.generate();
    Files.writeString(folders.operatorToken(), token);
    Pseudonyms.createKey(folders.pseudonymKey());
    SourcesFile.write(
        folders.sources(),
        List.of(
            new KnownSource(
                "operator",
                SourceTokens.hash(token),
                SourceKind.OBSERVER,
                null,
                "aleppo",
                false,
                List.of(KnownSource.ANY_SITE),
                true,
                List.of(),
                null)));
    Files.writeString(
        folders.subscribers(),
        """
        - id: crew-1
          role: RESCUE
          areas: [aleppo]
          channels:
            - {name: screen, type: terminal}
        """);
    var added =
        Run.of(
            List.of(
                "users", "add", "chief", "--role", "ADMIN", "--token", "cli", "--data", data()));
    Files.writeString(folders.operationsToken(), added.out().strip());
  }

  private void everyCommand() throws Exception {
    await().atMost(PATIENCE).until(() -> isReady(intake) && isReady(operations));
    var one = report("f1", "الفردوس");
    var other = report("f2", "Fardus");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(command("deliveries", "latest").out())
                    .containsPattern("crew-1 +screen +told"));
    assertThat(asked("explain", "latest")).isNotEmpty();
    assertThat(asked("acknowledge", "latest", "--as", "crew-1", "--intent", "EN_ROUTE"))
        .startsWith("marsad: answered: EN_ROUTE, by crew-1");
    assertThat(asked("mute", "--area", "idlib", "--for", "1h30m", "--reason", "storm"))
        .contains("by chief: storm");
    assertThat(asked("mutes", "--json")).contains("\"state\":\"STANDING\"");
    assertThat(asked("mutes", "--lift", "latest")).startsWith("marsad: lifted: ");
    for (var decision : List.of("associate", "disassociate")) {
      assertThat(asked(decision, one, other, "--area", "aleppo", "--reason", "seen"))
          .startsWith("marsad: decided: ");
    }
    assertThat(asked("prefer", one, "--area", "aleppo", "--reason", "counted"))
        .startsWith("marsad: decided: ");
    var lost = report("f3", "the blue gate");
    assertThat(asked("place", lost, "--area", "aleppo", "--reason", "known to all"))
        .startsWith("marsad: placed ");
    assertThat(asked("decisions", "--json").lines()).hasSizeGreaterThanOrEqualTo(4);
    assertThat(asked("rejected")).isEmpty();
    assertThat(command("rejected", "resend", "9-9").out()).startsWith("9-9 unknown");
    assertThat(asked("hospital", HOSPITAL, "--emergency", "ADVISORY", "--reality", "EXERCISE"))
        .isEqualTo("marsad: published %s%n".formatted(HOSPITAL));
    assertThat(asked("sources", "heard")).contains("src-", "OBSERVER");
    assertThat(asked("subscribers", "test", "crew-1")).contains("screen", "DELIVERED");
    asked("users", "add", "looker", "--role", "VIEWER", "--token", "cli");
    assertThat(asked("users", "list")).contains("chief", "looker");
    asked("users", "remove", "looker");
    assertThat(asked("audit"))
        .contains("chief answerAlert", "chief setMute", "chief decide", "chief removeUser");
    watch();
  }

  /** As a process: it goes on until it is ended. */
  private void watch() throws Exception {
    try (var watch =
        ChildJvm.start(
            MarsadCommand.class,
            folder.resolve("watch.output"),
            Map.of(),
            List.of(),
            with("watch", "--since", "1h", "--area", "aleppo").toArray(String[]::new))) {
      watch.await(PATIENCE, () -> watch.printed().contains("al-Fardous, Aleppo"));
      report("f4", "Fardus");
      watch.await(PATIENCE, () -> watch.printed().lines().count() > 2);
    }
  }

  private static boolean isReady(int port) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/health/ready".formatted(port)));
    try {
      return HttpClient.newHttpClient()
              .send(request.build(), HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false; // not yet
    }
  }

  /** The id of what was reported. */
  private String report(String id, String place) {
    var run =
        Run.of(
            List.of(
                "report",
                "--id",
                id,
                "--place",
                place,
                "--killed",
                "12",
                "--url",
                "http://127.0.0.1:" + intake,
                "--token-file",
                new Folders(folder).operatorToken().toString()));
    assertThat(run.status()).as(run.errors()).isZero();
    return run.out().strip().split(" ", -1)[2];
  }

  /** What a command prints that does what it is asked for. */
  private String asked(String... arguments) {
    var run = command(arguments);
    assertThat(run.status()).as(String.join(" ", arguments) + ": " + run.errors()).isZero();
    return run.out();
  }

  private Run command(String... arguments) {
    return Run.of(with(arguments));
  }

  private List<String> with(String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--url", "http://127.0.0.1:" + operations, "--token-file"));
    all.add(new Folders(folder).operationsToken().toString());
    return all;
  }

  /** A command that asks Kafka itself. */
  private static void direct(Map<String, String> kafka, String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--bootstrap-servers", kafka.get("MARSAD_KAFKA_BOOTSTRAP_SERVERS")));
    all.addAll(List.of("--topic-prefix", PREFIX));
    for (var key : List.of("security.protocol", "sasl.mechanism", "sasl.jaas.config")) {
      var name = "MARSAD_KAFKA_" + key.toUpperCase(Locale.ROOT).replace('.', '_');
      all.addAll(List.of("--kafka", key + "=" + kafka.get(name)));
    }
    var run = Run.of(all);
    assertThat(run.status()).as(run.errors()).isZero();
  }

  private void runPart(Map<String, String> kafka, Class<?> main, Map<String, String> settings)
      throws IOException {
    var environment = new HashMap<>(kafka);
    environment.putAll(settings);
    var output = folder.resolve(main.getSimpleName() + ".output");
    parts.put(main, ChildJvm.start(main, output, environment, List.of()));
  }

  private Map<Class<?>, String> logs() {
    return parts.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, part -> part.getValue().printed()));
  }

  private String data() {
    return folder.toString();
  }
}
