package org.marsad.consumer.subscribers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {
  private static final String HASH = TokenHash.of("a token");

  @Test
  void shouldReadTheHashOfAToken() {
    // When
    var feed = read("token-sha256: " + HASH).channels().get(0);
    // Then
    assertThat(feed).isEqualTo(new ChannelSettings.Feed("feed", HASH));
    assertThat(feed.isFetched()).isTrue();
    assertThat(feed.toString()).doesNotContain(HASH);
  }

  @Test
  void shouldHashAsSha256sumDoes() {
    assertThat(TokenHash.of("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "ABCDEF", "[x]", "''"})
  void shouldRefuseWhatIsNoHashWithoutRepeatingIt(String hash) {
    assertThatThrownBy(() -> read("token-sha256: " + hash))
        .hasMessageContaining("token-sha256: (hidden) (expected: the token's SHA-256")
        .hasMessageNotContaining("abc");
  }

  @Test
  void shouldWantAHash() {
    assertThatThrownBy(() -> read("name: feed")).hasMessageContaining("token-sha256: absent");
  }

  private static Subscriber read(String field) {
    var text =
        """
        - id: crew
          role: RESCUE
          areas: [aleppo]
          channels:
            - type: feed
              %s
        """
            .formatted(field);
    return SubscribersFile.parse(text, Path.of("")).get(0);
  }
}
