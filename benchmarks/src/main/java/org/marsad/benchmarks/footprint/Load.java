package org.marsad.benchmarks.footprint;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.marsad.message.AreaKind;
import org.marsad.message.AreaProfile;
import org.marsad.message.Neighbourhood;

/** Reports over HTTP of what happened within the last half hour; a fifth of them in one city. */
final class Load {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CITY = "aleppo";
  private static final double IN_THE_CITY = 0.2;
  private static final int[] KILLED = {0, 1, 2, 5};
  private static final int[] IMPACTS = {1, 2, 4};
  private static final int OLDEST_MINUTES = 30;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Random random = new Random(1);
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI door;
  private final String token;
  private final List<String> towns;
  private final List<String> neighbourhoods;
  private int sent;

  /**
   * A load on a running Marsad.
   *
   * @param url of its intake
   * @param token of who reports
   * @param areas of which it knows
   */
  Load(String url, String token, List<AreaProfile> areas) {
    this.door = URI.create(url + "/api/reports");
    this.token = token;
    this.towns =
        areas.stream()
            .filter(area -> area.getKind() == AreaKind.TOWN)
            .map(AreaProfile::getCode)
            .toList();
    this.neighbourhoods =
        areas.stream()
            .filter(area -> area.getCode().equals(CITY))
            .flatMap(area -> area.getNeighbourhoods().stream())
            .map(Neighbourhood::getCode)
            .toList();
  }

  /**
   * Hands one in.
   *
   * @throws IOException where it is not taken
   */
  void report() throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(door)
            .timeout(PATIENCE)
            .header("authorization", "Bearer " + token)
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(next(Instant.now())))
            .build();
    var answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException("a report was not taken: " + answer.body());
    }
  }

  int sent() {
    return sent;
  }

  private String next(Instant now) {
    var at = now.minus(random.nextInt(1, OLDEST_MINUTES + 1), ChronoUnit.MINUTES);
    var report =
        JSON.createObjectNode()
            .put("localId", "soak-" + sent++)
            .put("occurredFrom", at.truncatedTo(ChronoUnit.SECONDS).toString())
            .put("killed", KILLED[random.nextInt(KILLED.length)])
            .put("impacts", IMPACTS[random.nextInt(IMPACTS.length)]);
    if (random.nextDouble() < IN_THE_CITY) {
      report.put("area", CITY).put("neighbourhood", pick(neighbourhoods));
    } else {
      report.put("area", pick(towns));
    }
    return report.toString();
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
