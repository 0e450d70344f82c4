package org.marsad.processor.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.Strike;
import org.marsad.message.SubjectKind;
import org.marsad.processor.oracle.World;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.checks.Fault;

/**
 * A rule that throws in the middle of its work, on one in so many of the records that it is asked
 * about: strikes, and whatever the other rules say, are what they are where nothing fails, byte for
 * byte; no revision is missing or told twice; each record that failed is set aside with its reason,
 * and no other one is. {@code -Dmarsad.failsOneIn=N} sets how often it throws, {@code
 * -Dmarsad.failingTowns=N} how many towns are played.
 */
class FailingRuleTest {
  private static final int TOWNS = Integer.getInteger("marsad.failingTowns", 30);
  private static final int ONE_IN = Integer.getInteger("marsad.failsOneIn", 20);

  private final MessageCodec<Strike> strikes = MessageCodec.of(Strike.class);
  private final MessageCodec<Alert> alerts = MessageCodec.of(Alert.class);
  private final List<World> worlds = IntStream.rangeClosed(1, TOWNS).mapToObj(Story::of).toList();
  @TempDir private Path directory;

  @Test
  void shouldSayAllElseThoughOneRuleFails() {
    // The sums of a day are what its records, and what hospitals expect, are judged by
    var ofRecords = Set.of(SubjectKind.STRIKE, SubjectKind.DAY, SubjectKind.HOSPITAL);
    try (var steady = Stage.inMemory(directory);
        var waves = new Run('c', Set.of(SubjectKind.WAVE));
        var hospitals = new Run('h', Set.of(SubjectKind.HOSPITAL));
        var records = new Run('l', ofRecords)) {
      var runs = List.of(waves, hospitals, records);
      for (var message : said()) {
        var expected = steady.say(message);
        runs.forEach(run -> run.compare(run.say(message), expected, message));
      }
      for (var run : runs) {
        run.requireNoFaults();
        assertThat(claims(run.last)).containsExactlyElementsOf(claims(run.expectedLast));
      }
    }
  }

  /** What is told of a record that fails afterwards would be told once more by the next. */
  @Test
  void shouldTellNothingTwiceThoughMergingFails() {
    try (var run = new Run('t', Set.of())) {
      for (var message : said()) {
        run.requireSetAside(run.say(message), message);
      }
      run.requireNoFaults();
    }
  }

  private List<SpecificRecord> said() {
    var said = new ArrayList<>(OnBroker.profiles(worlds));
    said.addAll(Play.inTurn(worlds));
    return said;
  }

  /** What alerts say of strikes, but for records, which one rule adds to what the others say. */
  private static List<String> claims(Map<String, Alert> alerts) {
    return alerts.values().stream()
        .filter(alert -> alert.getSubject().getKind() == SubjectKind.STRIKE)
        .map(FailingRuleTest::claim)
        .toList();
  }

  private static String claim(Alert alert) {
    var findings =
        alert.getFindings().stream()
            .filter(finding -> finding.getRule() != Rule.HEAVIEST_IN_DAYS)
            .map(Object::toString)
            .sorted()
            .toList();
    return Stream.of(
            alert.getAlertId(),
            alert.getMessageType() == MessageType.CANCEL,
            alert.getReason(),
            alert.getCertainty(),
            alert.getPlace(),
            alert.getKilled(),
            alert.getInjured(),
            alert.getTargets(),
            alert.getStrikeIds(),
            findings)
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  /** All that is told while one shelf fails. */
  private final class Run implements AutoCloseable {
    private final char mark;
    private final FailingShelf shelf;
    private final Set<SubjectKind> itsOwn;
    private final Stage stage;
    private final Map<String, Published> published = new HashMap<>();
    private final Map<String, Alert> last = new TreeMap<>();
    private final Map<String, Alert> expectedLast = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private int failed;

    /**
     * @param mark of the shelf
     * @param itsOwn the subjects of which the rules that read it tell
     */
    Run(char mark, Set<SubjectKind> itsOwn) {
      this.mark = mark;
      this.itsOwn = itsOwn;
      shelf = new FailingShelf(mark, ONE_IN);
      stage = Stage.settingAside(directory, shelf.book());
      worlds.forEach(world -> published.put(world.area(), new Published(Play.confidential(world))));
    }

    Stage.Step say(SpecificRecord message) {
      shelf.next();
      var step = stage.say(message);
      failed += shelf.hasFailed() ? 1 : 0;
      for (var bytes : step.strikes()) {
        var strike = strikes.decode(bytes);
        at(strike.getArea()).add(strike, null);
      }
      add(step.alerts(), false);
      add(step.privateAlerts(), true);
      return step;
    }

    private void add(List<byte[]> messages, boolean isPrivate) {
      for (var bytes : messages) {
        var alert = alerts.decode(bytes);
        at(alert.getArea()).add(alert, null, isPrivate);
      }
    }

    private Published at(String area) {
      return published.computeIfAbsent(area, unknown -> new Published(Set.of()));
    }

    void compare(Stage.Step found, Stage.Step expected, SpecificRecord message) {
      requireSetAside(found, message);
      var others = found.refused().stream().filter(refused -> !isOurs(refused)).toList();
      require(others.equals(expected.refused()), "set aside " + others, message);
      require(same(found.strikes(), expected.strikes()), "strikes", message);
      require(
          same(others(found.alerts(), last), others(expected.alerts(), expectedLast)),
          "alerts",
          message);
      require(
          same(others(found.privateAlerts(), last), others(expected.privateAlerts(), expectedLast)),
          "alerts for confidential sites",
          message);
    }

    /** What failed, once for each world that it concerns. */
    void requireSetAside(Stage.Step found, SpecificRecord message) {
      var ours = found.refused().stream().filter(Run::isOurs).count();
      require(
          shelf.hasFailed() ? ours > 0 && ours <= Reality.values().length : ours == 0,
          "set aside " + found.refused(),
          message);
    }

    private static boolean isOurs(Stage.Refused refused) {
      return refused.reason().equals(Fault.Reason.PROCESSING_FAILED.name())
          && refused.message().contains(FailingShelf.FAILURE);
    }

    /** Those that the rule has no part in. */
    private List<byte[]> others(List<byte[]> messages, Map<String, Alert> newest) {
      var others = new ArrayList<byte[]>();
      for (var bytes : messages) {
        var alert = alerts.decode(bytes);
        newest.put(alert.getAlertId(), alert);
        if (!itsOwn.contains(alert.getSubject().getKind())) {
          others.add(bytes);
        }
      }
      return others;
    }

    private static boolean same(List<byte[]> some, List<byte[]> others) {
      return Arrays.deepEquals(some.toArray(), others.toArray());
    }

    void require(boolean holds, String fault, SpecificRecord message) {
      if (!holds) {
        faults.add("%s after %s".formatted(fault, message));
      }
    }

    void requireNoFaults() {
      published.values().forEach(here -> faults.addAll(here.faults()));
      assertThat(faults).as("while shelf %s fails", mark).isEmpty();
      assertThat(failed).as("failures of shelf %s", mark).isGreaterThan(5);
    }

    @Override
    public void close() {
      stage.close();
    }
  }
}
