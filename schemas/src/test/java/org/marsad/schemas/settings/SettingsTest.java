package org.marsad.schemas.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final ConfigDef DEFINITION =
      new ConfigDef()
          .define("http.port", ConfigDef.Type.INT, 8080, Importance.HIGH, "Port.")
          .define("areas.files", ConfigDef.Type.LIST, "", Importance.LOW, "Files.")
          .define("quiet", ConfigDef.Type.BOOLEAN, false, Importance.LOW, "Says less.")
          .define("home-area", ConfigDef.Type.STRING, "", Importance.LOW, "Area.")
          .define("api.token", ConfigDef.Type.PASSWORD, "none", Importance.HIGH, "Token.");

  @TempDir private Path folder;

  @Test
  void shouldLetTheLaterLayerWinWhenSeveralNameASetting() {
    // When
    var settings =
        Settings.of(
            DEFINITION,
            Map.of("http.port", "1", "home-area", "homs"),
            Map.of("http.port", "2"),
            Map.of("http.port", "3"));
    // Then
    assertThat(settings.number("http.port")).isEqualTo(3);
    assertThat(settings.text("home-area")).isEqualTo("homs");
    assertThat(settings.flag("quiet")).isFalse();
  }

  @Test
  void shouldFindDotsAndDashesAsUnderscoresWhenReadingTheEnvironment() {
    // When
    var found =
        Settings.fromEnvironment(
            DEFINITION,
            Map.of(
                "MARSAD_HTTP_PORT", "81",
                "MARSAD_HOME_AREA", "aleppo",
                "MARSAD_AREAS_FILES", "a.json,b.json",
                "MARSAD_KAFKA_BOOTSTRAP_SERVERS", "kafka:9092",
                "MARSAD_OTHER_PART", "x",
                "HTTP_PORT", "82",
                "PATH", "/bin"));
    // Then
    assertThat(found)
        .containsOnly(
            Map.entry("http.port", "81"),
            Map.entry("home-area", "aleppo"),
            Map.entry("areas.files", "a.json,b.json"),
            Map.entry("kafka.bootstrap.servers", "kafka:9092"));
    assertThat(Settings.of(DEFINITION, found).list("areas.files"))
        .containsExactly("a.json", "b.json");
  }

  @Test
  void shouldReadArabicWhenTheFileIsInUtf8() throws IOException {
    // Given
    var file = folder.resolve("marsad.properties");
    Files.writeString(file, "home-area = حلب\nhttp.port = 90\n");
    // When
    var settings = Settings.of(DEFINITION, Settings.fromFile(file));
    // Then
    assertThat(settings.text("home-area")).isEqualTo("حلب");
    assertThat(settings.number("http.port")).isEqualTo(90);
  }

  @Test
  void shouldTellWhatIsWrongWithTheFileAlongWithTheRest() throws IOException {
    // Given
    var file = folder.resolve("marsad.properties");
    Files.writeString(file, "quiet=true\nhttp.port=90\nquiet=false\ncolour=red\n");
    // When
    var refusal =
        catchThrowableOfType(
            SettingsException.class,
            () -> Settings.load(DEFINITION, file, Map.of("MARSAD_HTTP_PORT", "x"), Map.of()));
    // Then
    assertThat(refusal.faults())
        .hasSize(3)
        .contains("quiet: given twice in " + file + " (expected: once)")
        .anyMatch(fault -> fault.startsWith("colour: unknown setting"))
        .anyMatch(fault -> fault.startsWith("http.port: ") && fault.contains("x"));
  }

  @Test
  void shouldRefuseAFileThatIsNoneOfProperties() throws IOException {
    // Given
    var file = Files.writeString(folder.resolve("marsad.properties"), "home-area=\\u06\n");
    // Then
    assertThatThrownBy(() -> Settings.load(DEFINITION, file, Map.of(), Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageEndingWith("(expected: name=value, a line each)");
  }

  @Test
  void shouldHandAPartItsOwnOfAWhole() {
    // Given
    var whole =
        Settings.of(DEFINITION, Map.of("http.port", "90", "quiet", "true", "kafka.linger.ms", "5"));
    var part =
        new ConfigDef()
            .define("quiet", ConfigDef.Type.BOOLEAN, false, Importance.LOW, "Says less.")
            .define("folder", ConfigDef.Type.STRING, "here", Importance.LOW, "Folder.");
    // When
    var settings = whole.part(part, Map.of("folder", "there"));
    // Then
    assertThat(settings.describe().lines())
        .containsExactly("folder=there", "quiet=true", "kafka.linger.ms=5");
  }

  @Test
  void shouldNameAllFaultsAtOnceWhenSettingsAreUnusable() {
    // Given
    var given = Map.of("http.prot", "80", "http.port", "eighty", "quiet", "maybe", "colour", "red");
    // When
    var refusal =
        catchThrowableOfType(SettingsException.class, () -> Settings.of(DEFINITION, given));
    // Then
    assertThat(refusal.faults())
        .hasSize(4)
        .anyMatch(fault -> fault.startsWith("http.prot: unknown setting (expected: one of "))
        .anyMatch(fault -> fault.startsWith("colour: unknown setting"))
        .anyMatch(fault -> fault.startsWith("http.port: ") && fault.contains("eighty"))
        .anyMatch(fault -> fault.startsWith("quiet: ") && fault.contains("maybe"));
  }

  @Test
  void shouldGiveEachClientItsOwnWhenKafkasSettingsAreAsked() {
    // Given
    var settings =
        Settings.of(
            DEFINITION,
            Map.of(
                "kafka.bootstrap.servers", "kafka:9092",
                "kafka.linger.ms", "5",
                "kafka.producer.linger.ms", "2",
                "kafka.consumer.max.poll.records", "10",
                "kafka.streams.num.stream.threads", "2",
                "kafka.streams.producer.linger.ms", "1",
                "kafka.admin.client.id", "setup"));
    // When, then
    assertThat(settings.kafka("producer"))
        .containsOnly(Map.entry("bootstrap.servers", "kafka:9092"), Map.entry("linger.ms", "2"));
    assertThat(settings.kafka("consumer"))
        .containsOnly(
            Map.entry("bootstrap.servers", "kafka:9092"),
            Map.entry("linger.ms", "5"),
            Map.entry("max.poll.records", "10"));
    assertThat(settings.kafka("streams"))
        .containsOnly(
            Map.entry("bootstrap.servers", "kafka:9092"),
            Map.entry("linger.ms", "5"),
            Map.entry("num.stream.threads", "2"),
            Map.entry("producer.linger.ms", "1"));
    assertThat(settings.kafka("admin"))
        .containsOnly(
            Map.entry("bootstrap.servers", "kafka:9092"),
            Map.entry("linger.ms", "5"),
            Map.entry("client.id", "setup"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api.token",
        "kafka.sasl.jaas.config",
        "kafka.ssl.keystore.password",
        "kafka.ssl.keystore.key",
        "kafka.producer.ssl.key.password",
        "kafka.streams.consumer.ssl.keystore.key",
        "kafka.sasl.oauthbearer.client.credentials.client.secret",
        "kafka.my.interceptor.password"
      })
  void shouldHideTheValueWhenASettingIsSecret(String name) {
    // When
    var settings = Settings.of(DEFINITION, Map.of(name, "hunter2"));
    // Then
    assertThat(settings.describe()).contains(name + "=[hidden]").doesNotContain("hunter2");
  }

  @Test
  void shouldShowWhatIsInForceWhenDescribed() {
    // Given
    var settings =
        Settings.of(
            DEFINITION,
            Map.of(
                "kafka.bootstrap.servers", "kafka:9092",
                "kafka.key.serializer", "a.B",
                "api.token", "t0ken",
                "quiet", "true"));
    // When
    var lines = settings.describe().lines();
    // Then
    assertThat(lines)
        .containsExactly(
            "api.token=[hidden]",
            "areas.files=[]",
            "home-area=",
            "http.port=8080",
            "quiet=true",
            "kafka.bootstrap.servers=kafka:9092",
            "kafka.key.serializer=a.B");
    assertThat(settings.secret("api.token")).isEqualTo("t0ken");
  }
}
