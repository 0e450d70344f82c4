package org.marsad.schemas.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.schemas.settings.Settings;

class PartMainTest {
  private static final ConfigDef DEFINITION =
      new ConfigDef()
          .define("port", ConfigDef.Type.INT, 1, ConfigDef.Importance.LOW, "A port.")
          .define("name", ConfigDef.Type.STRING, "default", ConfigDef.Importance.LOW, "A name.")
          .define("folder", ConfigDef.Type.STRING, "here", ConfigDef.Importance.LOW, "A folder.");

  @TempDir private Path folder;
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private final List<Settings> made = new ArrayList<>();

  @Test
  void shouldLetTheCommandLineWinOverTheEnvironmentAndThatOverTheFile() throws Exception {
    // Given
    var file =
        Files.writeString(folder.resolve("part.properties"), "port=2\nname=file\nfolder=file\n");
    // When
    var status =
        run(
            Map.of("MARSAD_NAME", "environment", "MARSAD_FOLDER", "environment"),
            "--config",
            file.toString(),
            "folder=given");
    // Then
    assertThat(status).isZero();
    assertThat(made.get(0).number("port")).isEqualTo(2);
    assertThat(made.get(0).text("name")).isEqualTo("environment");
    assertThat(made.get(0).text("folder")).isEqualTo("given");
  }

  @Test
  void shouldRefuseAllUnusableSettingsAtOnceAndMakeNothing() {
    // When
    var status = run(Map.of(), "port=many", "loud", "colour=red");
    // Then
    assertThat(status).isEqualTo(2);
    assertThat(made).isEmpty();
    assertThat(said()).contains("port", "colour: unknown setting", "loud: unknown argument");
  }

  @Test
  void shouldRunAndSaySoWhenTheEnvironmentNamesWhatItDoesNotKnow() {
    // When Kubernetes, say, puts a name of its own there
    var status = run(Map.of("MARSAD_NAEM", "x", "MARSAD_NAME", "y", "PATH", "/bin"));
    // Then
    assertThat(status).isZero();
    assertThat(said()).startsWith("MARSAD_NAEM: not used (no setting of part)");
    assertThat(said()).doesNotContain("PATH", "MARSAD_NAME:");
  }

  @Test
  void shouldRefuseAFileThatIsNotThere() {
    // When
    var status = run(Map.of(), "--config", folder.resolve("gone").toString(), "port=many");
    // Then
    assertThat(status).isEqualTo(2);
    assertThat(said()).contains("gone: not found (expected: a file of settings)", "port: ");
  }

  @Test
  void shouldNotPrintASecret() {
    // When
    run(Map.of(), "kafka.sasl.jaas.config=very-secret");
    // Then
    assertThat(said()).contains("sasl.jaas.config").doesNotContain("very-secret");
  }

  private int run(Map<String, String> environment, String... arguments) {
    var out = new PrintStream(errors, true, StandardCharsets.UTF_8);
    return new PartMain("part", DEFINITION, this::make, out).run(arguments, environment);
  }

  private Part make(Settings settings) {
    made.add(settings);
    return new Part() {
      @Override
      public void start() {}

      @Override
      public CompletableFuture<Void> ended() {
        return CompletableFuture.completedFuture(null);
      }

      @Override
      public void close() {}
    };
  }

  private String said() {
    return errors.toString(StandardCharsets.UTF_8);
  }
}
