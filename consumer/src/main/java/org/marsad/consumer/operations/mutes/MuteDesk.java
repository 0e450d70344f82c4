package org.marsad.consumer.operations.mutes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.marsad.consumer.operations.decisions.WhoAndWhy;
import org.marsad.message.AreaProfile;
import org.marsad.message.Mute;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.TopicReader;
import org.marsad.schemas.TopicWriter;
import org.marsad.schemas.Topics;
import org.marsad.schemas.settings.SettingsException;

/** Where mutes are set, lifted and looked up. Reads the whole topic each time: it is small. */
public final class MuteDesk {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Comparator<Mute> IN_TIME =
      Comparator.comparing(Mute::getSetAt).thenComparing(Mute::getMuteId);

  private final Map<String, Object> kafka;
  private final Map<String, Object> kafkaProducer;
  private final Topics topics;
  private final Clock clock;

  /**
   * @param kafka Kafka's own settings for clients of every kind
   * @param clock says when something is set or lifted
   */
  public MuteDesk(Map<String, Object> kafka, Topics topics, Clock clock) {
    this(kafka, kafka, topics, clock);
  }

  /**
   * @param kafka Kafka's own settings for its consumers
   * @param kafkaProducer Kafka's own settings for its producers
   * @param clock says when something is set or lifted
   */
  public MuteDesk(
      Map<String, Object> kafka, Map<String, Object> kafkaProducer, Topics topics, Clock clock) {
    this.kafka = Map.copyOf(kafka);
    this.kafkaProducer = Map.copyOf(kafkaProducer);
    this.topics = topics;
    this.clock = clock;
  }

  /** Every mute as it is now, oldest first. */
  public List<Mute> all() {
    return byId().values().stream().sorted(IN_TIME).toList();
  }

  /** What has become of one by now. */
  public MuteState state(Mute mute) {
    return MuteState.of(mute, clock.instant());
  }

  /**
   * Sets a mute, from now on.
   *
   * @throws SettingsException with every reason why it cannot be set
   * @throws IOException when the broker does not take it
   */
  public Mute set(MuteDraft draft) throws IOException {
    refuse(draft.faults(areas()));
    var now = now();
    var mute =
        Mute.newBuilder()
            .setMuteId(newId())
            .setReality(draft.reality())
            .setArea(draft.area())
            .setNeighbourhood(draft.neighbourhood())
            .setSubject(draft.subject())
            .setSubscriber(draft.subscriber())
            .setExtreme(draft.extreme())
            .setSetBy(draft.by().strip())
            .setReason(draft.reason().strip())
            .setSetAt(now)
            .setExpiresAt(now.plus(draft.length()))
            .build();
    publish(mute, now);
    return mute;
  }

  /**
   * Lifts a mute, from now on.
   *
   * @param by a role or pseudonym, never a person's name
   * @throws SettingsException with every reason why it cannot be lifted
   * @throws IOException when the broker does not take it
   */
  public Mute lift(String id, String by) throws IOException {
    var standing =
        Optional.ofNullable(byId().get(id)).filter(mute -> state(mute) == MuteState.STANDING);
    var faults = new ArrayList<>(WhoAndWhy.faults(by));
    if (standing.isEmpty()) {
      faults.add("muteId: %s (expected: the id of a mute that stands)".formatted(id));
    }
    refuse(faults);
    var now = now();
    var lifted =
        Mute.newBuilder(standing.orElseThrow()).setLiftedBy(by.strip()).setLiftedAt(now).build();
    publish(lifted, now);
    return lifted;
  }

  private Map<String, Mute> byId() {
    var codec = MessageCodec.of(Mute.class);
    var mutes = new HashMap<String, Mute>();
    TopicReader.read(
        kafka,
        topics.mutes(),
        record -> {
          if (record.value() == null) {
            mutes.remove(new String(record.key(), StandardCharsets.UTF_8));
          } else {
            var mute = codec.decode(record.value());
            mutes.put(mute.getMuteId(), mute);
          }
        });
    return mutes;
  }

  private Map<String, AreaProfile> areas() {
    var codec = MessageCodec.of(AreaProfile.class);
    var areas = new HashMap<String, AreaProfile>();
    TopicReader.read(
        kafka,
        topics.areas(),
        record -> {
          if (record.value() == null) {
            areas.remove(new String(record.key(), StandardCharsets.UTF_8));
          } else {
            var area = codec.decode(record.value());
            areas.put(area.getCode(), area);
          }
        });
    return areas;
  }

  private void publish(Mute mute, Instant at) throws IOException {
    try (var writer = TopicWriter.of(kafkaProducer, Mute.class)) {
      writer.write(topics.mutes(), mute.getMuteId(), at, mute);
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
