package org.marsad.consumer.replies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.schemas.settings.Settings;
import org.marsad.schemas.settings.SettingsException;

class ReplySettingsTest {
  @TempDir private Path folder;

  @Test
  void shouldOfferNothingUnlessAsked() throws Exception {
    assertThat(read(Map.of())).isEqualTo(ReplySettings.NONE);
  }

  @Test
  void shouldReadTheKeyThatItCreated() throws Exception {
    // Given
    var file = folder.resolve("reply.key");
    ReplyKey.create(file);
    // When
    var settings =
        read(
            Map.of(
                ReplySettings.KEY_FILE,
                file.toString(),
                ReplySettings.BASE_URL,
                "https://alerts.example.org/in/"));
    // Then
    assertThat(settings.base()).isEqualTo(URI.create("https://alerts.example.org/in"));
    assertThat(settings.key()).isNotNull();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alerts.example.org",
        "ftp://alerts.example.org",
        "https://user:secret@alerts.example.org",
        "https://alerts.example.org/?a=1",
        "https://alerts.example.org/#a",
        "https:// x"
      })
  void shouldRefuseABaseThatNoLinkCanStandOn(String base) {
    assertThatThrownBy(() -> read(Map.of(ReplySettings.BASE_URL, base)))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(ReplySettings.BASE_URL)
        .hasMessageNotContaining("secret");
  }

  @Test
  void shouldNameEveryFaultAtOnce() throws Exception {
    // Given
    var guessed = Files.writeString(folder.resolve("token"), "letmein").toString();
    var token = Files.writeString(folder.resolve("long"), "t".repeat(32)).toString();
    // Then
    assertThatThrownBy(
            () -> read(Map.of(ReplySettings.BASE_URL, "x", ReplySettings.SMS_TOKEN_FILE, guessed)))
        .isInstanceOfSatisfying(SettingsException.class, e -> assertThat(e.faults()).hasSize(3))
        .hasMessageNotContaining("letmein");
    assertThatThrownBy(() -> read(Map.of(ReplySettings.SMS_TOKEN_FILE, token)))
        .hasMessageContaining(ReplySettings.KEY_FILE);
    // and a key that can be guessed
    var file = Files.writeString(folder.resolve("short"), "letmein");
    assertThatThrownBy(() -> read(Map.of(ReplySettings.KEY_FILE, file.toString())))
        .hasMessageContaining("7 characters")
        .hasMessageNotContaining("letmein");
  }

  private static ReplySettings read(Map<String, String> given) throws Exception {
    return ReplySettings.of(Settings.of(ReplySettings.define(new ConfigDef()), given));
  }
}
