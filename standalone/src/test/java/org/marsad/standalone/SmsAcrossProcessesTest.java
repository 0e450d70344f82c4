package org.marsad.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.Javalin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.consumer.replies.OpenAlerts;
import org.marsad.consumer.replies.ReplyIntake;
import org.marsad.consumer.replies.ReplySettings;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.producer.intake.HandedOn;
import org.marsad.schemas.settings.Settings;
import org.marsad.schemas.sms.AlertReply;
import org.marsad.schemas.sms.AlertReply.Outcome;

/** An intake and a fan-out that know each other by a token in a file only. */
class SmsAcrossProcessesTest {
  @TempDir private Path folder;

  private Javalin fanout = Javalin.create();
  private Path token = Path.of("");

  @BeforeEach
  void start() throws Exception {
    token = Files.writeString(folder.resolve("replies.token"), "t".repeat(40) + "\n");
    var key = Files.writeString(folder.resolve("reply.key"), "k".repeat(40));
    var settings =
        ReplySettings.of(
            Settings.of(
                ReplySettings.define(new ConfigDef()),
                Map.of(
                    ReplySettings.KEY_FILE,
                    key.toString(),
                    ReplySettings.SMS_TOKEN_FILE,
                    token.toString())));
    var replies =
        new ReplyIntake(
            settings,
            new OpenAlerts(Objects.requireNonNull(settings.key()), Clock.systemUTC()),
            new Nobody(),
            (code, language) -> code,
            answer -> CompletableFuture.completedFuture(null),
            Clock.systemUTC());
    fanout =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  replies.accept(config);
                })
            .start("127.0.0.1", 0);
  }

  @AfterEach
  void stop() {
    fanout.stop();
  }

  @Test
  void shouldBringTheFanOutsReplyToTheIntake() throws Exception {
    assertThat(intake(token).take("+963900000001", "K7M4PQ في الطريق"))
        .isEqualTo(
            new AlertReply(
                Outcome.UNKNOWN_CODE,
                "لم نسجّل: لا إنذار مفتوح بالرمز K7M4PQ. أرسلوا الرمز كما في الرسالة. البلاغ يبدأ"
                    + " بالمكان."));
  }

  @Test
  void shouldAskForTheMessageAgainWhereTheFanOutDoesNotTakeIt() throws Exception {
    // Given
    var wrong = Files.writeString(folder.resolve("wrong"), "w".repeat(40));
    var again = new AlertReply(Outcome.NOT_RECORDED, "Not received. Send it again in a minute.");
    // Then
    assertThat(intake(wrong).take("1", "K7M4PQ 2")).isEqualTo(again);
    var intake = intake(token);
    fanout.stop();
    assertThat(intake.take("1", "K7M4PQ 2")).isEqualTo(again);
  }

  @Test
  void shouldNameWhatIsMissingOfItsSettings() throws Exception {
    assertThat(HandedOn.of("", "")).isNull();
    assertThatThrownBy(() -> HandedOn.of("fanout:8080", ""))
        .hasMessageContainingAll("intake.replies.url: fanout:8080", "intake.replies.token.file");
  }

  private HandedOn intake(Path tokenFile) throws IOException {
    return Objects.requireNonNull(HandedOn.of(url(), tokenFile.toString()));
  }

  private String url() {
    return "http://127.0.0.1:" + fanout.port();
  }

  /** There are no subscribers. */
  private static final class Nobody implements ReplyIntake.Directory {
    @Override
    public Optional<Subscriber> byId(String id) {
      return Optional.empty();
    }

    @Override
    public Optional<Subscriber> byTokenSha256(String hash) {
      return Optional.empty();
    }

    @Override
    public Optional<Subscriber> byNumber(String number) {
      return Optional.empty();
    }
  }
}
