package org.marsad.consumer.channels.http;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.marsad.consumer.channels.Answer;

/** What an HTTP status means: 2xx is success, nothing else; other 4xx reject one message. */
public final class StatusAnswer {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVICE_UNAVAILABLE = 503;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_EARLY = 425;
  private static final int NO_LONGER_THERE = 410;

  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private StatusAnswer() {}

  /**
   * @param status of the response, 100 to 599
   * @param retryAfter the header of that name; empty: none
   */
  static Answer of(int status, String retryAfter, Instant now) {
    var reason = "HTTP_" + status;
    if (status >= 200 && status < 300) {
      return new Answer.Accepted();
    }
    if (status == NO_LONGER_THERE) {
      return new Answer.Refused(Answer.GONE);
    }
    if (status == TOO_MANY_REQUESTS || status == SERVICE_UNAVAILABLE) {
      return new Answer.TryAgain(reason, wait(retryAfter, now));
    }
    var rejected =
        status >= 400 && status < 500 && status != REQUEST_TIMEOUT && status != TOO_EARLY;
    return rejected ? new Answer.Rejected(reason) : new Answer.TryAgain(reason);
  }

  /** Seconds, or a date (RFC 9110, 10.2.3); zero where neither is given. */
  private static Duration wait(String value, Instant now) {
    if (SECONDS.matcher(value).matches()) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    try {
      var left = Duration.between(now, Instant.from(RFC_1123_DATE_TIME.parse(value)));
      return left.isNegative() ? Duration.ZERO : left;
    } catch (DateTimeException neither) {
      return Duration.ZERO;
    }
  }
}
