package org.marsad.producer.form;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * {@code /report}: the form, its script and style, and the clock that it asks before it sends. Who
 * reports stands behind the # of the link, which no browser sends; the form posts it as the token.
 */
public final class FormRoutes implements Consumer<JavalinConfig> {
  /** Where the form is. */
  public static final String PATH = "/report";

  /** Our own files, nothing from elsewhere, nothing inline. */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:;"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** The page opens without a line for a day after it was last read. */
  private static final String A_DAY = "private, max-age=86400";

  /** A new version has a new address. */
  private static final String FOR_GOOD = "private, max-age=31536000, immutable";

  private final FormFiles files = new FormFiles();
  private final Clock clock;

  /**
   * The form.
   *
   * @param clock the intake's own
   */
  public FormRoutes(Clock clock) {
    this.clock = clock;
  }

  /** Adds the routes to a server. */
  @Override
  public void accept(JavalinConfig config) {
    config
        .routes
        .get(PATH, request -> send(request, "text/html; charset=utf-8", A_DAY, files.page()))
        .get(
            PATH + "/form.js",
            request -> send(request, "text/javascript; charset=utf-8", FOR_GOOD, files.script()))
        .get(
            PATH + "/form.css",
            request -> send(request, "text/css; charset=utf-8", FOR_GOOD, files.style()))
        .get(
            PATH + "/time",
            request -> send(request, "text/plain", "no-store", Long.toString(clock.millis())));
  }

  private static void send(Context request, String type, String caching, String text) {
    request
        .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", caching);
    var etag = "\"" + FormFiles.hash(text) + "\"";
    request.header("ETag", etag);
    if (etag.equals(request.header("If-None-Match"))) {
      request.status(304);
    } else {
      request.contentType(type).result(text);
    }
  }
}
