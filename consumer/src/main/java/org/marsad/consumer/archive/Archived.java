package org.marsad.consumer.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.marsad.message.Alert;
import org.marsad.message.Strike;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;

/** What is archived. */
public enum Archived {
  ALERTS(Alert.class) {
    @Override
    String topic(Topics topics) {
      return topics.alerts();
    }

    @Override
    Instant time(SpecificRecord message) {
      return ((Alert) message).getSentAt();
    }
  },
  STRIKES(Strike.class) {
    @Override
    String topic(Topics topics) {
      return topics.strikes();
    }

    @Override
    Instant time(SpecificRecord message) {
      return ((Strike) message).getUpdatedAt();
    }
  };

  private final Class<? extends SpecificRecord> type;

  Archived(Class<? extends SpecificRecord> type) {
    this.type = type;
  }

  /** Name of its folder: {@code alerts}, {@code strikes}. */
  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The topic that it comes from. */
  abstract String topic(Topics topics);

  /** When the message was sent or last changed, in event time. */
  abstract Instant time(SpecificRecord message);

  /** The UTC day whose folder it lies in. */
  LocalDate day(SpecificRecord message) {
    return time(message).atZone(ZoneOffset.UTC).toLocalDate();
  }

  MessageCodec<? extends SpecificRecord> codec() {
    return MessageCodec.of(type);
  }

  SpecificData model() {
    return SpecificData.getForClass(type);
  }

  Schema schema() {
    return model().getSchema(type);
  }
}
