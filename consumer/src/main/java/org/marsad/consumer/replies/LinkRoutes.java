package org.marsad.consumer.replies;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.consumer.audience.Projection;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.consumer.text.AlertText;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;

/**
 * {@code /r/TOKEN}: the link that a message carried. To open it asks, for mail scanners and link
 * previews open links too; only the button on the page answers.
 */
final class LinkRoutes implements Consumer<JavalinConfig> {
  private final Tickets tickets;
  private final OpenAlerts alerts;
  private final Function<String, Optional<Subscriber>> subscribers;
  private final AreaNames names;
  private final RequestRate rate;
  private final Recorder recorder;
  private final Clock clock;

  /**
   * @param subscribers by id, as they are now: one that is gone answers no more
   * @param names of areas, for the alert in words
   * @param rate of answers by one subscriber over one channel
   */
  LinkRoutes(
      Tickets tickets,
      OpenAlerts alerts,
      Function<String, Optional<Subscriber>> subscribers,
      AreaNames names,
      RequestRate rate,
      Recorder recorder,
      Clock clock) {
    this.tickets = tickets;
    this.alerts = alerts;
    this.subscribers = subscribers;
    this.names = names;
    this.rate = rate;
    this.recorder = recorder;
    this.clock = clock;
  }

  @Override
  public void accept(JavalinConfig config) {
    config
        .routes
        .get(LinkUrl.PATH + "{token}", this::ask)
        .post(LinkUrl.PATH + "{token}", this::answer);
  }

  private void ask(Context request) {
    var ticket = usable(request);
    if (ticket.isPresent()) {
      var page = new ReplyPage(ticket.get().language());
      var alert = alerts.find(ticket.get().alertId());
      var withdrawn =
          alert.map(Alert::getMessageType).filter(MessageType.CANCEL::equals).isPresent();
      show(
          request,
          200,
          withdrawn
              ? page.withdrawn()
              : page.question(ticket.get(), headline(ticket.get(), alert)));
    }
  }

  private void answer(Context request) {
    var found = usable(request);
    if (found.isEmpty()) {
      return;
    }
    var ticket = found.get();
    var page = new ReplyPage(ticket.language());
    var wait = rate.take(ticket.subscriber() + "/" + ticket.channel());
    if (wait.isPresent()) {
      request.header("Retry-After", Long.toString(Math.max(1, wait.get().toSeconds())));
      show(request, 429, page.tooMany());
      return;
    }
    var reply =
        new Reply(
            ticket.alertId(),
            ticket.revision(),
            ticket.subscriber(),
            ticket.channel(),
            ticket.intent(),
            ticket.channel());
    if (recorder.record(reply)) {
      show(request, 200, page.done(ticket, headline(ticket, alerts.find(ticket.alertId()))));
    } else {
      show(request, 503, page.failed());
    }
  }

  /** The ticket, where it is good; else its page says why not. */
  private Optional<Ticket> usable(Context request) {
    var ticket = tickets.verify(request.pathParam("token"));
    if (ticket.isEmpty()) {
      show(request, 404, new ReplyPage(asked(request)).unknown());
    } else if (ticket.get().expiresAt().isBefore(clock.instant())
        || subscribers.apply(ticket.get().subscriber()).isEmpty()) {
      show(request, 410, new ReplyPage(ticket.get().language()).expired());
      return Optional.empty();
    }
    return ticket;
  }

  /** What the alert says, as this subscriber may see it; empty where it is not at hand. */
  private String headline(Ticket ticket, Optional<Alert> alert) {
    return alert
        .flatMap(
            known ->
                subscribers
                    .apply(ticket.subscriber())
                    .flatMap(one -> Projection.of(known, one.role(), one.site())))
        .map(view -> AlertText.in(names, ticket.language()).headline(view))
        .orElse("");
  }

  private static Locale asked(Context request) {
    var languages = request.header("Accept-Language");
    return languages != null && languages.strip().toLowerCase(Locale.ROOT).startsWith("ar")
        ? Locale.forLanguageTag("ar")
        : Locale.ENGLISH;
  }

  private static void show(Context request, int status, String page) {
    request
        .header("Content-Security-Policy", ReplyPage.CONTENT_SECURITY_POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("X-Robots-Tag", "noindex")
        .header("Cache-Control", "no-store")
        .status(status)
        .contentType("text/html; charset=utf-8")
        .result(page);
  }
}
