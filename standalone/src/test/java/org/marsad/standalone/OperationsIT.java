package org.marsad.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service for people inside a whole Marsad. */
class OperationsIT {
  @TempDir private Path data;
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void shouldKnowTheLocalOperatorByItsTokenWhenMarsadRuns() throws Exception {
    try (var marsad = Running.in(data, List.of())) {
      var file = new Folders(data).operationsToken();
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> get(marsad, "/health/ready", "").equals("{\"ready\":true}"));
      // When
      var said = get(marsad, "/api/v1/session", Files.readString(file));
      // Then
      assertThat(said).contains("\"user\":\"local\"").contains("\"role\":\"ADMIN\"");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  private String get(Standalone marsad, String path, String token) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(marsad.url() + path));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return http.send(request.build(), BodyHandlers.ofString()).body();
  }
}
