package org.marsad.processor.oracle;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaProfile;
import org.marsad.message.Decision;
import org.marsad.message.HospitalStatus;
import org.marsad.message.StrikeReport;

/**
 * One area and all that was said about it.
 *
 * @param profile null where the area is not known
 * @param said reports, statuses of hospitals and decisions, in the order of the log
 */
public record World(
    String area, @Nullable AreaProfile profile, List<? extends SpecificRecord> said) {
  public World {
    said = List.copyOf(said);
  }

  List<StrikeReport> reports() {
    return only(StrikeReport.class);
  }

  List<HospitalStatus> statuses() {
    return only(HospitalStatus.class);
  }

  List<Decision> decisions() {
    return only(Decision.class);
  }

  ZoneId zone() {
    return profile == null ? ZoneOffset.UTC : ZoneId.of(profile.getTimeZone());
  }

  private <T> List<T> only(Class<T> type) {
    return said.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
