package org.marsad.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.message.SourceKind;
import org.marsad.producer.intake.KnownSource;
import org.marsad.producer.intake.Pseudonyms;
import org.marsad.producer.intake.SourceTokens;
import org.marsad.producer.intake.SourcesFile;
import org.marsad.schemas.settings.Settings;
import org.marsad.schemas.settings.SettingsException;

final class ProducerGatewayTest {
  @TempDir Path folder;
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void shouldSpoolAReportWhenItStartsWithoutABroker() throws Exception {
    // Given
    var token = SourceTokens.generate();
    writeFiles(token);
    var settings = settings("1");
    // When
    try (var gateway =
        new ProducerGateway(settings, TestPlaces::resolve, TestPlaces.areas(), Clock.systemUTC())) {
      gateway.start();
      var answer = report(gateway, token);
      // Then
      assertThat(answer.statusCode()).isEqualTo(202);
      assertThat(answer.body()).contains("\"status\":\"spooled\"");
    }
    assertThat(folder.resolve("spool/reports")).isNotEmptyFile();
  }

  @Test
  void shouldCloseItsDoorWhenTheDiskOfItsSpoolIsFull() throws Exception {
    // Given
    var token = SourceTokens.generate();
    writeFiles(token);
    var settings = settings(Integer.toString(Integer.MAX_VALUE));
    try (var gateway =
        new ProducerGateway(settings, TestPlaces::resolve, TestPlaces.areas(), Clock.systemUTC())) {
      gateway.start();
      // When
      var answer = report(gateway, token);
      var ready = http.send(request(gateway, "/health/ready").build(), BodyHandlers.ofString());
      // Then
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body()).contains("MB are left on the disk of");
    }
  }

  @Test
  void shouldRefuseAllUnusableSettingsAtOnce() {
    assertThatThrownBy(
            () ->
                Settings.of(
                    ProducerSettings.DEFINITION,
                    Map.of("http.port", "70000", "spool.max.bytes", "much", "colour", "red")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContainingAll(
            "http.port",
            "spool.max.bytes",
            "colour: unknown setting",
            "intake.sources.file: absent (expected: ",
            "intake.pseudonym.key.file: absent (expected: ",
            "kafka.bootstrap.servers: absent (expected: host:port, …)");
  }

  private Settings settings(String stopBelowMb) {
    return Settings.of(
        ProducerSettings.DEFINITION,
        Map.of(
            "http.port",
            "0",
            "disk.stop.mb",
            stopBelowMb,
            "spool.dir",
            folder.resolve("spool").toString(),
            "intake.sources.file",
            folder.resolve("sources.yaml").toString(),
            "intake.pseudonym.key.file",
            folder.resolve("key").toString(),
            "kafka.bootstrap.servers",
            "no-such-host.invalid:9092"));
  }

  private HttpResponse<String> report(ProducerGateway gateway, String token) throws Exception {
    return http.send(
        request(gateway, "/api/reports")
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"localId\":\"1\",\"occurredFrom\":\"2026-03-01T09:55:00Z\"}"))
            .build(),
        BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(ProducerGateway gateway, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path));
  }

  private void writeFiles(String token) throws Exception {
    SourcesFile.write(
        folder.resolve("sources.yaml"),
        List.of(
            new KnownSource(
                "a", SourceTokens.hash(token), SourceKind.OBSERVER, null, null, false)));
    Pseudonyms.createKey(folder.resolve("key"));
  }
}
