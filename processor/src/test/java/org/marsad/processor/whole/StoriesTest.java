package org.marsad.processor.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.marsad.processor.oracle.Oracle;
import org.marsad.processor.oracle.World;

/** The stories are worth playing: they reach every rule and every way in which it judges. */
class StoriesTest {
  private static final int TOWNS = 400;

  @Test
  void shouldReachEveryRule() {
    var reached = new TreeMap<String, Integer>();
    LongStream.rangeClosed(1, TOWNS)
        .mapToObj(Story::of)
        .map(Oracle::judge)
        .forEach(
            outcome ->
                outcome
                    .alerts()
                    .forEach(
                        (subject, facts) -> {
                          reached.merge(kind(subject), 1, Integer::sum);
                          wordsOf(facts.toMap())
                              .forEach(word -> reached.merge(word, 1, Integer::sum));
                        }));
    for (var word :
        List.of(
            "STRIKE",
            "DAY",
            "WAVE",
            "HOSPITAL",
            "SITE",
            "severity=EXTREME",
            "severity=SEVERE",
            "severity=MODERATE",
            "severity=MINOR",
            "CASUALTIES.mass=true",
            "CASUALTIES.unknown=true",
            "RESIDENTIAL_STRIKE.basis=REPORT",
            "RESIDENTIAL_STRIKE.basis=MAP",
            "RESIDENTIAL_STRIKE.basis=RADIUS",
            "PROTECTED_SITE_STRIKE.certainty=LIKELY",
            "PROTECTED_SITE_STRIKE.certainty=POSSIBLE",
            "REPEAT_STRIKE.certainty=OBSERVED",
            "REPEAT_STRIKE.certainty=LIKELY",
            "REPEAT_STRIKE.certainty=POSSIBLE",
            "REPEAT_STRIKE.earlierStrikes=0",
            "HEAVIEST_IN_DAYS.certainty=OBSERVED",
            "HEAVIEST_IN_DAYS.certainty=LIKELY",
            "UNPLACED_STRIKE.certainty=LIKELY",
            "WAVE.certainty=POSSIBLE",
            "SURGE.standing=RECEIVING",
            "SURGE.standing=HIT",
            "SURGE.standing=CLOSED",
            "SURGE.standing=NOWHERE_TO_GO")) {
      assertThat(reached.getOrDefault(word, 0)).as("%s in %s", word, reached).isGreaterThan(4);
    }
  }

  /** The second of its words. */
  private static String kind(String subject) {
    var start = subject.indexOf(' ') + 1;
    return subject.substring(start, subject.indexOf(' ', start));
  }

  private static List<String> wordsOf(Map<String, Object> facts) {
    var words = new ArrayList<String>();
    facts.forEach(
        (name, value) -> {
          if (value instanceof Enum<?>
              || value instanceof Boolean
              || name.equals("REPEAT_STRIKE.earlierStrikes")) {
            words.add(name.replaceAll("^record .* ", "record ") + "=" + value);
          }
        });
    return words;
  }

  @Test
  void shouldBeJudgedAlikeInWhateverOrderTheyAreTold() {
    for (var seed = 1L; seed <= TOWNS / 4; seed++) {
      var world = Story.of(seed);
      var said = new ArrayList<>(world.said());
      Collections.shuffle(said, new Random(seed));
      var shuffled = new World(world.area(), world.profile(), said);
      assertThat(Oracle.judge(world).differencesTo(Oracle.judge(shuffled)))
          .as("town %d", seed)
          .isEmpty();
    }
  }
}
