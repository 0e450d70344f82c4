package org.marsad.consumer.fanout.subscribers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.consumer.audience.Role;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.Severity;
import org.marsad.schemas.settings.SettingsException;

class SubscribersFileTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

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
              rules: [HEAVIEST_IN_DAYS, WAVE]
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
    assertThat(subscriber.areas()).containsExactlyInAnyOrder("aleppo", "homs");
    assertThat(subscriber.neighbourhoods()).containsExactly("aleppo/al-fardous");
    assertThat(subscriber.rules()).isEqualTo(Set.of(Rule.HEAVIEST_IN_DAYS, Rule.WAVE));
    assertThat(subscriber.minimumSeverity()).isEqualTo(Severity.SEVERE);
    assertThat(subscriber.realities()).isEqualTo(Set.of(Reality.ACTUAL, Reality.TEST));
    assertThat(subscriber.history()).isTrue();
    assertThat(subscriber.channels()).hasSize(2);
    var webhook = (ChannelSettings.Webhook) subscriber.channels().get(0);
    assertThat(webhook.name()).isEqualTo("hook");
    assertThat(webhook.url()).isEqualTo(URI.create("http://10.0.0.7:8080/in"));
    assertThat(webhook.ownNetwork()).isTrue();
    assertThat(webhook.secret().key()).isEqualTo(Secret.of(SECRET).key());
    assertThat(subscriber.channels().get(1)).isEqualTo(new ChannelSettings.Terminal("terminal"));
  }

  @Test
  void shouldLeaveExercisesAndHistoryOutUnlessAskedFor() {
    var subscriber = parse(minimal("")).get(0);
    assertThat(subscriber.realities()).containsExactly(Reality.ACTUAL);
    assertThat(subscriber.history()).isFalse();
    assertThat(subscriber.minimumSeverity()).isNull();
    assertThat(subscriber.rules()).isEmpty();
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
            "line 4: subscribers[0].colour: unknown key (expected: one of [areas, channels, history,"
                + " id, minimum-severity, neighbourhoods, realities, role, rules, site])",
            "line 5: subscribers[0].minimum-severity: VERY (expected: one of [EXTREME, SEVERE,"
                + " MODERATE, MINOR, UNKNOWN])",
            "line 7: subscribers[0].channels[0].type: pigeon (expected: webhook or terminal)",
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
