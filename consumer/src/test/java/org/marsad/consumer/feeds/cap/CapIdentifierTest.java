package org.marsad.consumer.feeds.cap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CapIdentifierTest {
  @Test
  void shouldStayReadable() {
    assertThat(CapIdentifier.of("heaviest-in-days:day:killed:aleppo:2016-10-11", 2))
        .isEqualTo("marsad.heaviest-in-days:day:killed:aleppo:2016-10-11.2");
    assertThat(CapIdentifier.of("a/b c_é", 1)).isEqualTo("marsad.a_2Fb_20c_5F_C3_A9.1");
  }

  @Test
  void shouldBeANameAndNeverThatOfAnotherAlert() {
    var random = new Random(4);
    var named = new HashMap<String, String>();
    for (var i = 0; i < 20_000; i++) {
      var id = id(random);
      var name = CapIdentifier.of(id, 1 + random.nextInt(2));
      assertThat(name).matches("[A-Za-z0-9.:_-]+");
      var known = named.putIfAbsent(name, id);
      assertThat(known == null || known.equals(id)).as("%s: %s and %s", name, known, id).isTrue();
    }
  }

  /** Of few letters, so that near misses are common. */
  private static String id(Random random) {
    var alphabet = "a2F_/ ,.<&é";
    var id = new StringBuilder();
    for (var length = random.nextInt(5); length >= 0; length--) {
      id.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return id.toString();
  }
}
