package org.marsad.consumer.feeds;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.marsad.consumer.audience.Audience;
import org.marsad.consumer.feeds.cap.CapCheck;
import org.marsad.consumer.feeds.cap.CapIdentifier;
import org.marsad.consumer.feeds.cap.CapWriter;
import org.marsad.message.Alert;
import org.marsad.message.AlertReference;
import org.marsad.message.MessageType;
import org.marsad.schemas.MessageCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One revision of an alert, and what was made of it: each audience's view and CAP message are made
 * once and shared by all its feeds. What was published is never edited, but for sites that became
 * confidential since. Safe for several threads.
 */
final class FeedMessage {
  /** How long what is withdrawn or has expired stays to be seen. */
  static final Duration STAYS = Duration.ofDays(2);

  private static final Logger LOG = LoggerFactory.getLogger(FeedMessage.class);

  /** Alerts are compared by their bytes: Avro cannot compare times within lists. */
  private static final MessageCodec<Alert> ALERTS = MessageCodec.of(Alert.class);

  private final Alert alert;
  private final List<AlertReference> earlier;
  private final String identifier;
  private final Map<Audience, Optional<Alert>> views = new ConcurrentHashMap<>();
  private final Map<Audience, Document> documents = new ConcurrentHashMap<>();

  /**
   * A message.
   *
   * @param earlier revisions that it refers to
   */
  FeedMessage(Alert alert, List<AlertReference> earlier) {
    this.alert = alert;
    this.earlier = List.copyOf(earlier);
    this.identifier = CapIdentifier.of(alert.getAlertId(), alert.getRevision());
  }

  /** The alert as it came; nobody is shown it. */
  Alert alert() {
    return alert;
  }

  /** Itself where it may be shown as it is; else one that may, if any. */
  Optional<FeedMessage> reviewed(Function<Alert, Optional<Alert>> now) {
    return now.apply(alert).map(shown -> isSame(shown) ? this : new FeedMessage(shown, earlier));
  }

  private boolean isSame(Alert shown) {
    return Arrays.equals(ALERTS.encode(shown), ALERTS.encode(alert));
  }

  /** Its name in CAP. */
  String identifier() {
    return identifier;
  }

  Instant sentAt() {
    return alert.getSentAt();
  }

  /** Until when its alert is shown, as long as it is the newest revision. */
  Instant staysUntil() {
    var over =
        alert.getMessageType() == MessageType.CANCEL ? alert.getSentAt() : alert.getExpiresAt();
    return over.plus(STAYS);
  }

  /** The alert as an audience may see it; empty also where there is nothing left to withdraw. */
  Optional<Alert> view(Audience audience) {
    return alert.getMessageType() == MessageType.CANCEL && earlier.isEmpty()
        ? Optional.empty()
        : views.computeIfAbsent(audience.of(alert), shared -> shared.view(alert));
  }

  /** Its CAP message for an audience that may see it. */
  Document cap(Audience audience, CapWriter writer, Instant now) {
    return documents.computeIfAbsent(
        audience.of(alert),
        shared -> {
          var view = view(shared).orElseThrow();
          var bytes = writer.write(view, shared, earlier);
          var faults = CapCheck.faults(bytes);
          if (!faults.isEmpty()) { // told all the same: a faulty warning is better than none
            LOG.error("message breaks CAP message={} faults={}", identifier, faults);
          }
          return Document.cap(bytes, view, now);
        });
  }
}
