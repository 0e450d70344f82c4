package org.marsad.consumer.channels.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.8.9.10",
        "2130706433", // 127.0.0.1 as one number
        "127.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "[::]",
        "[::1]",
        "[::127.0.0.1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:10.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[fc00::1]",
        "[fd12:3456::1]",
        "[fe80::1]",
        "[fec0::1]",
        "[ff02::1]",
        "[2001:db8::1]",
        "[2001::1]",
        "[2002:7f00:1::]"
      })
  void shouldRefuseWhatIsNotPublic(String literal) {
    assertThat(new AddressGuard(InetAddress::getAllByName).check(literal, false).refusal())
        .isEqualTo("ADDRESS_NOT_PUBLIC");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "223.255.255.255",
        "[::ffff:8.8.8.8]",
        "[2001:4860:4860::8888]",
        "[2a00:1450::1]"
      })
  void shouldLetPublicAddressesPass(String literal) {
    var checked = new AddressGuard(InetAddress::getAllByName).check(literal, false);
    assertThat(checked.refusal()).isNull();
    assertThat(checked.addresses()).hasSize(1);
  }

  @Test
  void shouldRefuseANameOfWhichAnyAddressIsPrivate() throws UnknownHostException {
    // Given
    var mixed =
        new InetAddress[] {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")};
    // Then
    var checked = new AddressGuard(host -> mixed).check("hook.example", false);
    assertThat(checked.refusal()).isEqualTo("ADDRESS_NOT_PUBLIC");
    assertThat(checked.addresses()).isEmpty();
  }

  @Test
  void shouldSayWhenAHostIsUnknown() {
    var guard =
        new AddressGuard(
            host -> {
              throw new UnknownHostException(host);
            });
    assertThat(guard.check("nowhere.example", false).refusal()).isEqualTo("UNKNOWN_HOST");
    var nothing = new AddressGuard(host -> new InetAddress[0]);
    assertThat(nothing.check("empty.example", false).refusal()).isEqualTo("UNKNOWN_HOST");
    assertThat(nothing.check(null, true).refusal()).isEqualTo("UNKNOWN_HOST");
  }

  @Test
  void shouldAllowAnyAddressOnTheOperatorsOwnNetwork() {
    var guard = new AddressGuard(InetAddress::getAllByName);
    assertThat(guard.check("10.0.0.1", true).refusal()).isNull();
    assertThat(guard.check("[::1]", true).addresses()).hasSize(1);
  }
}
