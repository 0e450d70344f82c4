package org.marsad.consumer.operations.mutes;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.message.Mute;
import org.marsad.schemas.TopicWriter;
import org.marsad.schemas.Topics;
import org.marsad.schemas.settings.SettingsException;

/** Where mutes are set and lifted. Safe for several threads. */
public final class MuteDesk {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final AreaDirectory areas;
  private final TopicWriter<Mute> writer;
  private final Topics topics;
  private final Clock clock;

  /**
   * @param areas in which something can be muted
   * @param producer gives up in a bearable time; its owner closes it
   * @param clock says when something is set or lifted
   */
  public MuteDesk(
      AreaDirectory areas, Producer<String, byte[]> producer, Topics topics, Clock clock) {
    this.areas = areas;
    this.writer = new TopicWriter<>(producer, Mute.class);
    this.topics = topics;
    this.clock = clock;
  }

  /**
   * Sets a mute, from now on.
   *
   * @throws SettingsException with every reason why it cannot be set
   * @throws IOException when the broker does not take it
   */
  public Mute set(MuteDraft draft) throws IOException {
    refuse(draft.faults(areas.profiles()));
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
    writer.write(topics.mutes(), mute.getMuteId(), now, mute);
    return mute;
  }

  /**
   * Lifts a mute, from now on.
   *
   * @param mute as it stands
   * @param by a role or pseudonym, never a person's name
   * @throws SettingsException where it stands no more
   * @throws IOException when the broker does not take it
   */
  public Mute lift(Mute mute, String by) throws IOException {
    var now = now();
    var state = MuteState.of(mute, now);
    if (state != MuteState.STANDING) {
      var id = mute.getMuteId();
      refuse(
          List.of("muteId: %s, %s (expected: the id of a mute that stands)".formatted(id, state)));
    }
    var lifted = Mute.newBuilder(mute).setLiftedBy(by).setLiftedAt(now).build();
    writer.write(topics.mutes(), mute.getMuteId(), now, lifted);
    return lifted;
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
