package org.marsad.processor.oracle;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaKind;
import org.marsad.message.AreaProfile;
import org.marsad.message.Decision;
import org.marsad.message.Heartbeat;
import org.marsad.message.HospitalStatus;
import org.marsad.message.StrikeReport;

/**
 * One area and all that was said about it.
 *
 * @param profile null where the area is not known
 * @param said reports, heartbeats, statuses of hospitals and decisions, in the order of the log
 */
public record World(
    String area, @Nullable AreaProfile profile, List<? extends SpecificRecord> said) {
  public World {
    said = List.copyOf(said);
  }

  /** What was said before the message at this index. */
  public World before(int index) {
    return new World(area, profile, said.subList(0, index));
  }

  public List<StrikeReport> reports() {
    return only(StrikeReport.class);
  }

  List<HospitalStatus> statuses() {
    return only(HospitalStatus.class);
  }

  List<Decision> decisions() {
    return only(Decision.class);
  }

  List<Heartbeat> heartbeats() {
    return only(Heartbeat.class);
  }

  ZoneId zone() {
    return profile == null ? ZoneOffset.UTC : ZoneId.of(profile.getTimeZone());
  }

  /** Whether it collects the reports that nobody could place. */
  boolean isUnplaced() {
    return area.equals("unplaced") || (profile != null && profile.getKind() == AreaKind.UNPLACED);
  }

  private <T> List<T> only(Class<T> type) {
    return said.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
