package org.marsad.processor.whole;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;
import org.marsad.message.Site;
import org.marsad.message.Strike;
import org.marsad.processor.oracle.Facts;
import org.marsad.processor.oracle.Oracle;
import org.marsad.processor.oracle.Outcome;
import org.marsad.processor.oracle.World;
import org.marsad.schemas.MessageCodec;

/** Several worlds on one stage, a message of each in turn. */
final class Play implements AutoCloseable {
  private final MessageCodec<Strike> strikes = MessageCodec.of(Strike.class);
  private final MessageCodec<Alert> alerts = MessageCodec.of(Alert.class);
  private final PublishedDays days = new PublishedDays();
  private final Map<String, World> worlds = new LinkedHashMap<>();
  private final Map<String, Published> published = new TreeMap<>();
  private final Map<String, Integer> saidOf = new HashMap<>();
  private final List<SpecificRecord> log = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();
  private final Set<String> forgotten = new TreeSet<>();
  private boolean comparesEachStep;
  private Stage stage;
  private int digest = 1;

  /** On a stage in memory. */
  Play(Path directory, Collection<World> worlds) {
    this(Stage.inMemory(directory), worlds);
  }

  Play(Stage stage, Collection<World> worlds) {
    this.stage = stage;
    for (var world : worlds) {
      this.worlds.put(world.area(), world);
      published.put(world.area(), new Published(confidential(world)));
      if (world.profile() != null) {
        stage.say(world.profile());
      }
    }
    log.addAll(inTurn(worlds));
  }

  static Set<String> confidential(World world) {
    return world.profile() == null
        ? Set.of()
        : world.profile().getSites().stream()
            .filter(Site::getConfidential)
            .map(Site::getSiteId)
            .collect(Collectors.toSet());
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

  /** One of so many parts of equal length. */
  static <T> List<T> part(List<T> all, int number, int parts) {
    return all.subList(
        (int) ((long) all.size() * number / parts),
        (int) ((long) all.size() * (number + 1) / parts));
  }

  /** Compares what stands after each message, and the evidence of each revision. */
  Play comparingEachStep() {
    comparesEachStep = true;
    return this;
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
    sizes.add(step.size());
    var area = areaOf(message);
    var now = Story.at(message);
    var here = at(area);
    forgotten.addAll(step.forgotten());
    for (var bytes : step.strikes()) {
      digest = 31 * digest + Arrays.hashCode(bytes);
      var strike = strikes.decode(bytes);
      at(strike.getArea()).add(strike, now);
    }
    days.add(step.days());
    var told = new ArrayList<Alert>();
    add(step.alerts(), now, false, told);
    add(step.privateAlerts(), now, true, told);
    told.forEach(alert -> here.faults().addAll(days.faults(alert)));
    step.refused().forEach(refused -> at(refused.key()).addRefused());
    var count = saidOf.merge(area, 1, Integer::sum);
    var world = worlds.get(area);
    if (world != null) {
      var soFar = world.before(count);
      requireOneRevisionEach(told, here);
      here.check(told, new Fates(needsFates(told) ? Oracle.newest(soFar) : List.of()));
      if (comparesEachStep) {
        compare(soFar, told, here, message);
      }
    }
  }

  private void add(List<byte[]> messages, Instant now, boolean isPrivate, List<Alert> told) {
    for (var bytes : messages) {
      digest = 31 * digest + Arrays.hashCode(bytes);
      var alert = alerts.decode(bytes);
      told.add(alert);
      at(alert.getArea()).add(alert, now, isPrivate);
    }
  }

  private static boolean needsFates(List<Alert> told) {
    return told.stream().anyMatch(alert -> alert.getMessageType() == MessageType.CANCEL);
  }

  private static void requireOneRevisionEach(List<Alert> told, Published here) {
    var ids = told.stream().map(Alert::getAlertId).toList();
    if (Set.copyOf(ids).size() < ids.size()) {
      here.faults().add("two revisions of one subject at once: " + ids);
    }
  }

  private static void compare(
      World soFar, List<Alert> told, Published here, SpecificRecord message) {
    var expected = Oracle.judge(soFar);
    for (var difference :
        expected.withoutEvidence().differencesTo(here.outcome().withoutEvidence())) {
      here.faults().add("after %s: %s".formatted(message, difference));
    }
    for (var alert : told) {
      var subject = here.subject(alert);
      var facts = expected.alerts().get(subject);
      if (alert.getMessageType() != MessageType.CANCEL && facts != null) {
        for (var difference : Facts.differences(subject, facts, here.facts(alert))) {
          here.faults().add("at revision %d: %s".formatted(alert.getRevision(), difference));
        }
      }
    }
  }

  private Published at(String area) {
    return published.computeIfAbsent(area, a -> new Published(Set.of()));
  }

  static String areaOf(SpecificRecord message) {
    return message.get(message.getSchema().getField("area").pos()).toString();
  }

  /** Ids of the strikes that were forgotten. */
  Set<String> forgotten() {
    return forgotten;
  }

  /** Of every byte that was published, in order. */
  int digest() {
    return digest;
  }

  /** Bytes that each message led to. */
  List<Integer> sizes() {
    return sizes;
  }

  /** One line for each fault of a world, and each difference to what must stand. */
  List<String> faults(World world) {
    var here = at(world.area());
    var found = here.outcome().withoutEvidence();
    var faults = new ArrayList<>(here.faults());
    faults.addAll(Oracle.judge(world).withoutEvidence().differencesTo(found));
    return faults;
  }

  /** What stands of a world. */
  Outcome outcome(World world) {
    return at(world.area()).outcome().withoutEvidence();
  }

  /** All that was published, by area. */
  Collection<Published> published() {
    return published.values();
  }

  Collection<World> worlds() {
    return worlds.values();
  }

  @Override
  public void close() {
    stage.close();
  }
}
