package org.marsad.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.consumer.archive.ArchiveSettings;
import org.marsad.consumer.fanout.FanoutSettings;
import org.marsad.consumer.operations.OperationsSettings;
import org.marsad.consumer.subscribers.SubscribersFile;
import org.marsad.processor.ProcessorSettings;
import org.marsad.producer.ProducerSettings;
import org.marsad.producer.areas.AreasLoadCommand;
import org.marsad.schemas.launch.TopicsMain;
import org.marsad.schemas.settings.Settings;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import picocli.CommandLine;

/** The deployment files against the code: what is renamed here and not there fails. */
class ComposeFileTest {
  private static final Path ROOT = Path.of("..");
  private static final Map<String, ConfigDef> SETTINGS =
      Map.of(
          "topics", TopicsMain.SETTINGS,
          "producer", ProducerSettings.DEFINITION,
          "processor", ProcessorSettings.DEFINITION,
          "fanout", FanoutSettings.DEFINITION,
          "operations", OperationsSettings.DEFINITION,
          "archive", ArchiveSettings.DEFINITION);
  private static final List<String> ONCE = List.of("topics", "areas");
  private static final Pattern STAGE =
      Pattern.compile("FROM runtime-base AS (\\S+)\\s+ENTRYPOINT (\\[.*])");

  private static JsonNode compose;

  @TempDir private Path folder;

  @BeforeAll
  static void read() throws IOException {
    var yaml = new Yaml(new SafeConstructor(new LoaderOptions())); // resolves anchors and merges
    var text = Files.readString(ROOT.resolve("docker-compose.yml"));
    compose = new ObjectMapper().valueToTree(yaml.<Object>load(text));
  }

  @Test
  void shouldRunEveryPartWhenComposed() {
    assertThat(compose.path("services").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "kafka", "topics", "areas", "producer", "processor", "fanout", "operations", "archive");
  }

  @Test
  void shouldRunTheKafkaThatWeTestWithWhenComposed() {
    // Given
    var kafka = service("kafka");
    // Then
    assertThat(kafka.path("image").asText())
        .isEqualTo("apache/kafka:" + AppInfoParser.getVersion());
    assertThat(environment("kafka"))
        .containsKeys(
            "CLUSTER_ID",
            "KAFKA_NODE_ID",
            "KAFKA_PROCESS_ROLES",
            "KAFKA_CONTROLLER_QUORUM_VOTERS",
            "KAFKA_LISTENERS",
            "KAFKA_ADVERTISED_LISTENERS",
            "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
            "KAFKA_INTER_BROKER_LISTENER_NAME",
            "KAFKA_CONTROLLER_LISTENER_NAMES")
        .containsEntry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
    assertThat(kafka.path("volumes").path(0).asText())
        .isEqualTo("kafka:" + environment("kafka").get("KAFKA_LOG_DIRS"));
    assertThat(kafka.path("healthcheck").path("test").path(0).asText()).isEqualTo("CMD");
  }

  @Test
  void shouldBeReachableFromThisMachineOnlyWhenAPortIsPublished() {
    // When
    var ports =
        stream(compose.path("services"))
            .flatMap(service -> stream(service.path("ports")))
            .map(JsonNode::asText)
            .toList();
    // Then
    assertThat(ports).hasSize(4).allMatch(port -> port.startsWith("127.0.0.1:"));
  }

  static Stream<Arguments> declarations() {
    return SETTINGS.entrySet().stream().map(entry -> arguments(entry.getKey(), entry.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("declarations")
  void shouldSetOnlyWhatThePartDeclaresWhenStarted(String part, ConfigDef definition) {
    // Given
    var environment = environment(part);
    // When
    var found = Settings.fromEnvironment(definition, environment);
    // Then
    assertThat(found)
        .as("a setting of %s in %s that it does not declare", part, environment.keySet())
        .hasSameSizeAs(environment)
        .containsEntry("kafka.bootstrap.servers", "kafka:9092");
    assertThatCode(() -> Settings.of(definition, found)).doesNotThrowAnyException();
  }

  static Stream<String> ownParts() {
    return Stream.concat(Stream.of("areas"), SETTINGS.keySet().stream().sorted());
  }

  @ParameterizedTest
  @MethodSource("ownParts")
  void shouldStartAClassThatExistsWhenTheImageRuns(String part) throws Exception {
    // Given
    var entrypoint = entrypoints().path(part);
    // When
    var main = Class.forName(entrypoint.path(2).asText()).getMethod("main", String[].class);
    // Then
    assertThat(main.getReturnType()).isEqualTo(void.class);
    assertThat(service(part).path("build").path("target").asText()).isEqualTo(part);
    assertThat(entrypoint.path(0).asText()).isEqualTo("java");
    assertThat(entrypoint.path(1).asText()).isEqualTo("@/marsad/jvm.options");
  }

  @ParameterizedTest
  @MethodSource("ownParts")
  void shouldWaitForBrokerAndTopicsWhenStarted(String part) {
    // When
    var awaited = service(part).path("depends_on");
    // Then
    assertThat(awaited.path("kafka").path("condition").asText()).isEqualTo("service_healthy");
    if (!part.equals("topics")) {
      assertThat(awaited.path("topics").path("condition").asText())
          .isEqualTo("service_completed_successfully");
    }
  }

  @ParameterizedTest
  @MethodSource("ownParts")
  void shouldBeAbleToDoLittleHarmWhenBrokenInto(String part) {
    // Given
    var service = service(part);
    // Then
    assertThat(service.path("read_only").asBoolean()).isTrue();
    assertThat(service.path("cap_drop").path(0).asText()).isEqualTo("ALL");
    assertThat(service.path("tmpfs").path(0).asText()).startsWith("/tmp:exec");
    assertThat(service.path("restart").asText())
        .isEqualTo(ONCE.contains(part) ? "no" : "unless-stopped");
  }

  @Test
  void shouldJudgeOnlyWithAreasWhenTheProcessorStarts() {
    assertThat(service("processor").path("depends_on").path("areas").path("condition").asText())
        .isEqualTo("service_completed_successfully");
  }

  @ParameterizedTest
  @ValueSource(strings = {"producer", "fanout", "operations"})
  void shouldBeAskedForItsHealthWhenItSpeaksHttp(String part) {
    // Given
    var port = environment(part).get("MARSAD_HTTP_PORT");
    // When
    var check = stream(service(part).path("healthcheck").path("test")).map(JsonNode::asText);
    // Then
    assertThat(check).containsExactly("CMD", "bash", "/marsad/ready", port);
    assertThat(service(part).path("ports").path(0).asText()).endsWith(":" + port);
  }

  @Test
  void shouldKeepWhatIsWrittenWhenAContainerIsReplaced() {
    // Given
    var folders =
        Map.of(
            "producer", "MARSAD_SPOOL_DIR",
            "processor", "MARSAD_STATE_DIR",
            "archive", "MARSAD_ARCHIVE_DIR");
    // When, then
    folders.forEach(
        (part, setting) -> {
          var volume = service(part).path("volumes").path(0).asText().split(":", 2);
          assertThat(volume[1]).isEqualTo(environment(part).get(setting));
          assertThat(compose.path("volumes").has(volume[0])).isTrue();
        });
  }

  @Test
  void shouldLoadAreasWhenCalledAsComposed() {
    // Given
    var given =
        stream(service("areas").path("command")).map(JsonNode::asText).toArray(String[]::new);
    // When, then
    assertThatCode(() -> new CommandLine(new AreasLoadCommand()).parseArgs(given))
        .doesNotThrowAnyException();
  }

  @Test
  void shouldReadTheExampleWhenAnOperatorCopiesIt() throws IOException {
    // Given
    var example = Files.readString(ROOT.resolve("deploy/subscribers.example.yaml"));
    Files.createDirectories(folder.resolve("keys"));
    Files.writeString(folder.resolve("keys/pager"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    // When
    var subscribers = SubscribersFile.parse(example, folder);
    // Then
    assertThat(subscribers).hasSize(2);
  }

  @Test
  void shouldKeepSecretsOutWhenCommittedOrBuilt() throws IOException {
    assertThat(Files.readAllLines(ROOT.resolve(".gitignore"))).contains("/deploy/local/");
    assertThat(Files.readAllLines(ROOT.resolve(".dockerignore"))).contains("deploy/local");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 503})
  void shouldBeReadyOnlyWhenThePartSaysSo(int status) throws Exception {
    // Given
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/health/ready",
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    try {
      // When
      var script = ROOT.resolve("deploy/ready").toString();
      var port = Integer.toString(server.getAddress().getPort());
      var exit = new ProcessBuilder("bash", script, port).inheritIO().start().waitFor();
      // Then
      assertThat(exit == 0).isEqualTo(status == 200);
    } finally {
      server.stop(0);
    }
  }

  private static JsonNode service(String name) {
    return compose.path("services").path(name);
  }

  private static Map<String, String> environment(String service) {
    var environment = new TreeMap<String, String>();
    service(service)
        .path("environment")
        .properties()
        .forEach(entry -> environment.put(entry.getKey(), entry.getValue().asText()));
    return environment;
  }

  private static JsonNode entrypoints() throws IOException {
    var mapper = new ObjectMapper();
    var entrypoints = mapper.createObjectNode();
    var stages = STAGE.matcher(Files.readString(ROOT.resolve("Dockerfile")));
    while (stages.find()) {
      entrypoints.set(stages.group(1), mapper.readTree(stages.group(2)));
    }
    return entrypoints;
  }

  private static Stream<JsonNode> stream(JsonNode nodes) {
    return StreamSupport.stream(nodes.spliterator(), false);
  }
}
