package org.marsad.consumer.subscribers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.consumer.subscribers.MailServer.Login;
import org.marsad.consumer.subscribers.MailServer.Security;
import org.marsad.schemas.settings.SettingsException;

class EmailReaderTest {
  private static final String ADDRESSES =
      ", from: alerts@marsad.example, to: desk@hospital.example";

  @TempDir private Path folder;

  @Test
  void shouldEncryptUnlessToldOtherwise() {
    assertThat(read("host: mail.example" + ADDRESSES))
        .isEqualTo(
            new ChannelSettings.Email(
                "email",
                new MailServer("mail.example", 587, Security.STARTTLS, null, false),
                new MailAddress("alerts@marsad.example"),
                new MailAddress("desk@hospital.example")));
  }

  @ParameterizedTest
  @CsvSource({"STARTTLS, 587", "TLS, 465", "NONE, 25"})
  void shouldKnowTheUsualPorts(Security security, int port) {
    var text = "host: 10.0.0.7, own-network: true, security: " + security + ADDRESSES;
    assertThat(read(text).server())
        .isEqualTo(new MailServer("10.0.0.7", port, security, null, true));
    assertThat(read(text + ", port: 2525").server().port()).isEqualTo(2525);
  }

  @Test
  void shouldReadThePasswordFromAFileOfItsOwn() throws IOException {
    Files.writeString(folder.resolve("mail.key"), "correct horse\n");
    for (var password : List.of("password: correct horse", "password-file: mail.key")) {
      assertThat(read("host: mail.example, user: marsad, " + password + ADDRESSES).server().login())
          .isEqualTo(new Login("marsad", new Hidden("correct horse")));
    }
  }

  @Test
  void shouldWantUserAndPasswordTogether() {
    assertThat(faults("host: mail.example, user: marsad" + ADDRESSES))
        .containsExactly(
            "line 5: subscribers[0].channels[0].password: absent (expected: user and password, or"
                + " neither of them)");
    assertThat(faults("host: mail.example, password: correct horse" + ADDRESSES))
        .singleElement()
        .asString()
        .contains(".user: absent")
        .doesNotContain("horse");
  }

  @Test
  void shouldSendNothingUnencryptedOverAnotherNetwork() {
    assertThat(faults("host: mail.example, security: NONE" + ADDRESSES))
        .singleElement()
        .asString()
        .contains("security: NONE (expected: STARTTLS or TLS, or own-network: true)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "10.0.0.7", "localhost", "2130706433", "0177.0.0.1"})
  void shouldRefuseHostsThatAreNotPublicUnlessToldSo(String host) {
    assertThat(faults("host: '" + host + "'" + ADDRESSES))
        .singleElement()
        .asString()
        .contains("channels[0].host: ", "(expected: a public host, or own-network: true)");
    assertThat(read("host: '" + host + "', own-network: true" + ADDRESSES).server().host())
        .isEqualTo(host);
  }

  @Test
  void shouldNameEveryFaultAndRepeatNoAddress() {
    var faults =
        faults("host: 'a b', port: 70000, from: 'evil\\r\\nBcc: x@y', to: ['secret@x.example']");
    assertThat(faults)
        .hasSize(4)
        .anyMatch(fault -> fault.contains(".host: a b (expected: the name of a mail server)"))
        .anyMatch(fault -> fault.contains(".port: 70000 (expected: 1 to 65535)"))
        .anyMatch(fault -> fault.contains(".from: (hidden) (expected: an address such as"))
        .anyMatch(fault -> fault.contains(".to: (hidden) (expected: an address such as"))
        .noneMatch(fault -> fault.contains("evil") || fault.contains("secret@"));
    assertThat(faults("host: mail.example"))
        .hasSize(2)
        .allMatch(fault -> fault.contains(": absent (expected: an address such as"));
  }

  private ChannelSettings.Email read(String channel) {
    return (ChannelSettings.Email)
        SubscribersFile.parse(file(channel), folder).get(0).channels().get(0);
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
        - {type: email, %s}
    """
        .formatted(channel);
  }
}
