package org.marsad.standalone.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** Sends requests to a Marsad, and says in a line why nobody answers. */
public final class HttpSender {
  private static final Duration TO_CONNECT = Duration.ofSeconds(10);

  private final String url;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(TO_CONNECT)
          .build();

  /**
   * @param url of the Marsad
   */
  public HttpSender(String url) {
    this.url = url;
  }

  /**
   * Sends a request.
   *
   * @throws IOException where there is no answer, in words
   */
  public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> reading)
      throws IOException, InterruptedException {
    try {
      return http.send(request, reading);
    } catch (ConnectException e) {
      throw new IOException(
          "no Marsad answers at %s (start one: ./marsad up; or name one: --url)".formatted(url), e);
    } catch (HttpTimeoutException e) {
      throw new IOException(url + ": no answer in time", e);
    } catch (IOException e) {
      throw new IOException(
          "%s: the connection broke (%s)".formatted(url, e.getClass().getSimpleName()), e);
    }
  }
}
