package org.marsad.consumer.operations.http;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells requests of our own page from those that another site makes a browser send: no form and no
 * script of another site can set our header without our leave, and browsers say where a request
 * comes from.
 */
final class Forgery {
  /** The header that our page and other honest callers set, with the value {@code 1}. */
  static final String HEADER = "X-Marsad-Request";

  private static final Pattern USUAL_PORT = Pattern.compile(":(80|443)$");

  private Forgery() {}

  /** Whether another site may have made the browser send this. */
  static boolean isPossible(Context ctx) {
    var site = ctx.header("Sec-Fetch-Site");
    return !"1".equals(ctx.header(HEADER))
        || (site != null && !site.equals("same-origin") && !site.equals("none"))
        || !isOurs(ctx.header("Origin"), ctx.header("Host"));
  }

  private static boolean isOurs(@Nullable String origin, @Nullable String host) {
    if (origin == null) {
      return true; // no browser
    }
    try {
      var authority = URI.create(origin).getAuthority();
      return authority != null && host != null && bare(authority).equals(bare(host));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String bare(String authority) {
    return USUAL_PORT.matcher(authority.toLowerCase(Locale.ROOT)).replaceFirst("");
  }
}
