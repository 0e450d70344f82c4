package org.marsad.producer.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.marsad.message.EmergencyDepartment;
import org.marsad.message.HospitalStatus;
import org.marsad.message.Reality;
import org.marsad.message.SiteKind;
import org.marsad.message.Staffing;

/** Reads what a hospital says of itself, strictly. Safe for use by many threads. */
public final class HospitalStatusJson {
  /** How far a hospital's clock may run ahead of ours. */
  static final Duration AHEAD = Duration.ofMinutes(10);

  private static final int NAME = 100;

  private final AreaRegister areas;
  private final Clock clock;

  public HospitalStatusJson(AreaRegister areas, Clock clock) {
    this.areas = areas;
    this.clock = clock;
  }

  /**
   * Reads a tree.
   *
   * @param own which sites the sender may speak for
   * @param errors where faults are noted
   * @return null where there is one
   */
  public @Nullable HospitalStatus read(
      JsonNode node, Predicate<String> own, List<FieldError> errors) {
    var before = errors.size();
    var fields = new Fields(node, "", errors);
    var siteId = fields.required("siteId", NAME);
    var area = fields.required("area", NAME);
    if (siteId != null && !own.test(siteId)) {
      fields.fail("siteId", "a site that this token speaks for");
    } else if (siteId != null && area != null && !isHospital(area, siteId)) {
      fields.fail("siteId", "a hospital of that area");
    }
    if (!fields.has("emergencyDepartment")) {
      fields.fail("emergencyDepartment", "NORMAL, ADVISORY or CLOSED");
    }
    var department = fields.symbol("emergencyDepartment", EmergencyDepartment.class);
    var beds = fields.whole("bedsAvailable", 0);
    var rooms = fields.whole("operatingRoomsAvailable", 0);
    var staffing = fields.symbol("staffing", Staffing.class);
    var reality = fields.symbol("reality", Reality.class);
    var updatedAt = updatedAt(fields);
    fields.refuseUnknown();
    if (errors.size() > before || siteId == null || area == null || department == null) {
      return null;
    }
    return HospitalStatus.newBuilder()
        .setSiteId(siteId)
        .setArea(area)
        .setEmergencyDepartment(department)
        .setBedsAvailable(beds)
        .setOperatingRoomsAvailable(rooms)
        .setStaffing(Objects.requireNonNullElse(staffing, Staffing.UNKNOWN))
        .setUpdatedAt(updatedAt)
        .setReality(Objects.requireNonNullElse(reality, Reality.ACTUAL))
        .build();
  }

  private boolean isHospital(String area, String siteId) {
    return areas.area(area).stream()
        .flatMap(profile -> profile.getSites().stream())
        .anyMatch(site -> site.getKind() == SiteKind.HOSPITAL && site.getSiteId().equals(siteId));
  }

  /** Now, where the hospital does not say. */
  private Instant updatedAt(Fields fields) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var said = Occurrence.moment(fields, "updatedAt");
    if (said == null) {
      return now;
    }
    if (said.isAfter(now.plus(AHEAD)) || said.isBefore(ReportChecks.EARLIEST)) {
      fields.fail("updatedAt", "after 1970 and not in the future");
    }
    return said;
  }
}
