package org.marsad.consumer.channels.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to a receiver. Its text shows neither URL nor headers nor body: they may hold secrets.
 */
public final class HttpMessage {
  private final String method;
  private final URI url;
  private final boolean ownNetwork;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private byte[] body = new byte[0];

  /**
   * A request without headers or body yet.
   *
   * @param method {@code POST}, {@code PUT} or {@code GET}
   * @param url https, or http on the operator's own network
   * @param ownNetwork whether the receiver may be at an address that is not public
   */
  public HttpMessage(String method, URI url, boolean ownNetwork) {
    this.method = method;
    this.url = url;
    this.ownNetwork = ownNetwork;
  }

  /** With one more header; a header of the same name is replaced. */
  public HttpMessage header(String name, String value) {
    headers.put(name.toLowerCase(Locale.ROOT), value);
    return this;
  }

  /** With a token as authorization; as it is where there is none. */
  public HttpMessage bearer(@Nullable String token) {
    return token == null ? this : header("authorization", "Bearer " + token);
  }

  /** With a body, and what it is. */
  public HttpMessage body(String contentType, byte[] bytes) {
    body = bytes.clone();
    return header("content-type", contentType);
  }

  String method() {
    return method;
  }

  URI url() {
    return url;
  }

  boolean ownNetwork() {
    return ownNetwork;
  }

  Map<String, String> headers() {
    return headers;
  }

  byte[] body() {
    return body.clone();
  }

  @Override
  public String toString() {
    return method + " [hidden]";
  }
}
