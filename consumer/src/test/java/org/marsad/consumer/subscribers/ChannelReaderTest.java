package org.marsad.consumer.subscribers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.schemas.settings.SettingsException;

class ChannelReaderTest {
  private static final String CURRENT = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String EARLIER = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
  private static final String JSON_BODY = "body: '{\"to\": \"{to}\", \"text\": \"{text}\"}'";

  @TempDir private Path folder;

  @Test
  void shouldReadSeveralSecretsInOrder() throws IOException {
    // Given
    Files.writeString(folder.resolve("new.key"), CURRENT + "\n");
    Files.writeString(folder.resolve("old.key"), EARLIER + "\n");
    // Then
    for (var secrets :
        List.of(
            "secrets: [%s, %s]".formatted(CURRENT, EARLIER), "secret-files: [new.key, old.key]")) {
      var webhook =
          (ChannelSettings.Webhook) read("type: webhook, url: 'https://example.org', " + secrets);
      assertThat(webhook.secrets().stream().map(Secret::key).toList())
          .containsExactly(Secret.of(CURRENT).key(), Secret.of(EARLIER).key());
    }
  }

  @Test
  void shouldWantSecretsInOneWay() {
    var expected = "one of [secret, secret-file, secrets, secret-files]";
    var webhook = "type: webhook, url: 'https://example.org'";
    assertThat(faults(webhook)).singleElement().asString().contains("secret: absent", expected);
    assertThat(faults(webhook + ", secret: %s, secrets: [%s]".formatted(CURRENT, EARLIER)))
        .singleElement()
        .asString()
        .contains("secret: (hidden)", expected);
    assertThat(faults(webhook + ", secrets: [%s, whsec_c2hvcnQ=]".formatted(CURRENT)))
        .singleElement()
        .asString()
        .contains("secrets: (hidden)")
        .doesNotContain("c2hvcnQ");
    assertThat(faults(webhook + ", secret-file: " + CURRENT))
        .singleElement()
        .asString()
        .contains("secret-file: unreadable")
        .doesNotContain("MfKQ9r8");
  }

  @Test
  void shouldReadWhereAlertmanagersReceiverIs() throws IOException {
    Files.writeString(folder.resolve("token"), "word\n");
    assertThat(
            read(
                "type: alertmanager, url: 'http://10.0.0.7/', own-network: true, token-file:"
                    + " token"))
        .isEqualTo(
            new ChannelSettings.Alertmanager(
                "alertmanager",
                new Receiver(URI.create("http://10.0.0.7/"), true),
                new Hidden("word")));
  }

  @Test
  void shouldReadTheTopicOfNtfy() {
    assertThat(read("type: ntfy, url: 'https://ntfy.example.org', topic: crew_5H-q, token: tk_1"))
        .isEqualTo(
            new ChannelSettings.Ntfy(
                "ntfy",
                new Receiver(URI.create("https://ntfy.example.org"), false),
                new Hidden("crew_5H-q"),
                new Hidden("tk_1")));
    assertThat(faults("type: ntfy, url: 'https://ntfy.example.org'"))
        .singleElement()
        .asString()
        .contains("topic: absent");
    assertThat(faults("type: ntfy, url: 'https://ntfy.example.org', topic: a/b, token: 'a b'"))
        .hasSize(2)
        .allMatch(fault -> fault.contains("(hidden)"));
  }

  @Test
  void shouldReadWhatAnSmsGatewayWants() {
    // When
    var sms =
        (ChannelSettings.Sms)
            read(
                "type: sms, url: 'https://sms.example.org/v1', method: PUT,"
                    + " headers: {X-Account: '17', X-Ref: '{id}'}, numbers: ['+963900000001',"
                    + " '+963900000002'], token: word, "
                    + JSON_BODY);
    // Then
    assertThat(sms.numbers())
        .containsExactlyInAnyOrder(
            new PhoneNumber("+963900000001"), new PhoneNumber("+963900000002"));
    assertThat(sms.request().method()).isEqualTo("PUT");
    assertThat(sms.request().headers()).containsOnlyKeys("X-Account", "X-Ref");
    assertThat(sms.request().contentType()).isEqualTo("application/json");
    assertThat(sms.request().token()).isEqualTo(new Hidden("word"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "body: '{\"to\": {to}, \"text\": \"{text}\"}'", // not inside a string
        "body: '{\"to\": \"{to}\"}'",
        "body: '{\"text\": \"{text}\"}'",
        "body: '{\"to\": \"{to}\", \"text\": \"{text}\", \"x\": \"{phone}\"}'",
        "body: '{\"to\": \"{to}\", \"text\": \"{text}\", \"x\": \"{token}\"}'",
        "content-type: text/xml, body: '{to} {text}'",
        "method: DELETE, " + JSON_BODY,
        "headers: {host: example.org}, " + JSON_BODY,
        "headers: {'a b': x}, " + JSON_BODY,
        "headers: {x: \"a\\nb\"}, " + JSON_BODY,
        "headers: {x: '{text}'}, " + JSON_BODY,
        "headers: [x], " + JSON_BODY
      })
  void shouldRefuseTemplatesThatCannotBeUsed(String template) {
    var sms = "type: sms, url: 'https://sms.example.org', number: '+963900000001', ";
    assertThat(faults(sms + template)).singleElement().asString().startsWith("line 5: ");
    assertThat(read(sms + JSON_BODY)).isInstanceOf(ChannelSettings.Sms.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0963900000001", "+963 900", "+0963900000001", "+96390000000100000"})
  void shouldRefuseNumbersAndNotRepeatThem(String number) {
    var sms = "type: sms, url: 'https://sms.example.org', number: '%s', %s";
    assertThat(faults(sms.formatted(number, JSON_BODY)))
        .singleElement()
        .asString()
        .contains("number: (hidden)")
        .doesNotContain(number);
  }

  /** Refused before anything is looked up; ForgedRequestTest has the rest of the table. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://localhost/",
        "https://api.localhost/",
        "https://0.0.0.0/",
        "https://10.0.0.1/",
        "https://172.16.0.1/",
        "https://192.168.1.1/",
        "https://169.254.169.254/",
        "https://100.64.0.1/",
        "https://224.0.0.1/",
        "https://[::]/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[fd12:3456::1]/",
        "https://[fe80::1]/",
        "https://[ff02::1]/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0x7f.0.0.1/",
        "https://0177.0.0.1/",
        "https://127.1/",
        "https://127.0.0.1./",
        "https://user@8.8.8.8/",
        "https://user:word@example.org/",
        "http://example.org/"
      })
  void shouldRefuseUrlsThatAreNotPublicUnlessToldSo(String url) {
    for (var type :
        List.of(
            "type: webhook, secret: " + CURRENT,
            "type: alertmanager",
            "type: ntfy, topic: t",
            "type: sms, number: '+963900000001', " + JSON_BODY)) {
      assertThat(faults(type + ", url: '" + url + "'"))
          .singleElement()
          .asString()
          .startsWith("line 5: subscribers[0].channels[0].url: ")
          .doesNotContain(url);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:9093/", "https://[::1]/", "http://localhost:8080/in"})
  void shouldTakeAddressesOfTheOwnNetworkWhenToldSo(String url) {
    assertThat(read("type: alertmanager, own-network: true, url: '" + url + "'"))
        .isEqualTo(
            new ChannelSettings.Alertmanager(
                "alertmanager", new Receiver(URI.create(url), true), null));
  }

  private ChannelSettings read(String channel) {
    return SubscribersFile.parse(file(channel), folder).get(0).channels().get(0);
  }

  private List<String> faults(String channel) {
    return catchThrowableOfType(SettingsException.class, () -> read(channel)).faults().stream()
        .filter(fault -> !fault.endsWith(".channels: absent (expected: one channel or more)"))
        .toList();
  }

  private static String file(String channel) {
    return """
    - id: a
      role: RESCUE
      areas: ["*"]
      channels:
        - {%s}
    """
        .formatted(channel);
  }
}
