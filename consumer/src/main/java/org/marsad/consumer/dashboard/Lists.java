package org.marsad.consumer.dashboard;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.board.LatestRevisions;

/**
 * What is known now, newest first, as JSON: {@code {"total", "dropped", "alerts" or "strikes"}}.
 * {@code total} counts what matches; {@code dropped} what was too old to be kept.
 */
final class Lists {
  private static final int DEFAULT_LIMIT = 1_000;

  private final DashboardState state;

  Lists(DashboardState state) {
    this.state = state;
  }

  /** {@code ?area=&subject=&finding=&limit=}, the latest revision of each alert by sentAt. */
  void alerts(Context ctx) {
    send(
        ctx,
        "alerts",
        state.alerts(),
        DashboardState.MAX_ALERTS,
        wanted(ctx.queryParam("area"), (item, area) -> item.area().equals(area))
            .and(wanted(ctx.queryParam("subject"), (item, kind) -> item.subject().equals(kind)))
            .and(wanted(ctx.queryParam("finding"), (i, rule) -> i.findings().contains(rule))));
  }

  /** {@code ?area=&limit=}, the latest revision of each strike by occurredFrom. */
  void strikes(Context ctx) {
    send(
        ctx,
        "strikes",
        state.strikes(),
        DashboardState.MAX_STRIKES,
        wanted(ctx.queryParam("area"), (item, area) -> item.area().equals(area)));
  }

  private static void send(
      Context ctx,
      String name,
      LatestRevisions<Item> revisions,
      int most,
      Predicate<Item> matches) {
    var limit = limit(ctx.queryParam("limit"), most);
    ctx.contentType("application/json");
    if (limit < 0) {
      ctx.status(400).result("{\"error\":\"limit: not usable (expected: 1.." + most + ")\"}");
      return;
    }
    ctx.result(json(name, revisions.list(matches, limit)));
  }

  private static byte[] json(String name, LatestRevisions.Listing<Item> listing) {
    var json = new ByteArrayOutputStream();
    json.writeBytes(
        utf8(
            "{\"total\":%d,\"dropped\":%d,\"%s\":["
                .formatted(listing.total(), listing.dropped(), name)));
    var first = true;
    for (var item : listing.items()) {
      if (!first) {
        json.write(',');
      }
      json.writeBytes(item.json());
      first = false;
    }
    json.writeBytes(utf8("]}"));
    return json.toByteArray();
  }

  private static Predicate<Item> wanted(@Nullable String value, BiPredicate<Item, String> matches) {
    return value == null || value.isEmpty() ? item -> true : item -> matches.test(item, value);
  }

  /** The limit, or -1 where it is not usable. */
  private static int limit(@Nullable String text, int most) {
    if (text == null || text.isEmpty()) {
      return Math.min(DEFAULT_LIMIT, most);
    }
    try {
      var limit = Integer.parseInt(text);
      return limit >= 1 && limit <= most ? limit : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
