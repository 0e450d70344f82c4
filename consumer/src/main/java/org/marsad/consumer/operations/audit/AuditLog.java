package org.marsad.consumer.operations.audit;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.people.Caller;
import org.marsad.consumer.operations.people.User;
import org.marsad.message.AuditEvent;
import org.marsad.message.AuditOutcome;
import org.marsad.schemas.TopicWriter;
import org.marsad.schemas.Topics;
import org.marsad.schemas.settings.SettingsException;

/**
 * The topic {@code audit} and its private twin. An act is recorded before it is done and, with its
 * outcome, before it is answered; where the first record cannot be written, nothing is done. Safe
 * for several threads.
 */
public final class AuditLog {
  private static final int MOST_DETAILS = 2_000;
  private static final int MOST_ERROR = 500;
  private static final int MOST_REASON = 300;
  private static final int MOST_NAME = 100;

  private final TopicWriter<AuditEvent> writer;
  private final Topics topics;
  private final Clock clock;

  /**
   * @param producer idempotent, acks=all, and gives up in a bearable time; its owner closes it
   */
  public AuditLog(Producer<String, byte[]> producer, Topics topics, Clock clock) {
    this.writer = new TopicWriter<>(producer, AuditEvent.class);
    this.topics = topics;
    this.clock = clock;
  }

  /** An act that gives something back. */
  @FunctionalInterface
  public interface Act<T> {
    /**
     * Does it.
     *
     * @throws SettingsException where it is refused, with every reason
     * @throws IOException where it failed
     */
    T perform() throws IOException;
  }

  /**
   * Does an act between two records.
   *
   * @throws SettingsException where it was refused, with every reason; that is recorded
   * @throws IOException where it failed, which is recorded, or where a record cannot be written
   */
  public <T> T perform(Deed deed, Act<T> act) throws IOException {
    var id = UUID.randomUUID().toString();
    write(event(id, deed, AuditOutcome.BEGUN, null), deed.isPrivate());
    T result;
    try {
      result = act.perform();
    } catch (SettingsException e) {
      var why = String.join("; ", e.faults());
      write(event(id, deed, AuditOutcome.REFUSED, why), deed.isPrivate());
      throw e;
    } catch (IOException | RuntimeException e) {
      write(event(id, deed, AuditOutcome.FAILED, e.toString()), deed.isPrivate());
      throw e;
    }
    write(event(id, deed, AuditOutcome.DONE, null), deed.isPrivate());
    return result;
  }

  /**
   * Records an act that is its own record, such as a log-in.
   *
   * @throws IOException where it cannot be written
   */
  public void record(Deed deed, AuditOutcome outcome, @Nullable String error) throws IOException {
    write(event(UUID.randomUUID().toString(), deed, outcome, error), deed.isPrivate());
  }

  /**
   * Records that a log-in was refused.
   *
   * @param name that was tried
   * @throws IOException where it cannot be written
   */
  public void refusedLogIn(String name, String means) throws IOException {
    write(
        AuditEvent.newBuilder()
            .setEventId(UUID.randomUUID().toString())
            .setAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
            .setUser(cut(name, MOST_NAME))
            .setMeans(means)
            .setAct("signIn")
            .setOutcome(AuditOutcome.REFUSED)
            .build(),
        true); // a name that was tried may be that of a confidential site's user
  }

  private AuditEvent event(String id, Deed deed, AuditOutcome outcome, @Nullable String error) {
    Caller caller = deed.caller();
    User user = caller.user();
    return AuditEvent.newBuilder()
        .setEventId(id)
        .setAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
        .setUser(user.name())
        .setRole(user.role().name())
        .setSubscriber(user.subscriber())
        .setMeans(caller.means().name())
        .setAct(deed.act())
        .setObject(deed.object())
        .setDetails(deed.details() == null ? null : cut(deed.details(), MOST_DETAILS))
        .setReason(deed.reason() == null ? null : cut(deed.reason(), MOST_REASON))
        .setOutcome(outcome)
        .setError(error == null ? null : cut(error, MOST_ERROR))
        .build();
  }

  private void write(AuditEvent event, boolean isPrivate) throws IOException {
    var topic = isPrivate ? topics.privateAudit() : topics.audit();
    try {
      writer.write(topic, event.getEventId(), event.getAt(), event);
    } catch (IOException e) {
      throw new IOException("the audit was not written: " + e.getMessage(), e);
    }
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}
