package org.marsad.producer.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaProfile;
import org.marsad.message.EmergencyDepartment;
import org.marsad.message.HospitalStatus;
import org.marsad.message.Reality;
import org.marsad.message.Site;
import org.marsad.message.Staffing;
import org.marsad.producer.places.AreaRegister;
import org.marsad.schemas.checks.FieldChecks;

/** Reads what a hospital says of itself, strictly. Safe for use by many threads. */
public final class HospitalStatusJson {
  /** How far a hospital's clock may run ahead of ours. */
  static final Duration AHEAD = Duration.ofMinutes(10);

  private static final int NAME = 100;

  private final AreaRegister areas;
  private final BiPredicate<@Nullable Site, @Nullable String> opens;
  private final Clock clock;

  /**
   * A reader.
   *
   * @param opens whether a key opens a site; the site is null where there is none of that id, the
   *     key where none was shown
   * @param clock says when it came, where the hospital does not
   */
  public HospitalStatusJson(
      AreaRegister areas, BiPredicate<@Nullable Site, @Nullable String> opens, Clock clock) {
    this.areas = areas;
    this.opens = opens;
    this.clock = clock;
  }

  /**
   * Reads a tree.
   *
   * @param own which sites the sender may speak for
   * @param errors where faults are noted
   * @return the status once for every area that lists the hospital; null where there is a fault
   */
  public @Nullable List<HospitalStatus> read(
      JsonNode node, Predicate<String> own, List<FieldError> errors) {
    var before = errors.size();
    var fields = new Fields(node, "", errors);
    var siteId = fields.required("siteId", NAME);
    var area = fields.text("area", NAME);
    var siteKey = fields.secret("siteKey", NAME);
    var reality =
        Objects.requireNonNullElse(fields.symbol("reality", Reality.class), Reality.ACTUAL);
    var listing = siteId == null ? List.<String>of() : listing(siteId, siteKey, reality);
    if (siteId != null && !own.test(siteId)) {
      fields.fail("siteId", "a site that this token speaks for");
    } else if (siteId != null && listing.isEmpty()) {
      fields.fail("siteId", "a known hospital, with its siteKey where it is confidential");
    } else if (area != null && siteId != null && !listing.contains(area)) {
      fields.fail("area", "an area that lists the hospital, or none");
    }
    if (!fields.has("emergencyDepartment")) {
      fields.fail("emergencyDepartment", "NORMAL, ADVISORY or CLOSED");
    }
    var department = fields.symbol("emergencyDepartment", EmergencyDepartment.class);
    var beds = fields.whole("bedsAvailable", 0);
    var rooms = fields.whole("operatingRoomsAvailable", 0);
    var staffing = fields.symbol("staffing", Staffing.class);
    var updatedAt = updatedAt(fields);
    fields.refuseUnknown();
    if (errors.size() > before || siteId == null || department == null) {
      return null;
    }
    var status =
        HospitalStatus.newBuilder()
            .setSiteId(siteId)
            .setEmergencyDepartment(department)
            .setBedsAvailable(beds)
            .setOperatingRoomsAvailable(rooms)
            .setStaffing(Objects.requireNonNullElse(staffing, Staffing.UNKNOWN))
            .setUpdatedAt(updatedAt)
            .setReality(reality);
    return listing.stream().map(code -> status.setArea(code).build()).toList();
  }

  /**
   * Codes of the areas that list a hospital. Empty where there is none, and just so where it is
   * confidential and the sender does not have its key, or rehearses: nobody learns that it exists.
   */
  private List<String> listing(String siteId, @Nullable String siteKey, Reality reality) {
    var listing = areas.areasOfHospital(siteId);
    var site = listing.isEmpty() ? null : site(listing.get(0), siteId);
    var isOpen = opens.test(site, siteKey);
    var isRehearsed = site != null && site.getConfidential() && reality != Reality.ACTUAL;
    return isOpen && !isRehearsed ? listing.stream().map(AreaProfile::getCode).toList() : List.of();
  }

  private static @Nullable Site site(AreaProfile area, String siteId) {
    return area.getSites().stream()
        .filter(site -> site.getSiteId().equals(siteId))
        .findFirst()
        .orElse(null);
  }

  /** Now, where the hospital does not say. */
  private Instant updatedAt(Fields fields) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var said = Occurrence.moment(fields, "updatedAt");
    if (said == null) {
      return now;
    }
    if (said.isAfter(now.plus(AHEAD)) || said.isBefore(FieldChecks.EARLIEST)) {
      fields.fail("updatedAt", "after 1990 and not in the future");
    }
    return said;
  }
}
