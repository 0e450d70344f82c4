package org.marsad.consumer.areas;

import java.time.Clock;
import java.util.List;
import org.marsad.consumer.reading.TopicTail;
import org.marsad.message.AreaProfile;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.UndecodableException;
import org.marsad.schemas.launch.KafkaConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps an {@link AreaDirectory} up to date with the topic {@code areas}. */
public final class AreaFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AreaFollower.class);

  private final AreaDirectory directory = new AreaDirectory(this::isCaughtUp);
  private final MessageCodec<AreaProfile> codec = MessageCodec.of(AreaProfile.class);
  private final TopicTail tail;

  private AreaFollower(KafkaConnection kafka) {
    this.tail =
        TopicTail.of(
            kafka.consumer(),
            List.of(kafka.topics().areas()),
            record -> learn(record.value()),
            Clock.systemUTC());
  }

  /**
   * Follows from now on.
   *
   * @param kafka where the topic is
   */
  public static AreaFollower start(KafkaConnection kafka) {
    var follower = new AreaFollower(kafka);
    follower.tail.start();
    return follower;
  }

  /** Names as far as they are known; a code stands for itself until then. */
  public AreaNames names() {
    return directory;
  }

  /** Names and profiles, as far as they are known. */
  public AreaDirectory directory() {
    return directory;
  }

  /** Whether all areas that there were at the start are known. */
  public boolean isCaughtUp() {
    return tail.status().caughtUp();
  }

  @Override
  public void close() {
    tail.close();
  }

  private void learn(byte[] profile) {
    try {
      directory.onProfile(codec.decode(profile));
    } catch (UndecodableException e) {
      LOG.warn("an area cannot be read and keeps its code for a name", e);
    }
  }
}
