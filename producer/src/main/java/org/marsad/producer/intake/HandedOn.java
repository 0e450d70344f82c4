package org.marsad.producer.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.producer.sms.SmsReader;
import org.marsad.schemas.settings.SettingsException;
import org.marsad.schemas.sms.AlertReplies;
import org.marsad.schemas.sms.AlertReply;
import org.marsad.schemas.sms.AlertReply.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands SMS that answer alerts on to a fan-out in another process. */
public final class HandedOn implements AlertReplies {
  private static final Logger LOG = LoggerFactory.getLogger(HandedOn.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PATH = "/api/sms-replies";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Pattern URL = Pattern.compile("https?://[^/?#@\\s]+");

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI fanout;
  private final String token;

  private HandedOn(URI fanout, String token) {
    this.fanout = fanout;
    this.token = token;
  }

  /**
   * Hands on to a fan-out; null where both texts are empty.
   *
   * @param url where it listens: http(s)://host[:port]
   * @param tokenFile file with the token that it knows the intake by
   * @throws SettingsException with every fault
   * @throws IOException when the file cannot be read
   */
  public static @Nullable HandedOn of(String url, String tokenFile) throws IOException {
    if (url.isEmpty() && tokenFile.isEmpty()) {
      return null;
    }
    var faults = new ArrayList<String>();
    if (!URL.matcher(url).matches()) {
      faults.add("intake.replies.url: %s (expected: http(s)://host[:port])".formatted(url));
    }
    if (tokenFile.isEmpty()) {
      faults.add("intake.replies.token.file: absent (expected: a file, for intake.replies.url)");
    }
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
    var token = Files.readString(Path.of(tokenFile), StandardCharsets.UTF_8).strip();
    return new HandedOn(URI.create(url + PATH), token);
  }

  @Override
  public AlertReply take(String from, String text) {
    var body = JsonNodeFactory.instance.objectNode().put("from", from).put("text", text);
    var request =
        HttpRequest.newBuilder(fanout)
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    try {
      var answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() == 200) {
        var said = JSON.readTree(answer.body());
        return new AlertReply(
            Outcome.valueOf(said.path("outcome").asText()), said.path("text").asText());
      }
      LOG.error("the fan-out takes no answers by SMS status={}", answer.statusCode());
    } catch (IOException | IllegalArgumentException e) {
      LOG.error("the fan-out takes no answers by SMS reason={}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new AlertReply(Outcome.NOT_RECORDED, SmsReader.again(text));
  }
}
