package org.marsad.consumer.replies;

import io.javalin.config.JavalinConfig;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.message.Acknowledgement;
import org.marsad.schemas.sms.AlertReplies;

/** All routes by which those who were told answer: link, SMS, program. */
public final class ReplyIntake implements Consumer<JavalinConfig> {
  private static final int ANSWERS_PER_MINUTE = 60;
  private static final int SMS_PER_MINUTE = 600;
  private static final int SMS_OF_ONE_NUMBER_PER_MINUTE = 10;
  private static final String INTAKE = "intake";

  private final List<Consumer<JavalinConfig>> routes = new ArrayList<>();
  private final @Nullable AlertReplies smsReplies;

  /** Who there is. It may change while we run. */
  public interface Directory {
    /** By its id. */
    Optional<Subscriber> byId(String id);

    /** By the SHA-256 of its token, 64 hexadecimal digits in lower case. */
    Optional<Subscriber> byTokenSha256(String hash);

    /** One of those who get alerts by SMS at a number, as {@code +963912345678}. */
    Optional<Subscriber> byNumber(String number);
  }

  /**
   * @param alerts what can be answered, fed by somebody else; null where there is no key
   * @param names of areas, for alerts in words
   * @param publish records an answer; completes within a bearable time
   */
  public ReplyIntake(
      ReplySettings settings,
      @Nullable OpenAlerts alerts,
      Directory directory,
      AreaNames names,
      Function<Acknowledgement, CompletableFuture<Void>> publish,
      Clock clock) {
    var recorder = new Recorder(publish, clock);
    routes.add(
        new AcknowledgementRoute(
            new JsonDoor(
                hash -> directory.byTokenSha256(hash).map(Subscriber::id),
                rate(ANSWERS_PER_MINUTE)),
            recorder));
    var key = settings.key();
    if (key != null && alerts != null && settings.base() != null) {
      routes.add(
          new LinkRoutes(
              new Tickets(key),
              alerts,
              directory::byId,
              names,
              rate(ANSWERS_PER_MINUTE),
              recorder,
              clock));
    }
    smsReplies =
        key == null || alerts == null
            ? null
            : new SmsReplies(
                alerts, new Senders(key, rate(SMS_OF_ONE_NUMBER_PER_MINUTE)), directory, recorder);
    var token = settings.smsTokenSha256();
    if (smsReplies != null && token != null) {
      routes.add(
          new SmsRoute(
              new JsonDoor(
                  hash -> Tokens.isSame(hash, token) ? Optional.of(INTAKE) : Optional.empty(),
                  rate(SMS_PER_MINUTE)),
              smsReplies));
    }
  }

  /** Takes what the intake hands on; empty where there is no key, so that no code can be known. */
  public Optional<AlertReplies> smsReplies() {
    return Optional.ofNullable(smsReplies);
  }

  @Override
  public void accept(JavalinConfig config) {
    routes.forEach(route -> route.accept(config));
  }

  private static RequestRate rate(int perMinute) {
    return new RequestRate(perMinute, System::nanoTime);
  }
}
