package org.marsad.consumer.feeds.cap;

import java.util.ArrayList;
import java.util.List;
import org.marsad.consumer.audience.Audience;
import org.marsad.consumer.audience.Role;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Severity;
import org.marsad.message.Urgency;

/** Our words in those of CAP. */
final class CapTerms {
  private CapTerms() {}

  static String status(Reality reality) {
    return switch (reality) {
      case ACTUAL -> "Actual";
      case EXERCISE -> "Exercise";
      case TEST -> "Test";
    };
  }

  static String messageType(MessageType type) {
    return switch (type) {
      case ALERT -> "Alert";
      case UPDATE -> "Update";
      case CANCEL -> "Cancel";
    };
  }

  static String urgency(Urgency urgency) {
    return switch (urgency) {
      case IMMEDIATE -> "Immediate";
      case EXPECTED -> "Expected";
      case FUTURE -> "Future";
      case PAST -> "Past";
      case UNKNOWN -> "Unknown";
    };
  }

  static String severity(Severity severity) {
    return switch (severity) {
      case EXTREME -> "Extreme";
      case SEVERE -> "Severe";
      case MODERATE -> "Moderate";
      case MINOR -> "Minor";
      case UNKNOWN -> "Unknown";
    };
  }

  static String certainty(Certainty certainty) {
    return switch (certainty) {
      case OBSERVED -> "Observed";
      case LIKELY -> "Likely";
      case POSSIBLE -> "Possible";
      case UNKNOWN -> "Unknown";
    };
  }

  /** Public only for the public; Private for the one hospital that it is addressed to. */
  static String scope(Alert alert, Audience audience) {
    if (audience.role() == Role.PUBLIC) {
      return "Public";
    }
    return isAddressed(alert, audience) ? "Private" : "Restricted";
  }

  /** Whether it is addressed to the hospital that reads it. */
  static boolean isAddressed(Alert alert, Audience audience) {
    return audience.role() == Role.HOSPITAL
        && audience.site() != null
        && audience.site().equals(alert.getAddressee());
  }

  /** Whether an instruction is for it: not for the public, nor for those who keep records. */
  static boolean isToAct(Role role) {
    return role != Role.PUBLIC && role != Role.ARCHIVE;
  }

  static List<String> categories(Role role) {
    return role == Role.HOSPITAL
        ? List.of("Security", "Rescue", "Health")
        : List.of("Security", "Rescue");
  }

  /**
   * What the audience should do. What is withdrawn asks for nothing; it is never {@code AllClear},
   * because a report that was wrong does not make a place safe.
   */
  static List<String> responseTypes(Alert alert, Role role) {
    if (alert.getMessageType() == MessageType.CANCEL) {
      return List.of("None");
    }
    var responses = new ArrayList<String>();
    var dangerUntil = alert.getDangerUntil();
    if (dangerUntil != null && dangerUntil.isAfter(alert.getSentAt())) {
      responses.add("Avoid");
    }
    responses.add(
        switch (role) {
          case RESCUE -> "Assess";
          case HOSPITAL -> "Prepare";
          case OPS, PUBLIC -> "Monitor";
          case ARCHIVE -> "None";
        });
    return responses;
  }
}
