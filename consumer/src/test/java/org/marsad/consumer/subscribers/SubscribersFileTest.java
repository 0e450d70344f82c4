package org.marsad.consumer.subscribers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.consumer.audience.Role;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.Severity;
import org.marsad.message.SubjectKind;
import org.marsad.schemas.settings.SettingsException;

class SubscribersFileTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  @Test
  void shouldReadTheHashOfATokenAndRepeatItInNoFault() {
    // Given
    var hash = "0f".repeat(32);
    var team =
        """
        - id: %s
          role: RESCUE
          areas: [aleppo]
          token-sha256: %s
          channels: [{type: terminal}]
        """;
    // When
    var read = SubscribersFile.parse(team.formatted("a", hash), Path.of(""));
    // Then
    assertThat(read.get(0).tokenSha256()).isEqualTo(hash);
    // When
    var twice = team.formatted("a", hash) + team.formatted("b", hash);
    var plain = team.formatted("c", "the-token-itself");
    var faults =
        catchThrowableOfType(
            SettingsException.class, () -> SubscribersFile.parse(twice + plain, Path.of("")));
    // Then
    assertThat(faults.faults()).hasSize(2).allMatch(fault -> fault.contains("token-sha256"));
    assertThat(faults).hasMessageNotContainingAny(hash, "the-token-itself");
  }

  @Test
  void shouldReadEverythingThatCanBeSaid(@TempDir Path folder) throws IOException {
    // Given
    Files.writeString(folder.resolve("hook.key"), SECRET + "\n");
    var file =
        Files.writeString(
            folder.resolve("subscribers.yaml"),
            """
            - id: hospital-a
              role: HOSPITAL
              site: hospital-1
              areas: [aleppo, homs]
              neighbourhoods: [aleppo/al-fardous]
              site-key: the-key-of-hospital-1
              governorates: [aleppo-governorate]
              subjects: [STRIKE, WAVE]
              findings: [HEAVIEST_IN_DAYS, WAVE]
              interruptions-per-hour: 4
              minimum-severity: SEVERE
              realities: [ACTUAL, TEST]
              history: true
              channels:
                - {name: hook, type: webhook, url: "http://10.0.0.7:8080/in", secret-file: hook.key, own-network: true}
                - type: terminal
            """);
    // When
    var subscribers = SubscribersFile.read(file);
    // Then
    assertThat(subscribers).hasSize(1);
    var subscriber = subscribers.get(0);
    assertThat(subscriber.id()).isEqualTo("hospital-a");
    assertThat(subscriber.role()).isEqualTo(Role.HOSPITAL);
    assertThat(subscriber.site()).isEqualTo("hospital-1");
    assertThat(subscriber.coverage().areas()).containsExactlyInAnyOrder("aleppo", "homs");
    assertThat(subscriber.coverage().neighbourhoods()).containsExactly("aleppo/al-fardous");
    assertThat(subscriber.siteKeySha256()).isEqualTo(TokenHash.of("the-key-of-hospital-1"));
    assertThat(subscriber.coverage().governorates()).containsExactly("aleppo-governorate");
    assertThat(subscriber.subjects()).isEqualTo(Set.of(SubjectKind.STRIKE, SubjectKind.WAVE));
    assertThat(subscriber.findings()).isEqualTo(Set.of(Rule.HEAVIEST_IN_DAYS, Rule.WAVE));
    assertThat(subscriber.interruptionsPerHour()).isEqualTo(4);
    assertThat(subscriber.minimumSeverity()).isEqualTo(Severity.SEVERE);
    assertThat(subscriber.realities()).isEqualTo(Set.of(Reality.ACTUAL, Reality.TEST));
    assertThat(subscriber.history()).isTrue();
    assertThat(subscriber.channels()).hasSize(2);
    var webhook = (ChannelSettings.Webhook) subscriber.channels().get(0);
    assertThat(webhook.name()).isEqualTo("hook");
    assertThat(webhook.receiver().url()).isEqualTo(URI.create("http://10.0.0.7:8080/in"));
    assertThat(webhook.receiver().ownNetwork()).isTrue();
    assertThat(webhook.secrets())
        .singleElement()
        .satisfies(secret -> assertThat(secret.key()).isEqualTo(Secret.of(SECRET).key()));
    assertThat(subscriber.channels().get(1)).isEqualTo(new ChannelSettings.Terminal("terminal"));
  }

  @Test
  void shouldLeaveExercisesAndHistoryOutUnlessAskedFor() {
    var subscriber = parse(minimal("")).get(0);
    assertThat(subscriber.realities()).containsExactly(Reality.ACTUAL);
    assertThat(subscriber.history()).isFalse();
    assertThat(subscriber.minimumSeverity()).isNull();
    assertThat(subscriber.findings()).isEmpty();
    assertThat(subscriber.interruptionsPerHour()).isEqualTo(12);
  }

  @Test
  void shouldReadHowASubscriberWantsToBeTold() {
    // When
    var subscriber =
        parse(
                """
                - id: a
                  role: RESCUE
                  areas: [aleppo]
                  language: ar
                  quiet-hours: {from: "22:00", until: 06:00, zone: Asia/Damascus}
                  channels:
                    - {type: terminal, rate-per-minute: 30}
                    - {name: later, type: terminal}
                  escalation:
                    - {after: PT5M, channel: later}
                    - {after: PT15M, subscriber: b}
                - {id: b, role: OPS, areas: ["*"], channels: [{type: terminal}]}
                """)
            .get(0);
    // Then
    assertThat(subscriber.language()).isEqualTo(Locale.forLanguageTag("ar"));
    assertThat(subscriber.quietHours())
        .isEqualTo(
            new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 0), ZoneId.of("Asia/Damascus")));
    assertThat(subscriber.ratePerMinute("terminal")).hasValue(30);
    assertThat(subscriber.ratePerMinute("later")).isEmpty();
    assertThat(subscriber.escalation())
        .containsExactly(
            new Escalation.ToChannel(Duration.ofMinutes(5), "later"),
            new Escalation.ToSubscriber(Duration.ofMinutes(15), "b"));
    assertThat(subscriber.isHeldBack("later")).isTrue();
    assertThat(subscriber.isHeldBack("terminal")).isFalse();
  }

  @Test
  void shouldReadShapesInPlaceOfAreas() {
    // When
    var coverage =
        parse(
                """
                - id: a
                  role: RESCUE
                  polygon: [[36.1, 37.1], [36.1, 37.3], [36.3, 37.2]]
                  near: {latitude: 36.2, longitude: 37.15, metres: 2500}
                  channels: [{type: terminal}]
                """)
            .get(0)
            .coverage();
    // Then
    assertThat(coverage.areas()).isEmpty();
    assertThat(coverage.near()).isEqualTo(new Near(36.2, 37.15, 2500));
    assertThat(String.valueOf(coverage.polygon()))
        .isEqualTo("POLYGON ((37.1 36.1, 37.3 36.1, 37.2 36.3, 37.1 36.1))");
  }

  @Test
  void shouldTakeAnOutlineThatIsClosedAsItIs() {
    var open = shape("polygon: [[1, 1], [1, 2], [2, 2]]");
    assertThat(parse(shape("polygon: [[1, 1], [1, 2], [2, 2], [1, 1]]"))).isEqualTo(parse(open));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "polygon: [[1, 1], [1, 2]]|polygon: 2 points that are no outline",
        "polygon: [[1, 1], [1, 2], [1, 3]]|polygon: 3 points that are no outline",
        "polygon: [[0, 0], [2, 2], [0, 2], [2, 0]]|polygon: 4 points that are no outline",
        "polygon: [[91, 1], [1, 2], [2, 2]]|polygon[0]: [91, 1]",
        "polygon: [[1, 181], [1, 2], [2, 2]]|polygon[0]: [1, 181]",
        "polygon: [[1, 1], [1], [2, 2]]|polygon[1]: [1]",
        "polygon: [[1, 1], [1, NaN], [2, 2]]|polygon[1]: [1, NaN]",
        "polygon: [[1, 1], [1, 2, 3], [2, 2]]|polygon[1]: [1, 2, 3]",
        "polygon: []|polygon: 0 points that are no outline",
        "polygon: here|polygon: no list",
        "near: {latitude: 91, longitude: 1, metres: 1}|near.latitude: 91",
        "near: {latitude: 1, longitude: -181, metres: 1}|near.longitude: -181",
        "near: {latitude: 1, longitude: 1, metres: 0}|near.metres: 0",
        "near: {latitude: 1, longitude: 1}|near.metres: absent",
        "near: {latitude: 1, longitude: 1, metres: 1, miles: 2}|near.miles: unknown key",
        "near: here|near: no entry",
      })
  void shouldRefuseShapesThatAreNone(String shape, String fault) {
    assertThat(faults(shape(shape)))
        .singleElement()
        .asString()
        .startsWith("line 3: subscribers[0]." + fault + " (expected: ");
  }

  @Test
  void shouldRefuseShapesThatAddNothing() {
    assertThat(faults(minimal("  near: {latitude: 1, longitude: 1, metres: 1}\n")))
        .containsExactly(
            "line 3: subscribers[0].areas: * (expected: no polygon and no near beside it, they add"
                + " nothing)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "language: fr|language: fr (expected: en or ar)",
        "quiet-hours: {from: '25:00', until: '06:00', zone: UTC}|quiet-hours.from: 25:00",
        "quiet-hours: {from: '22:00', zone: UTC}|quiet-hours.until: absent",
        "quiet-hours: {from: '22:00', until: '06:00', zone: Mars}|quiet-hours.zone: Mars",
        "quiet-hours: {from: '22:00', until: '22:00', zone: UTC}|quiet-hours.until: 22:00",
        "quiet-hours: night|quiet-hours: no entry (expected: from, until, zone)",
        "escalation: [{after: PT5M, channel: pager}]|escalation: pager",
        "escalation: [{after: PT5M, channel: terminal}]|escalation: all channels",
        "escalation: [{after: soon, subscriber: b}]|escalation[0].after: soon",
        "escalation: [{after: PT0S, subscriber: b}]|escalation[0].after: PT0S",
        "escalation: [{subscriber: b}]|escalation[0].after: absent",
        "escalation: [{after: PT5M}]|escalation[0].channel: absent",
        "escalation: [{after: PT5M, channel: x, subscriber: b}]|escalation[0].channel: x",
        "escalation: [{after: PT5M, subscriber: a}]|escalation[0].subscriber: a",
        "escalation: [{after: PT5M, subscriber: c}]|escalation[0].subscriber: c",
      })
  void shouldRefuseWishesThatCannotBeMet(String wish, String fault) {
    var text =
        minimal("  " + wish + "\n")
            + "- {id: b, role: OPS, areas: ['*'], channels: [{type: terminal}]}\n";
    assertThat(faults(text))
        .singleElement()
        .asString()
        .startsWith("line 6: subscribers[0]." + fault);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "10000", "many"})
  void shouldRefuseRatesThatAreNone(String rate) {
    var channel = "    - {name: b, type: terminal, rate-per-minute: %s}\n".formatted(rate);
    assertThat(faults(minimal(channel)))
        .containsExactly(
            "line 6: subscribers[0].channels[1].rate-per-minute: "
                + rate
                + " (expected: a whole number, 1 to 9999)");
  }

  @Test
  void shouldReportAllFaultsAtOnceWithTheirLines() {
    // Given
    var text =
        """
        - id: A Team
          role: FIREMAN
          areas: []
          colour: red
          minimum-severity: VERY
          channels:
            - {type: pigeon}
            - type: webhook
              url: http://example.org/hook
              secret: not-a-secret
        - id: b
          role: PUBLIC
          site: hospital-1
          areas: [aleppo]
          neighbourhoods: [homs/x]
          history: perhaps
        """;
    // Then
    assertThat(faults(text))
        .containsExactlyInAnyOrder(
            "line 1: subscribers[0].id: A Team (expected: 1 to 64 of a-z, 0-9, '.', '_', '-')",
            "line 2: subscribers[0].role: FIREMAN (expected: one of [RESCUE, HOSPITAL, OPS, PUBLIC,"
                + " ARCHIVE])",
            "line 3: subscribers[0].areas: empty (expected: one area or more, or *)",
            "line 4: subscribers[0].colour: unknown key (expected: one of [areas, channels,"
                + " escalation, findings, governorates, history, id, interruptions-per-hour,"
                + " language, minimum-severity, near, neighbourhoods, polygon, quiet-hours,"
                + " realities, role, site, site-key, site-key-file, subjects, token-sha256])",
            "line 5: subscribers[0].minimum-severity: VERY (expected: one of [EXTREME, SEVERE,"
                + " MODERATE, MINOR, UNKNOWN])",
            "line 7: subscribers[0].channels[0].type: pigeon (expected: webhook, alertmanager,"
                + " ntfy, sms, email, feed or terminal)",
            "line 9: subscribers[0].channels[1].url: unusable (expected: https://host/path, without"
                + " user, password, fragment)",
            "line 10: subscribers[0].channels[1].secret: (hidden) (expected: whsec_ and the base64"
                + " of 24 to 64 bytes)",
            "line 13: subscribers[1].site: hospital-1 (expected: only with role HOSPITAL)",
            "line 15: subscribers[1].neighbourhoods: homs/x (expected: one of an area listed in"
                + " areas)",
            "line 16: subscribers[1].history: perhaps (expected: true or false)",
            "line 11: subscribers[1].channels: absent (expected: one channel or more)");
  }

  @Test
  void shouldRefuseTwoOfTheSameName() {
    var twice = minimal("    - type: terminal\n") + minimal("");
    assertThat(faults(twice))
        .containsExactlyInAnyOrder(
            "line 5: subscribers[0].channels: terminal (expected: names unique within the"
                + " subscriber)",
            "line 7: subscribers[1].id: a (expected: unique)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user:word@example.org/",
        "ftp://example.org/",
        "https:///path",
        "https://example.org/#part",
        "not a url"
      })
  void shouldRefuseUrlsThatCannotBeUsedAndNotRepeatThem(String url) {
    var hook = "    - {name: hook, type: webhook, url: '%s', secret: %s}\n".formatted(url, SECRET);
    assertThat(faults(minimal(hook))).singleElement().asString().contains("url: unusable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: [",
        "- id: a\n  id: b",
        "- &x {id: a}\n- *x",
        "subscribers: []",
        "",
        "- just text",
        "- [1]"
      })
  void shouldRefuseWhatIsNoListOfSubscribers(String text) {
    assertThat(faults(text)).isNotEmpty().allMatch(fault -> fault.startsWith("line "));
  }

  @Test
  void shouldNeverShowASecret() {
    // Given
    var hook = "    - {name: hook, type: webhook, url: 'https://example.org', secret: %s}\n";
    var good = parse(minimal(hook.formatted(SECRET)));
    var bad = faults(minimal(hook.formatted("whsec_c2hvcnQ=")));
    // Then
    assertThat(good.toString()).contains("[hidden]").doesNotContain("MfKQ9r8");
    assertThat(bad.toString()).contains("(hidden)").doesNotContain("c2hvcnQ");
  }

  private static String shape(String line) {
    return "- id: a\n  role: RESCUE\n  " + line + "\n  channels: [{type: terminal}]\n";
  }

  private static String minimal(String moreChannels) {
    return """
    - id: a
      role: RESCUE
      areas: ["*"]
      channels:
        - type: terminal
    """
        + moreChannels;
  }

  private static List<Subscriber> parse(String text) {
    return SubscribersFile.parse(text, Path.of(""));
  }

  private static List<String> faults(String text) {
    return catchThrowableOfType(SettingsException.class, () -> parse(text)).faults();
  }
}
