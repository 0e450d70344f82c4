package org.marsad.standalone.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A Marsad that was asked, and did not do it: why, in lines for a person. */
public final class ApiException extends IOException {
  private static final long serialVersionUID = 1L;
  private static final int BAD_REQUEST = 400;
  private static final int NOBODY = 401;
  private static final int FORBIDDEN = 403;
  private static final int UNUSABLE = 422;
  private static final int NOT_NOW = 503;

  private final int status;
  private final ArrayList<String> lines;

  private ApiException(int status, List<String> lines) {
    super(String.join("; ", lines));
    this.status = status;
    this.lines = new ArrayList<>(lines);
  }

  /**
   * What an answer says.
   *
   * @param status of HTTP
   * @param problem details as RFC 9457 has them; a missing node where there are none
   * @param url that was asked
   */
  static ApiException of(int status, JsonNode problem, String url) {
    var faults = new ArrayList<String>();
    problem.path("faults").forEach(fault -> faults.add(fault.asText()));
    return new ApiException(
        status, faults.isEmpty() ? List.of(line(status, problem, url)) : List.copyOf(faults));
  }

  private static String line(int status, JsonNode problem, String url) {
    if (!problem.has("detail")) {
      return "%s: status %d (expected: an answer of Marsad's API)".formatted(url, status);
    }
    var detail = problem.path("detail").asText();
    return switch (status) {
      case NOBODY -> url + ": the token is not known there (expected: that of one of its users)";
      case FORBIDDEN -> "not allowed: " + detail;
      case NOT_NOW -> "not now: " + detail;
      default -> detail;
    };
  }

  /** Status of HTTP. */
  public int status() {
    return status;
  }

  /** Whether what was said cannot be used, so that saying something else helps. */
  public boolean isUsage() {
    return status == UNUSABLE || status == BAD_REQUEST;
  }

  /** Each fault. */
  public List<String> lines() {
    return List.copyOf(lines);
  }
}
