package org.marsad.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationSettingsTest {
  @TempDir private Path data;

  @Test
  void shouldHaveDefaultsWithoutAFile() throws IOException {
    // When
    var settings = InstallationSettings.read(new Folders(data), Map.of(), Map.of());
    // Then
    assertThat(settings.number(InstallationSettings.HTTP_PORT)).isEqualTo(8080);
    assertThat(settings.text(InstallationSettings.HOME_AREA)).isEqualTo("aleppo");
    assertThat(settings.list("http.names")).isEmpty();
  }

  @Test
  void shouldTakeTheCommandLineBeforeTheFile() throws IOException {
    // Given
    write("name=Aleppo rescue\nhttp.port=8081\nhome.area=idlib\n");
    // When
    var settings = InstallationSettings.read(new Folders(data), Map.of(), Map.of("http.port", "0"));
    // Then
    assertThat(settings.text(InstallationSettings.NAME)).isEqualTo("Aleppo rescue");
    assertThat(settings.number(InstallationSettings.HTTP_PORT)).isZero();
    assertThat(settings.text(InstallationSettings.HOME_AREA)).isEqualTo("idlib");
  }

  @Test
  void shouldTellEveryFaultOfTheFile() throws IOException {
    // Given
    write("http.port=80800\nhome=idlib\n");
    // Then
    assertThatThrownBy(() -> InstallationSettings.read(new Folders(data), Map.of(), Map.of()))
        .hasMessageContaining("http.port")
        .hasMessageContaining("home: unknown setting");
  }

  private void write(String text) throws IOException {
    Files.writeString(new Folders(data).settings(), text);
  }
}
