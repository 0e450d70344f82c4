package org.marsad.processor.whole;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.marsad.message.Alert;
import org.marsad.message.Strike;
import org.marsad.processor.oracle.Outcome;
import org.marsad.processor.oracle.World;
import org.marsad.schemas.MessageCodec;

/** Several worlds on one stage, a message of each in turn. */
final class Play implements AutoCloseable {
  private final MessageCodec<Strike> strikes = MessageCodec.of(Strike.class);
  private final MessageCodec<Alert> alerts = MessageCodec.of(Alert.class);
  private final Map<String, Published> published = new TreeMap<>();
  private final List<SpecificRecord> log = new ArrayList<>();
  private final Collection<World> worlds;
  private Stage stage;
  private int digest = 1;

  /** On a stage in memory. */
  Play(Path directory, Collection<World> worlds) {
    this(Stage.inMemory(directory), worlds);
  }

  Play(Stage stage, Collection<World> worlds) {
    this.stage = stage;
    this.worlds = worlds;
    for (var world : worlds) {
      at(world.area());
      if (world.profile() != null) {
        stage.say(world.profile());
      }
    }
    log.addAll(inTurn(worlds));
  }

  /** A message of each world in turn. */
  static List<SpecificRecord> inTurn(Collection<World> worlds) {
    var all = new ArrayList<SpecificRecord>();
    var longest = worlds.stream().mapToInt(world -> world.said().size()).max().orElse(0);
    for (var i = 0; i < longest; i++) {
      for (var world : worlds) {
        if (i < world.said().size()) {
          all.add(world.said().get(i));
        }
      }
    }
    return all;
  }

  /** Plays all without a break. */
  Play toTheEnd() {
    log.forEach(this::say);
    return this;
  }

  /** Plays all, and restarts so many times in between. */
  Play withRestarts(int restarts) {
    for (var i = 0; i < log.size(); i++) {
      if (i > 0 && i % (log.size() / (restarts + 1) + 1) == 0) {
        stage = stage.restart();
      }
      say(log.get(i));
    }
    return this;
  }

  /** Says all once more, which is nothing new: notes what is published all the same. */
  Play onceMore() {
    for (var message : log) {
      var step = stage.say(message);
      if (!step.isEmpty()) {
        at(areaOf(message)).faults().add("published at a replay of " + message);
      }
    }
    return this;
  }

  private void say(SpecificRecord message) {
    var step = stage.say(message);
    var now = Story.at(message);
    var here = at(areaOf(message));
    for (var bytes : step.strikes()) {
      digest = 31 * digest + Arrays.hashCode(bytes);
      var strike = strikes.decode(bytes);
      at(strike.getArea()).add(strike, now);
    }
    var claims = new ArrayList<Alert>();
    for (var bytes : step.alerts()) {
      digest = 31 * digest + Arrays.hashCode(bytes);
      var alert = alerts.decode(bytes);
      claims.add(alert);
      at(alert.getArea()).add(alert, now);
    }
    here.checkStrikesOf(claims);
    step.refused().forEach(area -> at(area).addRefused());
  }

  private Published at(String area) {
    return published.computeIfAbsent(area, a -> new Published());
  }

  static String areaOf(SpecificRecord message) {
    return message.get(message.getSchema().getField("area").pos()).toString();
  }

  /** Of every byte that was published, in order. */
  int digest() {
    return digest;
  }

  /** One line for each fault of a world, and each difference to what must stand. */
  List<String> faults(World world, UnderTest underTest) {
    var here = at(world.area());
    var found = here.outcome(underTest.rules());
    var faults = new ArrayList<>(here.faults());
    faults.addAll(underTest.expected(world).differencesTo(found));
    return faults;
  }

  /** The rule of each alert that stands, and a word for each strike of several reports. */
  List<String> compared(UnderTest underTest) {
    var kinds = new ArrayList<String>();
    for (var area : published.values()) {
      var outcome = area.outcome(underTest.rules());
      outcome.alerts().keySet().forEach(subject -> kinds.add(Outcome.ruleOf(subject).name()));
      outcome.strikes().keySet().stream()
          .filter(subject -> subject.contains("+"))
          .forEach(subject -> kinds.add("MERGED"));
    }
    return kinds;
  }

  Collection<World> worlds() {
    return worlds;
  }

  @Override
  public void close() {
    stage.close();
  }
}
