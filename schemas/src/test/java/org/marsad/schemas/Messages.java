package org.marsad.schemas;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;
import org.marsad.message.AuditEvent;
import org.marsad.message.DayRow;
import org.marsad.message.Decision;
import org.marsad.message.Delivery;
import org.marsad.message.Heartbeat;
import org.marsad.message.HospitalStatus;
import org.marsad.message.Mute;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;

/** The messages that stand in topics. */
final class Messages {
  static final List<Class<? extends SpecificRecord>> ALL =
      List.of(
          StrikeReport.class,
          Strike.class,
          Alert.class,
          DayRow.class,
          AreaProfile.class,
          HospitalStatus.class,
          Decision.class,
          Heartbeat.class,
          Delivery.class,
          Mute.class,
          Acknowledgement.class,
          AuditEvent.class);

  private Messages() {}

  /** The full text of a schema, as it is published. */
  static String text(Schema schema) {
    return SchemaFormatter.format("json/pretty", schema);
  }

  /** The schema of today's class. */
  static Schema today(Class<? extends SpecificRecord> type) {
    return SpecificData.get().getSchema(type);
  }
}
