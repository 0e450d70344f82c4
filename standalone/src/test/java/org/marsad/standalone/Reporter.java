package org.marsad.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Somebody who posts reports. */
final class Reporter {
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI intake;
  private final String token;

  Reporter(String url, String token) {
    this.intake = URI.create(url + "/api/reports");
    this.token = token;
  }

  HttpResponse<String> post(String json) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(intake)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofString());
  }
}
