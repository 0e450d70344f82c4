package org.marsad.standalone.silences;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marsad.message.AreaProfile;
import org.marsad.message.Silence;
import org.marsad.producer.publish.DirectPublisher;
import org.marsad.producer.publish.Fate;
import org.marsad.producer.publish.ReportProducers;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;
import org.marsad.schemas.settings.SettingsException;
import org.marsad.standalone.TopicReader;

/** Where silences are set, lifted and looked up. Reads the whole topic each time: it is small. */
public final class SilenceDesk {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Comparator<Silence> IN_TIME =
      Comparator.comparing(Silence::getSetAt).thenComparing(Silence::getSilenceId);

  private final Map<String, Object> kafka;
  private final Topics topics;
  private final Clock clock;

  /** What became of a silence. */
  public enum State {
    STANDING,
    LIFTED,
    EXPIRED
  }

  /**
   * @param kafka Kafka's own settings
   * @param clock says when something is set or lifted
   */
  public SilenceDesk(Map<String, Object> kafka, Topics topics, Clock clock) {
    this.kafka = Map.copyOf(kafka);
    this.topics = topics;
    this.clock = clock;
  }

  /** Every silence as it is now, oldest first. */
  public List<Silence> all() {
    return byId().values().stream().sorted(IN_TIME).toList();
  }

  /** What has become of one by now. */
  public State state(Silence silence) {
    if (silence.getLiftedAt() != null) {
      return State.LIFTED;
    }
    return silence.getExpiresAt().isAfter(clock.instant()) ? State.STANDING : State.EXPIRED;
  }

  /**
   * Sets a silence, from now on.
   *
   * @throws SettingsException with every reason why it cannot be set
   * @throws IOException when the broker does not take it
   */
  public Silence set(SilenceDraft draft) throws IOException {
    refuse(draft.faults(areas()));
    var now = now();
    var silence =
        Silence.newBuilder()
            .setSilenceId(newId())
            .setReality(draft.reality())
            .setArea(draft.area())
            .setNeighbourhood(draft.neighbourhood())
            .setRule(draft.rule())
            .setSubscriber(draft.subscriber())
            .setExtreme(draft.extreme())
            .setSetBy(draft.by().strip())
            .setReason(draft.reason().strip())
            .setSetAt(now)
            .setExpiresAt(now.plus(draft.length()))
            .build();
    publish(silence, now);
    return silence;
  }

  /**
   * Lifts a silence, from now on.
   *
   * @param by a role or pseudonym, never a person's name
   * @throws SettingsException with every reason why it cannot be lifted
   * @throws IOException when the broker does not take it
   */
  public Silence lift(String id, String by) throws IOException {
    var standing =
        Optional.ofNullable(byId().get(id)).filter(silence -> state(silence) == State.STANDING);
    var faults = new ArrayList<>(SilenceDraft.byFaults(by));
    if (standing.isEmpty()) {
      faults.add("--lift: %s (expected: the id of a silence that stands)".formatted(id));
    }
    refuse(faults);
    var now = now();
    var lifted =
        Silence.newBuilder(standing.orElseThrow()).setLiftedBy(by.strip()).setLiftedAt(now).build();
    publish(lifted, now);
    return lifted;
  }

  private Map<String, Silence> byId() {
    var codec = MessageCodec.of(Silence.class);
    var silences = new HashMap<String, Silence>();
    TopicReader.read(
        kafka,
        topics.silences(),
        record -> {
          var silence = codec.decode(record.value());
          silences.put(silence.getSilenceId(), silence);
        });
    return silences;
  }

  private Map<String, AreaProfile> areas() {
    var codec = MessageCodec.of(AreaProfile.class);
    var areas = new HashMap<String, AreaProfile>();
    TopicReader.read(
        kafka,
        topics.areas(),
        record -> {
          var area = codec.decode(record.value());
          areas.put(area.getCode(), area);
        });
    return areas;
  }

  private void publish(Silence silence, Instant at) throws IOException {
    var producers = ReportProducers.of(kafka, Silence.class);
    try (var publisher = new DirectPublisher<>(producers, topics.silences())) {
      var fate = publisher.publish(silence.getSilenceId(), at, silence).join();
      if (fate instanceof Fate.Refused refused) {
        throw new IOException("the silence was not taken: " + refused.reason());
      }
    }
  }

  private static void refuse(List<String> faults) {
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static String newId() {
    return HexFormat.of().toHexDigits(RANDOM.nextInt());
  }
}
